using Dispatch.Contracts;

namespace Dispatch.Hub.Boards;

/// <summary>Where a street's open cases are had from now: the hub's own copy of the feed, or the feed itself.</summary>
public interface IBoardSource
{
    /// <summary>All open cases of a street at one number of its feed.</summary>
    ValueTask<FeedSnapshot> NowAsync(string streetId, CancellationToken cancellation);
}

/// <summary>Asks the street's feed each time.</summary>
internal sealed class FeedBoardSource(IGrainFactory grains) : IBoardSource
{
    public async ValueTask<FeedSnapshot> NowAsync(string streetId, CancellationToken cancellation) =>
        await grains.GetGrain<IStreetFeedGrain>(streetId).Snapshot();
}
