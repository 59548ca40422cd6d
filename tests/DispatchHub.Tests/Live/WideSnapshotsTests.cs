using System.IO.Pipelines;
using Dispatch.Contracts;
using Dispatch.Hub.Live;
using Dispatch.TestKit.Feeds;
using MessagePack.Resolvers;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;

namespace Dispatch.DispatchHub.Tests.Live;

public sealed class WideSnapshotsTests
{
    private static readonly CityTime Clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)), 1, "Asia/Shanghai");

    [Fact]
    public async Task A_snapshot_fills_wide_pieces_of_a_pipe_with_the_bytes_of_the_protocol_itself()
    {
        var options = new MessagePackHubProtocolOptions();
        options.SerializerOptions = options.SerializerOptions.WithResolver(
            CompositeResolver.Create([new WatchItemMessagePack()], [options.SerializerOptions.Resolver]));
        var pack = new MessagePackHubProtocol(Options.Create(options));
        var rows = Enumerable.Range(0, 1_000).Select(index => new WireRow(BoardRows.Row($"case-{index}"))).ToArray();
        var snapshot = new StreamItemMessage("1", WatchItem.Whole("snapshot", 1, "cursor", Clock, new WireRows(rows)));
        var expected = pack.GetMessageBytes(snapshot);

        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        new WideSnapshots(pack).WriteMessage(snapshot, pipe.Writer);
        await pipe.Writer.CompleteAsync();
        var written = (await pipe.Reader.ReadAtLeastAsync(expected.Length + 1, TestContext.Current.CancellationToken)).Buffer;

        Assert.Equal(expected.ToArray(), System.Buffers.BuffersExtensions.ToArray(written));
        var pieces = 0;
        foreach (var piece in written)
        {
            pieces++;
        }

        Assert.Equal((expected.Length + WidePieces.Piece - 1) / WidePieces.Piece, pieces);
    }
}
