using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.TestKit.Feeds;

namespace Dispatch.Grains.Tests.Feeds;

public sealed class FeedRingTests
{
    private const string Epoch = "epoch";

    [Fact]
    public void A_batch_that_was_seen_changes_nothing()
    {
        var ring = RingAt(10);
        Assert.True(ring.Append(Batch(10, 12)));
        Assert.True(ring.Append(Batch(10, 12)));
        Assert.True(ring.Append(Batch(8, 11)));

        Assert.Equal(12, ring.Head!.At);
        Assert.Equal([11, 12], Numbers(ring.After("xiashi", 10)));
    }

    [Fact]
    public void Of_an_overlapping_batch_only_the_new_part_is_taken()
    {
        var ring = RingAt(10);
        ring.Append(Batch(10, 12));
        Assert.True(ring.Append(Batch(11, 14)));
        Assert.Equal([11, 12, 13, 14], Numbers(ring.After("xiashi", 10)));
    }

    [Fact]
    public void A_batch_after_a_hole_or_of_another_epoch_is_not_taken()
    {
        var ring = RingAt(10);
        Assert.False(ring.Append(Batch(11, 12)));
        Assert.False(ring.Append(Batch(10, 12, "restored")));
        Assert.Equal(10, ring.Head!.At);
    }

    [Fact]
    public void The_oldest_entries_make_room_for_the_newest()
    {
        var ring = new FeedRing(8);
        ring.Restart(new FeedPosition(Epoch, 0));
        ring.Append(Batch(0, 20));

        Assert.Equal(12, ring.Tail);
        Assert.Null(ring.After("xiashi", 11));
        Assert.Equal([13, 14, 15, 16, 17, 18, 19, 20], Numbers(ring.After("xiashi", 12)));
        Assert.Empty(ring.After("xiashi", 20)!.Entries);
        Assert.Null(ring.After("xiashi", 21));
    }

    [Fact]
    public void More_than_a_batch_holds_comes_in_parts()
    {
        var ring = new FeedRing(4_096);
        ring.Restart(new FeedPosition(Epoch, 0));
        ring.Append(Batch(0, 2_500));

        Assert.Equal(FeedBatch.MaxEntries, ring.After("xiashi", 0)!.To);
        Assert.Equal(2_500, ring.After("xiashi", 2_000)!.To);
    }

    [Fact]
    public void Whatever_arrives_in_whatever_order_what_is_given_is_contiguous() =>
        Gen.Select(Gen.Long[0, 40], Gen.Int[0, 12]).Array[0, 60].Sample(batches =>
        {
            var ring = new FeedRing(16);
            ring.Restart(new FeedPosition(Epoch, 0));
            foreach (var (from, length) in batches)
            {
                var head = ring.Head!.At;
                var taken = ring.Append(Batch(from, from + length));
                if (taken != from <= head || ring.Head.At != (taken ? Math.Max(head, from + length) : head))
                {
                    return false;
                }

                for (var at = ring.Tail; at <= ring.Head.At; at++)
                {
                    if (!Numbers(ring.After("xiashi", at)).SequenceEqual(LongRange(at + 1, ring.Head.At)))
                    {
                        return false;
                    }
                }
            }

            return ring.Head!.At - ring.Tail <= 16;
        });

    private static FeedRing RingAt(long at)
    {
        var ring = new FeedRing(64);
        ring.Restart(new FeedPosition(Epoch, at));
        return ring;
    }

    private static IEnumerable<long> LongRange(long from, long to)
    {
        for (var i = from; i <= to; i++)
        {
            yield return i;
        }
    }

    private static IEnumerable<long> Numbers(FeedBatch? batch) => batch!.Entries.Select(entry => entry.At);

    private static FeedBatch Batch(long from, long to, string epoch = Epoch) =>
        new("xiashi", epoch, from, to, [.. LongRange(from + 1, to).Select(at => new FeedEntry(at, BoardRows.Row($"c{at}"), Gone: false))]);
}
