using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

// Each test runs processes that want the whole machine; side by side they would only wait for each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Dispatch.Cluster.Tests;

/// <summary>A process of <c>src/Silo</c> or <c>src/DispatchHub</c>, as an operator starts it. It ends with the test at the latest.</summary>
internal sealed class CityProcess : IAsyncDisposable
{
    public const string Silo = "Dispatch.Silo.dll";

    public const string Hub = "Dispatch.Hub.dll";

    private const int LowestPort = 20_000;
    private const int HighestPort = 32_000;

    // Test runs side by side begin at different places.
    private static int _port = LowestPort + (Environment.ProcessId % 10_000);

    private readonly Process _process;
    private readonly ConcurrentQueue<(bool IsComplaint, string Line)> _said = new();
    private readonly Uri _ready;

    private CityProcess(Process process, Uri ready)
    {
        (_process, _ready) = (process, ready);
        process.OutputDataReceived += (_, line) => _said.Enqueue((false, line.Data ?? ""));
        process.ErrorDataReceived += (_, line) => _said.Enqueue((true, line.Data ?? ""));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it wrote so far.</summary>
    public string Said => string.Join('\n', _said.Select(said => said.Line));

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_ready, "/");

    /// <summary>Starts one on a PostgreSQL database and waits until <c>/health/ready</c> says so.</summary>
    public static Task<CityProcess> StartAsync(
        string program, string connectionString, CancellationToken cancellation, params string[] settings) => StartAsync(
            program, FreePort(), cancellation, ["--Storage:Provider=postgres", $"--ConnectionStrings:Dispatch={connectionString}", .. settings]);

    /// <summary>Starts one at a port, as after a restart, and waits until <c>/health/ready</c> says so.</summary>
    public static async Task<CityProcess> StartAsync(string program, int port, CancellationToken cancellation, params string[] settings)
    {
        var city = Start(program, [$"--urls=http://127.0.0.1:{port}", .. settings], new Uri($"http://127.0.0.1:{port}/health/ready"));
        try
        {
            await city.ReadyAsync(cancellation);
            return city;
        }
        catch
        {
            await city.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one to its end.</summary>
    public static async Task<Ended> RunAsync(string program, CancellationToken cancellation, params string[] words)
    {
        await using var city = Start(program, words, new Uri("http://127.0.0.1/"));
        await city._process.WaitForExitAsync(cancellation);
        string Written(bool complaints) => string.Join('\n', city._said.Where(said => said.IsComplaint == complaints).Select(said => said.Line));
        return new Ended(city._process.ExitCode, city.Said, Written(complaints: false), Written(complaints: true));
    }

    /// <summary>
    /// A port that nobody uses now. It lies below those that the system gives to outgoing connections, so that it is still free when a
    /// killed process is started again.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref _port);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException) when (port < HighestPort)
            {
                // Somebody has it; try the next.
                continue;
            }
        }
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

    private async Task ReadyAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_process.HasExited)
            {
                // What it wrote last is still on its way.
                await _process.WaitForExitAsync(cancellation);
                Assert.Fail($"It ended with {_process.ExitCode}:\n{Said}");
            }

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

/// <summary>How a process ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Said">Everything that it wrote.</param>
/// <param name="Output">What of it went to standard output.</param>
/// <param name="Complaint">What of it went to standard error.</param>
internal sealed record Ended(int Code, string Said, string Output, string Complaint);
