using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Tests.Notices;

/// <summary>Somebody on this machine who takes calls, and answers what a test says.</summary>
internal sealed class LoopbackReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Call> _calls = new();

    private LoopbackReceiver(WebApplication app) => _app = app;

    /// <summary>The status and body that the nth call gets, counted from 1.</summary>
    public Func<int, (int Status, string Body)> Answer { get; set; } = _ => (200, "{}");

    public IReadOnlyList<Call> Calls => [.. _calls];

    public string Address => _app.Urls.First();

    public static async Task<LoopbackReceiver> StartAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new LoopbackReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync(cancellation);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        _calls.Enqueue(new Call(
            $"{http.Request.Path}{http.Request.QueryString}",
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()));
        var (status, text) = Answer(_calls.Count);
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(text, http.RequestAborted);
    }
}

/// <summary>One call as it came.</summary>
internal sealed record Call(string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

/// <summary>Somebody who lets everybody in and never says a word.</summary>
internal sealed class BlackHole : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<TcpClient> _taken = new();
    private readonly Task _taking;

    public BlackHole()
    {
        _listener.Start();
        _taking = TakeAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public int Taken => _taken.Count;

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var client in _taken)
        {
            client.Dispose();
        }
    }

    private async Task TakeAsync()
    {
        try
        {
            while (true)
            {
                _taken.Enqueue(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
