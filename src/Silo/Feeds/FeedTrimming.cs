using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Feeds;

/// <summary>
/// Removes feed entries older than <see cref="Kept"/> of city time. Boards of the past can be told that far back; a watcher who
/// comes with an older cursor gets a snapshot.
/// </summary>
public sealed class FeedTrimming(IFeedReads feeds, ICityClock clock, TimeProvider real, ILogger<FeedTrimming> logger)
    : HourlyTrimming("feed entries", Kept, clock, real, logger)
{
    /// <summary>How long entries are kept, city time.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    protected override ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation) => feeds.TrimAsync(olderThan, cancellation);
}
