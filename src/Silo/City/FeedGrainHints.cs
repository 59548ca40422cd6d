using Dispatch.Contracts;
using Dispatch.Silo.Storage;

namespace Dispatch.Silo.City;

/// <summary>Tells a street's feed grain what was committed. One-way: the writer waits for nobody.</summary>
internal sealed class FeedGrainHints(IGrainFactory grains) : ICommittedFeed
{
    public void Committed(string streetId, string epoch, IReadOnlyList<FeedEntry> entries) =>
        grains.GetGrain<IStreetFeedGrain>(streetId)
            .Committed(new FeedBatch(streetId, epoch, entries[0].At - 1, entries[^1].At, entries))
            .Ignore();
}
