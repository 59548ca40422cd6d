namespace Dispatch.Grains.Figures;

/// <summary>
/// Facts of cases that were found out before, so that a page which asks for a year's figures by street, by community and by type reads
/// its events once. An entry answers for a case as long as nothing more has happened to it, and only for instants after its last
/// event; it is never wrong, only missing. Of all entries the half that was not asked for lately goes when there is no room. Used by any
/// number of threads.
/// </summary>
public sealed class FactsShelf
{
    /// <summary>Usual room, in cases: a year of a large street, some 60 MB.</summary>
    public const int UsualRoom = 150_000;

    private readonly Lock _lock = new();
    private readonly int _half;
    private Dictionary<string, Entry> _recent = new(StringComparer.Ordinal);
    private Dictionary<string, Entry> _older = new(StringComparer.Ordinal);

    /// <summary>An empty shelf of the usual room.</summary>
    public FactsShelf()
        : this(UsualRoom)
    {
    }

    /// <summary>An empty shelf.</summary>
    /// <param name="room">Cases at most, 2 or more.</param>
    public FactsShelf(int room)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(room, 2);
        _half = room / 2;
    }

    /// <summary>How many cases it holds.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _recent.Count + _older.Count;
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
            if (!_recent.TryGetValue(ownerId, out var entry))
            {
                if (!_older.Remove(ownerId, out entry))
                {
                    return null;
                }

                Put(ownerId, entry);
            }

            return entry.LastSeq == lastSeq && entry.LastAt < asOf ? entry.Facts : null;
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
            _older.Remove(ownerId);
            Put(ownerId, new Entry(lastSeq, lastAt, facts));
        }
    }

    private void Put(string ownerId, Entry entry)
    {
        if (_recent.Count >= _half && !_recent.ContainsKey(ownerId))
        {
            (_older, _recent) = (_recent, new Dictionary<string, Entry>(StringComparer.Ordinal));
        }

        _recent[ownerId] = entry;
    }

    private readonly record struct Entry(long LastSeq, DateTimeOffset LastAt, CaseFacts Facts);
}
