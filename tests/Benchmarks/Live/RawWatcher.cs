using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Dispatch.Benchmarks.Live;

/// <summary>
/// A SignalR client over a bare WebSocket that reads what comes and counts it, so that a thousand of them leave the machine to the
/// server. It speaks the JSON protocol, whose messages end with a record separator.
/// </summary>
internal sealed class RawWatcher : IAsyncDisposable
{
    private const byte Separator = 0x1e;

    /// <summary>Anything shorter is a ping or the handshake's answer.</summary>
    private const int ShortestItem = 100;

    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly ArrayBufferWriter<byte> _first = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;
    private int _length;
    private long _items;

    /// <summary>Items received.</summary>
    public long Items => Volatile.Read(ref _items);

    /// <summary>Keeps the bytes of the last whole item while it is true.</summary>
    public bool Keeps { get; set; }

    /// <summary>The last item kept, as text.</summary>
    public string? Kept { get; private set; }

    /// <summary>Connects; with a scope it opens the product's stream and waits for its snapshot.</summary>
    public static async Task<RawWatcher> OpenAsync(Uri server, string path, string? scope, CancellationToken cancellation)
    {
        var watcher = new RawWatcher();
        await watcher._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = path }.Uri, cancellation);
        await watcher.SendAsync("""{"protocol":"json","version":1}""", cancellation);
        watcher._reading = watcher.ReadAsync();
        if (scope is not null)
        {
            await watcher.SendAsync($$"""{"type":4,"invocationId":"1","target":"Watch","arguments":["{{scope}}",null]}""", cancellation);
            await watcher._begun.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        }

        return watcher;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private ValueTask SendAsync(string message, CancellationToken cancellation) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)Separator).AsMemory(), WebSocketMessageType.Text, true, cancellation);

    private async Task ReadAsync()
    {
        try
        {
            while (await _socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                Count(_buffer.AsSpan(0, part.Count));
            }
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // Ended by whoever disposes it; otherwise nobody would ever count again, and the measurement fails by that.
            _begun.TrySetException(ended);
        }
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf(Separator) is var end && end >= 0)
        {
            Keep(bytes[..end]);
            if (_length + end >= ShortestItem)
            {
                _items++;
                _begun.TrySetResult();
                Kept = Keeps ? Encoding.UTF8.GetString(_first.WrittenSpan) : Kept;
            }

            _length = 0;
            _first.ResetWrittenCount();
            bytes = bytes[(end + 1)..];
        }

        Keep(bytes);
        _length += bytes.Length;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (Keeps)
        {
            _first.Write(bytes);
        }
    }
}
