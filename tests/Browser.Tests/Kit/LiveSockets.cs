using System.Collections.Concurrent;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>The live connections of a visitor. Chromium that is told to be offline leaves open web sockets alone; here they are cut.</summary>
internal sealed class LiveSockets
{
    private readonly ConcurrentBag<(IWebSocketRoute Page, IWebSocketRoute Hub)> _open = [];
    private volatile bool _cut;

    /// <summary>Stands between all pages of a browser and the hub.</summary>
    public static async Task<LiveSockets> OfAsync(IBrowserContext context)
    {
        var sockets = new LiveSockets();
        await context.RouteWebSocketAsync("**/hubs/**", sockets.Pass);
        return sockets;
    }

    /// <summary>Ends all connections and lets no new one through.</summary>
    public async Task CutAsync()
    {
        _cut = true;
        while (_open.TryTake(out var socket))
        {
            await socket.Hub.CloseAsync();
            await socket.Page.CloseAsync();
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend() => _cut = false;

    private void Pass(IWebSocketRoute socket)
    {
        if (_cut)
        {
            _ = socket.CloseAsync();
        }
        else
        {
            _open.Add((socket, socket.ConnectToServer()));
        }
    }
}
