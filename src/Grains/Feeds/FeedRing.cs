using Dispatch.Contracts;

namespace Dispatch.Grains.Feeds;

/// <summary>The latest entries of one street's feed, contiguous, at most <paramref name="capacity"/> of them.</summary>
/// <param name="capacity">The oldest entry makes room for the newest beyond it.</param>
public sealed class FeedRing(int capacity)
{
    private readonly FeedEntry[] _entries = new FeedEntry[capacity];
    private long _tail;

    /// <summary>The newest entry's number and its epoch; null until the first <see cref="Restart"/>.</summary>
    public FeedPosition? Head { get; private set; }

    /// <summary>How many entries fit.</summary>
    public int Capacity => _entries.Length;

    /// <summary>The number before the oldest entry held: changes can be given to whoever stands here or later.</summary>
    public long Tail => _tail;

    /// <summary>Forgets everything; the next entry is the one after <paramref name="head"/>.</summary>
    public void Restart(FeedPosition head)
    {
        Array.Clear(_entries);
        Head = head;
        _tail = head.At;
    }

    /// <summary>Takes those entries of a batch that it lacks. False, and nothing taken, when others between are missing or the epoch is another.</summary>
    public bool Append(FeedBatch batch)
    {
        if (batch.Unseen(Head) is not { } unseen)
        {
            return false;
        }

        foreach (var entry in unseen)
        {
            _entries[entry.At % _entries.Length] = entry;
        }

        if (unseen.Count > 0)
        {
            Head = Head! with { At = batch.To };
            _tail = Math.Max(_tail, Head.At - _entries.Length);
        }

        return true;
    }

    /// <summary>
    /// The entries after a number, at most <see cref="FeedBatch.MaxEntries"/>, none at the head; null when the ring no longer holds
    /// the first of them, or does not reach up to that number.
    /// </summary>
    public FeedBatch? After(string streetId, long at)
    {
        if (Head is not { } head || at < _tail || at > head.At)
        {
            return null;
        }

        var to = Math.Min(head.At, at + FeedBatch.MaxEntries);
        var entries = new FeedEntry[to - at];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = _entries[(at + 1 + i) % _entries.Length];
        }

        return new FeedBatch(streetId, head.Epoch, at, to, entries);
    }
}
