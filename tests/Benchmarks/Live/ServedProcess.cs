using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dispatch.Benchmarks.Parts;
using Dispatch.Hub.Composition;
using Dispatch.TestKit.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Dispatch.Benchmarks.Live;

/// <summary>
/// A server in a process of its own, so that its processor time can be told from its clients'. It ends when the pipe to whoever
/// started it closes, however that one ends.
/// </summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private const string Ready = "ready";
    private const string HeapQuestion = "heap";

    private readonly Process _process;

    private ServedProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens: loopback, a free port.</summary>
    public Uri Address { get; }

    /// <summary>Processor time it has used, on all cores together.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts one; it may not listen yet.</summary>
    /// <param name="what"><c>hub</c> for the whole product, <c>pages</c> for the same with its pages, or <c>fanout</c>.</param>
    /// <param name="settings">Its command line.</param>
    public static ServedProcess Start(string what, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], "serve", what, $"--urls={address.OriginalString}", .. settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new ServedProcess(Process.Start(start)!, address);
    }

    /// <summary>Waits until it says that it listens.</summary>
    public async Task ListensAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line == Ready)
            {
                return;
            }
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <summary>Bytes alive on its managed heap, which it collects first.</summary>
    public async Task<long> HeapAsync(CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync(HeapQuestion.AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
        var answer = await _process.StandardOutput.ReadLineAsync(cancellation);
        return long.Parse(answer ?? throw new InvalidOperationException("The server ended."), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>What such a process does.</summary>
    public static async Task<int> ServeAsync(string what, string[] settings)
    {
        await using var app = what switch
        {
            "hub" => await HubHost.OpenAsync(settings, Quiet),
            "pages" => await WithPagesAsync(settings),
            "fanout" => await FanoutServer.OpenAsync(settings),
            _ => throw new ArgumentException($"{what} cannot be served.", nameof(what)),
        };
        await app.StartAsync();
        Console.WriteLine(Ready);
        while (await Console.In.ReadLineAsync() is { } question)
        {
            Console.WriteLine(question == HeapQuestion ? ManagedHeap.Alive() : throw new ArgumentException($"{question} is not answered.", nameof(what)));
        }

        await app.StopAsync();
        return 0;
    }

    /// <summary>The hub looks for its pages beside its program, and the built ones lie beside the hub's own.</summary>
    private static Task<WebApplication> WithPagesAsync(string[] settings)
    {
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(CityProcess.BuiltHub) + Path.DirectorySeparatorChar);
        return HubHost.OpenAsync(settings, Quiet);
    }

    internal static void Quiet(WebApplicationBuilder builder) => builder.Logging
        .ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
