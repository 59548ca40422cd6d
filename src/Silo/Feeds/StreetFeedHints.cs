using Dispatch.Contracts;
using Dispatch.Silo.Storage;

namespace Dispatch.Silo.Feeds;

/// <summary>
/// Tells a street's feed grain what was just committed, one way and without waiting. A hint that is lost costs nothing but time:
/// at its followers' next renewal the grain reads from the store what it lacks.
/// </summary>
internal sealed class StreetFeedHints(IGrainFactory grains) : ICommittedFeed
{
    public void Committed(string streetId, string epoch, IReadOnlyList<FeedEntry> entries) => grains
        .GetGrain<IStreetFeedGrain>(streetId)
        .Committed(new FeedBatch(streetId, epoch, entries[0].At - 1, entries[^1].At, [.. entries]))
        .Ignore();
}
