using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>
/// A street's feed: a ring of its latest changes, pushed to followers (hub processes, grid and community grains).
/// It lies on no commit's path: the store is the truth, the writer's hints only make it quick.
/// </summary>
[Alias("street-feed-grain")]
public interface IStreetFeedGrain : IGrainWithStringKey
{
    /// <summary>The writer's hint: these were committed. Entries it does not know to be contiguous are loaded from the store.</summary>
    [Alias("committed"), OneWay]
    Task Committed(FeedBatch batch);

    /// <summary>
    /// Follow, or renew (every 5 s). Answers the changes after <paramref name="position"/>, at most 1,000 at a time, or null
    /// when they cannot be given (other epoch, or older than the store keeps): then take a snapshot and follow from there.
    /// </summary>
    [Alias("follow"), AlwaysInterleave]
    Task<FeedBatch?> Follow(IFeedFollower follower, FeedPosition position);

    /// <summary>All open cases, from the store, at one feed number.</summary>
    [Alias("snapshot"), AlwaysInterleave]
    Task<FeedSnapshot> Snapshot();

    /// <summary>Stops pushing to a follower.</summary>
    [Alias("unfollow"), AlwaysInterleave]
    Task Unfollow(IFeedFollower follower);
}

/// <summary>Something that keeps a street's open cases by their feed: a hub process, a grid or a community.</summary>
[Alias("feed-follower")]
public interface IFeedFollower : IGrainObserver
{
    /// <summary>Changes, contiguous to what was pushed before unless one was lost: then the follower asks again from where it stands.</summary>
    [Alias("changes"), OneWay]
    Task Changes(FeedBatch batch);
}
