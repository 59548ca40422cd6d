using Dispatch.Contracts;

namespace Dispatch.Silo.Storage;

/// <summary>
/// Is told what was committed to a street's feed, after each flush, and whose notices changed. Flushes overlap, so two may be told in either order. It is
/// a hint: whoever misses one finds the entries in the store. It is called on the writer and must return at once.
/// </summary>
public interface ICommittedFeed
{
    /// <summary>These entries were committed, contiguous among themselves; other silos may have written between two calls.</summary>
    /// <param name="streetId">The street.</param>
    /// <param name="epoch">The store's epoch.</param>
    /// <param name="entries">At least one, by number.</param>
    void Committed(string streetId, string epoch, IReadOnlyList<FeedEntry> entries);

    /// <summary>What these people are told of has changed in the store.</summary>
    /// <param name="userNames">At least one.</param>
    void NoticesChanged(IReadOnlyList<string> userNames)
    {
    }
}

/// <summary>Nobody wants to be told.</summary>
internal sealed class NobodyFollows : ICommittedFeed
{
    public void Committed(string streetId, string epoch, IReadOnlyList<FeedEntry> entries)
    {
    }
}
