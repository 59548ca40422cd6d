using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Dispatch.Hub.Live;

/// <summary>
/// A protocol that writes the snapshot of a watch in wide pieces. A connection's pipe takes 4 KB at a time unless it is asked for more,
/// and keeps up to 256 of the objects that link such pieces for as long as it lives: 28 KB for each board, since one snapshot of a
/// street is enough to fill that.
/// </summary>
internal sealed class WideSnapshots(IHubProtocol inner) : IHubProtocol
{
    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public int Version => inner.Version;

    /// <inheritdoc/>
    public TransferFormat TransferFormat => inner.TransferFormat;

    /// <inheritdoc/>
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => inner.WriteMessage(
        message, message is StreamItemMessage { Item: WatchItem { IsWhole: true } } ? new WidePieces(output) : output);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => inner.GetMessageBytes(message);

    /// <inheritdoc/>
    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) =>
        inner.TryParseMessage(ref input, binder, out message);

    /// <inheritdoc/>
    public bool IsVersionSupported(int version) => inner.IsVersionSupported(version);
}

/// <summary>Asks a pipe for <see cref="Piece"/> bytes whenever the last piece is full.</summary>
internal sealed class WidePieces(IBufferWriter<byte> output) : IBufferWriter<byte>
{
    /// <summary>Bytes of a piece: below what the runtime calls a large object, and a size of its shared arrays.</summary>
    public const int Piece = 64 * 1024;

    private int _room;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        output.Advance(count);
        _room -= count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var memory = output.GetMemory(_room >= Math.Max(1, sizeHint) ? sizeHint : Math.Max(Piece, sizeHint));
        _room = memory.Length;
        return memory;
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
