using System.Threading.Channels;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Feeds;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.Silo.Tests.Feeds;

public sealed class FeedTrimmingTests : ICityClock
{
    public DateTimeOffset Now { get; } = new(2026, 9, 30, 0, 0, 0, TimeSpan.Zero);

    public CityTime Time => new(Now, 1, "Asia/Shanghai");

    [Fact(Timeout = 30_000)]
    public async Task Entries_older_than_thirty_days_go_every_hour_and_a_store_that_is_away_is_asked_again()
    {
        var (feeds, real) = (new Trimmed(), new FakeTimeProvider());
        using var trimming = new FeedTrimming(feeds, this, real, NullLogger<FeedTrimming>.Instance);
        await trimming.StartAsync(TestContext.Current.CancellationToken);

        feeds.IsAway = true;
        Assert.Equal(Now.AddDays(-30), await NextAskedAsync(feeds, real));
        feeds.IsAway = false;
        Assert.Equal(Now.AddDays(-30), await NextAskedAsync(feeds, real));

        await trimming.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Hours pass until the store is asked; the service starts its timer on a thread of its own.</summary>
    private static async Task<DateTimeOffset> NextAskedAsync(Trimmed feeds, FakeTimeProvider real)
    {
        DateTimeOffset asked;
        while (!feeds.Asked.Reader.TryRead(out asked))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            real.Advance(FeedTrimming.Interval);
            await Task.Yield();
        }

        return asked;
    }

    private sealed class Trimmed : IFeedReads
    {
        public Channel<DateTimeOffset> Asked { get; } = System.Threading.Channels.Channel.CreateUnbounded<DateTimeOffset>();

        public bool IsAway { get; set; }

        public async ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation = default)
        {
            await Asked.Writer.WriteAsync(olderThan, cancellation);
            return IsAway ? throw new StoreUnavailableException("away") : 0;
        }

        public ValueTask<FeedPosition> HeadAsync(string streetId, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<FeedEntry>?> EntriesAsync(string streetId, long after, int limit, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public ValueTask<OpenOwners> OpenCasesAsync(string streetId, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<OpenRows?> RowsAtAsync(string streetId, DateTimeOffset at, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
