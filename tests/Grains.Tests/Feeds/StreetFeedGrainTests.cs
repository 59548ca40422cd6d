using System.Threading.Channels;
using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Storage;
using Dispatch.TestKit.Feeds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace Dispatch.Grains.Tests.Feeds;

public sealed class StreetFeedGrainTests(StreetFeedGrainTests.Silo silo) : IClassFixture<StreetFeedGrainTests.Silo>
{
    private readonly string _street = $"street-{Guid.NewGuid():n}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IStreetFeedGrain Feed => silo.Cluster.Client.GetGrain<IStreetFeedGrain>(_street);

    [Fact]
    public async Task A_hint_reaches_followers_at_once_and_the_next_ones_together_after_the_interval()
    {
        using var follower = await FollowAsync();
        await Feed.Committed(Commit("a"));
        Assert.Equal([1], await follower.NextAsync());

        await Feed.Committed(Commit("b"));
        await Feed.Committed(Commit("c"));
        await Feed.Follow(follower.Reference, new FeedPosition("epoch", 3));
        Assert.Equal(0, follower.Waiting);

        silo.Time.Advance(TimeSpan.FromMilliseconds(25));
        Assert.Equal([2, 3], await follower.NextAsync());
    }

    [Fact]
    public async Task Hints_out_of_order_twice_or_lost_are_completed_from_the_store()
    {
        using var follower = await FollowAsync();
        var (first, second, third) = (Commit("a"), Commit("b"), Commit("c"));
        await Feed.Committed(third);
        Assert.Equal([1, 2, 3], await follower.NextAsync());

        await Feed.Committed(first);
        await Feed.Committed(third);
        await Feed.Committed(second);
        silo.Time.Advance(TimeSpan.FromMilliseconds(25));
        await Feed.Committed(Commit("d"));
        Assert.Equal([4], await follower.NextAsync());
    }

    [Fact]
    public async Task What_no_hint_ever_told_is_found_at_a_renewal_and_pushed_to_the_others()
    {
        using var follower = await FollowAsync();
        using var other = await FollowAsync();
        Commit("a");
        var answer = await Feed.Follow(follower.Reference, new FeedPosition("epoch", 0));
        Assert.Equal(1, answer!.To);
        Assert.Equal([1], await other.NextAsync());
    }

    [Fact]
    public async Task A_follower_that_did_not_renew_for_15_seconds_is_not_pushed_to()
    {
        using var lapsed = await FollowAsync();
        silo.Time.Advance(FeedFollowing.Lease + TimeSpan.FromMilliseconds(1));
        using var live = await FollowAsync();
        await Feed.Committed(Commit("a"));
        Assert.Equal([1], await live.NextAsync());
        Assert.Equal(0, lapsed.Waiting);
    }

    [Fact]
    public async Task Another_epoch_a_number_from_the_future_and_one_no_longer_kept_cannot_be_followed_from()
    {
        Commit("a");
        Commit("b");
        using var follower = new Follower(silo.Cluster.Client);
        Assert.Null(await Feed.Follow(follower.Reference, new FeedPosition("another", 1)));
        Assert.Null(await Feed.Follow(follower.Reference, new FeedPosition("epoch", 3)));
        silo.Store.Trim(_street, 1);
        Assert.Null(await Feed.Follow(follower.Reference, new FeedPosition("epoch", 0)));
        Assert.Equal(2, (await Feed.Follow(follower.Reference, new FeedPosition("epoch", 1)))!.To);
    }

    [Fact]
    public async Task A_restored_store_is_noticed_at_the_next_renewal_and_told_to_every_follower()
    {
        Commit("a");
        Commit("b");
        using var follower = await FollowAsync(2);
        silo.Store.Restore(_street, 1);
        silo.Time.Advance(TimeSpan.FromMilliseconds(25));
        Assert.Null(await Feed.Follow(follower.Reference, new FeedPosition("epoch", 2)));
        Assert.Equal("epoch'", (await follower.NextBatchAsync()).Epoch);
        Assert.Equal(1, (await Feed.Snapshot()).At);
    }

    [Fact]
    public async Task A_follower_behind_the_ring_is_served_from_the_store_in_parts()
    {
        for (var i = 0; i < 1_500; i++)
        {
            Commit($"c{i}");
        }

        using var follower = new Follower(silo.Cluster.Client);
        var copy = new OpenCasesByFeed();
        copy.Restart(new FeedSnapshot(_street, "epoch", 0, []));
        await Feed.CatchUp(follower.Reference, copy);
        Assert.Equal(1_500, copy.Rows.Count);
        Assert.Equal(0, silo.Store.SnapshotReads(_street));
    }

    private FeedBatch Commit(string id) => silo.Store.Commit(_street, BoardRows.Row(id));

    private async Task<Follower> FollowAsync(long at = 0)
    {
        var follower = new Follower(silo.Cluster.Client);
        Assert.NotNull(await Feed.Follow(follower.Reference, new FeedPosition("epoch", at)));

        // The first push of an activation names its epoch.
        silo.Time.Advance(TimeSpan.FromMilliseconds(25));
        return follower;
    }

    private sealed class Follower : IFeedFollower, IDisposable
    {
        private readonly Channel<FeedBatch> _batches = System.Threading.Channels.Channel.CreateBounded<FeedBatch>(100);
        private readonly IGrainFactory _grains;

        public Follower(IGrainFactory grains)
        {
            _grains = grains;
            Reference = grains.CreateObjectReference<IFeedFollower>(this);
        }

        public IFeedFollower Reference { get; }

        public int Waiting => _batches.Reader.Count;

        public Task Changes(FeedBatch batch) => batch.Entries.Count == 0 && batch.Epoch == "epoch" ? Task.CompletedTask : _batches.Writer.WriteAsync(batch).AsTask();

        public async Task<FeedBatch> NextBatchAsync() => await _batches.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        public async Task<IEnumerable<long>> NextAsync() => (await NextBatchAsync()).Entries.Select(entry => entry.At);

        public void Dispose() => _grains.DeleteObjectReference<IFeedFollower>(Reference);
    }

    public sealed class Silo : IAsyncLifetime
    {
        public FeedStoreInMemory Store { get; } = new();

        public FakeTimeProvider Time { get; } = new();

        public InProcessTestCluster Cluster { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var builder = new InProcessTestClusterBuilder(1);
            builder.ConfigureSilo((_, silo) => silo.Services
                .AddSingleton<IFeedReads>(Store)
                .AddSingleton<ICaseRows>(Store)
                .AddSingleton<TimeProvider>(Time)
                .UseTimeProviderForBackgroundAreas(TimeProvider.System));
            Cluster = builder.Build();
            await Cluster.DeployAsync();
        }

        public async ValueTask DisposeAsync() => await Cluster.DisposeAsync();
    }
}
