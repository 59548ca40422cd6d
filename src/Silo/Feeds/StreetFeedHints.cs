using Dispatch.Contracts;
using Dispatch.Silo.Storage;

namespace Dispatch.Silo.Feeds;

/// <summary>
/// Tells a street's feed grain what was just committed, and the city's bell whose notices changed, one way and without waiting. A hint that is lost costs nothing but time:
/// at its followers' next renewal the grain reads from the store what it lacks.
/// </summary>
internal sealed class StreetFeedHints(IGrainFactory grains) : ICommittedFeed
{
    /// <summary>Of more people than this one ring is for anybody.</summary>
    private const int MostNamed = 200;

    public void Committed(string streetId, string epoch, IReadOnlyList<FeedEntry> entries) => grains
        .GetGrain<IStreetFeedGrain>(streetId)
        .Committed(new FeedBatch(streetId, epoch, entries[0].At - 1, entries[^1].At, [.. entries]))
        .Ignore();

    public void NoticesChanged(IReadOnlyList<string> userNames) =>
        grains.GetGrain<INoticeRingGrain>(0).Ring(userNames.Count <= MostNamed ? userNames : []).Ignore();
}
