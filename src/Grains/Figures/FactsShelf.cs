namespace Dispatch.Grains.Figures;

/// <summary>
/// Facts of cases that were found out before, so that a page which asks for a year's figures by street, by community and by type reads
/// its events once. An entry answers for a case as long as nothing more has happened to it, and only for instants after its last
/// event; it is never wrong, only missing. Where there is no room, what nobody asked for the longest goes. Used by any number of threads.
/// </summary>
public sealed class FactsShelf
{
    /// <summary>Usual room, in cases: more than a year of a large street, some 85 MB where all of it is used.</summary>
    public const int UsualRoom = 150_000;

    private readonly Lock _lock = new();
    private readonly int _room;
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _latestFirst = new();

    /// <summary>An empty shelf of the usual room.</summary>
    public FactsShelf()
        : this(UsualRoom)
    {
    }

    /// <summary>An empty shelf.</summary>
    /// <param name="room">Cases at most, 1 or more.</param>
    public FactsShelf(int room)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(room, 1);
        _room = room;
    }

    /// <summary>How many cases it holds.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>The facts of a case as of an instant; null where they have to be found out.</summary>
    /// <param name="ownerId">The case.</param>
    /// <param name="lastSeq">The number of its last event.</param>
    /// <param name="asOf">The instant.</param>
    public CaseFacts? Find(string ownerId, long lastSeq, DateTimeOffset asOf)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(ownerId, out var node))
            {
                return null;
            }

            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value.LastSeq == lastSeq && node.Value.LastAt < asOf ? node.Value.Facts : null;
        }
    }

    /// <summary>Keeps the facts that every event of a case made.</summary>
    /// <param name="ownerId">The case.</param>
    /// <param name="lastSeq">The number of its last event.</param>
    /// <param name="lastAt">When that was decided.</param>
    /// <param name="facts">The facts.</param>
    public void Keep(string ownerId, long lastSeq, DateTimeOffset lastAt, CaseFacts facts)
    {
        lock (_lock)
        {
            if (_entries.Remove(ownerId, out var before))
            {
                _latestFirst.Remove(before);
            }
            else if (_entries.Count == _room)
            {
                _entries.Remove(_latestFirst.Last!.Value.OwnerId);
                _latestFirst.RemoveLast();
            }

            _entries.Add(ownerId, _latestFirst.AddFirst(new Entry(ownerId, lastSeq, lastAt, facts)));
        }
    }

    private readonly record struct Entry(string OwnerId, long LastSeq, DateTimeOffset LastAt, CaseFacts Facts);
}
