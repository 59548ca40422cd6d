using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Dispatch.Cluster.Tests;

/// <summary>A process of <c>src/Silo</c> or <c>src/DispatchHub</c>, as an operator starts it. It ends with the test at the latest.</summary>
internal sealed class CityProcess : IAsyncDisposable
{
    public const string Silo = "Dispatch.Silo.dll";

    public const string Hub = "Dispatch.Hub.dll";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly Uri _ready;

    private CityProcess(Process process, Uri ready)
    {
        (_process, _ready) = (process, ready);
        process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it wrote so far.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_ready, "/");

    /// <summary>Starts one and waits until <c>/health/ready</c> says so.</summary>
    public static async Task<CityProcess> StartAsync(
        string program, string connectionString, CancellationToken cancellation, params string[] settings)
    {
        var port = FreePort();
        var silo = Start(
            program,
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
    public static async Task<(int Code, string Said)> RunAsync(string program, CancellationToken cancellation, params string[] settings)
    {
        await using var silo = Start(program, settings, new Uri("http://127.0.0.1/"));
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

    private static CityProcess Start(string program, string[] settings, Uri ready)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. settings]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return new CityProcess(Process.Start(start)!, ready);
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
            Assert.False(_process.HasExited, $"It ended:\n{Said}");
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
