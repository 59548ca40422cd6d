using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.TestKit.Feeds;

namespace Dispatch.Grains.Tests.Feeds;

public sealed class OpenCasesByFeedTests
{
    private const string Street = "xiashi";

    [Fact]
    public void Only_the_cases_asked_for_are_kept_and_one_that_leaves_is_reported_once()
    {
        var copy = new OpenCasesByFeed(row => row.GridId == "g1");
        var changes = new List<OpenCaseChange?>();
        copy.Changed += changes.Add;
        copy.Restart(new FeedSnapshot(Street, "e", 0, [BoardRows.Row("a", grid: "g1"), BoardRows.Row("b", grid: "g2")]));

        Assert.True(copy.Take(new FeedBatch(Street, "e", 0, 2, [new(1, BoardRows.Row("b", 2, grid: "g2"), false), new(2, BoardRows.Row("a", 2, grid: "g2"), false)])));

        Assert.Empty(copy.Rows);
        var moved = Assert.Single(changes, change => change is not null)!;
        Assert.Equal(("g1", "g2", false), (moved.Before!.GridId, moved.After.GridId, moved.Kept));
    }

    [Fact]
    public void Nothing_is_taken_before_the_first_snapshot()
    {
        Assert.False(new OpenCasesByFeed().Take(new FeedBatch(Street, "e", 0, 0, [])));
    }

    [Fact]
    public Task Whatever_is_pushed_twice_split_or_lost_each_change_counts_once_and_the_copy_equals_the_store() =>
        Gen.Select(Gen.Select(Gen.Int[0, 5], Gen.Bool).Array[0, 80], Gen.Select(Gen.Int[0, 80], Gen.Int[0, 80]).Array[0, 40]).SampleAsync(async (steps, pushes) =>
        {
            var store = new FeedStoreInMemory();
            var batches = steps.Select((step, i) => store.Commit(Street, BoardRows.Row($"c{step.Item1}", i + 1), step.Item2)).ToList();
            var copy = new OpenCasesByFeed();
            var counted = 0;
            copy.Changed += change => counted += change is null ? 0 : 1;
            copy.Restart(new FeedSnapshot(Street, "epoch", 0, []));

            foreach (var (one, other) in pushes)
            {
                var (from, to) = (Math.Min(one, other), Math.Max(one, other));
                if (to <= steps.Length)
                {
                    copy.Take(new FeedBatch(Street, "epoch", from, to, [.. batches[from..to].SelectMany(batch => batch.Entries)]));
                }
            }

            await new StoredFeed(store).CatchUp(null!, copy);
            Assert.Equal(steps.Length, counted);
            Assert.Equal(store.Open(Street), copy.Rows);
        });

    /// <summary>A feed straight from the store.</summary>
    private sealed class StoredFeed(FeedStoreInMemory store) : IStreetFeedGrain
    {
        public Task Committed(FeedBatch batch) => Task.CompletedTask;

        public async Task<FeedBatch?> Follow(IFeedFollower follower, FeedPosition position)
        {
            var entries = await store.EntriesAsync(Street, position.At, FeedBatch.MaxEntries);
            return new FeedBatch(Street, position.Epoch, position.At, position.At + entries!.Count, entries);
        }

        public Task<FeedSnapshot> Snapshot() => throw new InvalidOperationException("Nothing was lost for good.");

        public Task Unfollow(IFeedFollower follower) => Task.CompletedTask;
    }
}
