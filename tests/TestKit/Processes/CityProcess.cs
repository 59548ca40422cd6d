using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Dispatch.TestKit.Processes;

/// <summary>A process of <c>src/Silo</c> or <c>src/DispatchHub</c>, as an operator starts it. It ends with the test at the latest.</summary>
public sealed class CityProcess : IAsyncDisposable
{
    /// <summary>The silo alone, as it lies beside the test.</summary>
    public const string Silo = "Dispatch.Silo.dll";

    /// <summary>The hub, as it lies beside the test. Pages that it serves lie beside <see cref="BuiltHub"/> only.</summary>
    public const string Hub = "Dispatch.Hub.dll";

    private const int LowestPort = 20_000;
    private const int HighestPort = 32_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

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

    /// <summary>The hub in its own build output, made in the same configuration as the test: what <c>dotnet run</c> starts.</summary>
    public static string BuiltHub
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Repository.PathOf("src", "DispatchHub", "bin", framework.Parent!.Name, framework.Name, Hub);
        }
    }

    /// <summary>Everything it wrote so far.</summary>
    public string Said => string.Join('\n', _said.Select(said => said.Line));

    /// <summary>Its exit code; null while it runs.</summary>
    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

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
        using var again = new PeriodicTimer(Pause);
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
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // It does not listen yet, and a question without a pause takes the processor that it starts on.
                await again.WaitForNextTickAsync(cancellation);
            }
        }
    }
}

/// <summary>How a process ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Said">Everything that it wrote.</param>
/// <param name="Output">What of it went to standard output.</param>
/// <param name="Complaint">What of it went to standard error.</param>
public sealed record Ended(int Code, string Said, string Output, string Complaint);
