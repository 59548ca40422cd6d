namespace Dispatch.Contracts;

/// <summary>Something that keeps a copy of a street's open cases: it stands at a position and takes what comes after it.</summary>
public interface IFeedCopy
{
    /// <summary>Where the copy stands; null before its first snapshot.</summary>
    FeedPosition? Position { get; }

    /// <summary>Takes what the copy has not seen yet. False, and nothing taken, when something between is missing.</summary>
    bool Take(FeedBatch batch);

    /// <summary>Replaces everything that the copy holds.</summary>
    void Restart(FeedSnapshot snapshot);
}

/// <summary>How a feed is followed, the same for hub processes and grains: a snapshot first, then contiguous changes.</summary>
public static class FeedFollowing
{
    /// <summary>How often a follower renews.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    /// <summary>After this long without a renewal a follower is no longer pushed to.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>A copy that cannot be kept up after so many snapshots in a row gives up until its next renewal.</summary>
    private const int MaxRestarts = 3;

    /// <summary>
    /// The entries of a batch that a position has not seen: none when it has seen them all, null when it cannot take the batch
    /// because entries between are missing or the epoch is another.
    /// </summary>
    public static IReadOnlyList<FeedEntry>? Unseen(this FeedBatch batch, FeedPosition? position)
    {
        if (position is null || position.Epoch != batch.Epoch || batch.From > position.At)
        {
            return null;
        }

        return position.At >= batch.To ? []
            : position.At == batch.From ? batch.Entries
            : [.. batch.Entries.Skip((int)(position.At - batch.From))];
    }

    /// <summary>Renews, and brings a copy up to the feed's head: by its changes where they can be had, else by a snapshot.</summary>
    /// <exception cref="InvalidOperationException">The feed gave snapshots that it could not continue from.</exception>
    public static async Task CatchUp(this IStreetFeedGrain feed, IFeedFollower follower, IFeedCopy copy)
    {
        for (var restarts = 0; restarts <= MaxRestarts;)
        {
            if (copy.Position is { } position && await feed.Follow(follower, position) is { } batch && copy.Take(batch))
            {
                if (batch.Entries.Count < FeedBatch.MaxEntries)
                {
                    return;
                }
            }
            else
            {
                restarts++;
                copy.Restart(await feed.Snapshot());
            }
        }

        throw new InvalidOperationException("The feed gave snapshots that it could not continue from.");
    }
}
