using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Dispatch.Cluster.Tests;

/// <summary>A process of <c>src/Silo</c>, as an operator starts it. It ends with the test at the latest.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly Uri _ready;

    private SiloProcess(Process process, Uri ready)
    {
        (_process, _ready) = (process, ready);
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it wrote so far.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts one and waits until <c>/health/ready</c> says so.</summary>
    public static async Task<SiloProcess> StartAsync(string connectionString, CancellationToken cancellation, params string[] settings)
    {
        var port = FreePort();
        var silo = Start(
        [
            "--Storage:Provider=postgres", $"--ConnectionStrings:Dispatch={connectionString}", $"--urls=http://127.0.0.1:{port}", .. settings,
        ],
            new Uri($"http://127.0.0.1:{port}/health/ready"));
        try
        {
            await silo.ReadyAsync(cancellation);
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one to its end.</summary>
    /// <returns>The exit code, and what it wrote.</returns>
    public static async Task<(int Code, string Said)> RunAsync(CancellationToken cancellation, params string[] settings)
    {
        await using var silo = Start(settings, new Uri("http://127.0.0.1/"));
        await silo._process.WaitForExitAsync(cancellation);
        return (silo._process.ExitCode, silo.Said);
    }

    /// <summary>kill -9.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static SiloProcess Start(string[] settings, Uri ready)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Dispatch.Silo.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. settings]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return new SiloProcess(Process.Start(start)!, ready);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ReadyAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Assert.False(_process.HasExited, $"The silo ended:\n{Said}");
            try
            {
                if ((await http.GetAsync(_ready, cancellation)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
                await Task.Yield();
            }
        }
    }
}
