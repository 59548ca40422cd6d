using BitFaster.Caching.Lru;

namespace Dispatch.Grains.Figures;

/// <summary>
/// Facts of cases that were found out before, so that a page which asks for a year's figures by street, by community and by type reads
/// its events once. An entry answers for a case as long as nothing more has happened to it, and only for instants after its last
/// event; it is never wrong, only missing. Where there is no room, one that nobody asked for lately goes. Used by any number of threads.
/// </summary>
/// <param name="room">Cases at most, 3 or more.</param>
public sealed class FactsShelf(int room)
{
    /// <summary>Usual room, in cases: more than a year of a large street.</summary>
    public const int UsualRoom = 150_000;

    private readonly ConcurrentLru<string, Entry> _entries = new(concurrencyLevel: 1, room, StringComparer.Ordinal);

    /// <summary>An empty shelf of the usual room.</summary>
    public FactsShelf()
        : this(UsualRoom)
    {
    }

    /// <summary>How many cases it holds.</summary>
    public int Count => _entries.Count;

    /// <summary>The facts of a case as of an instant; null where they have to be found out.</summary>
    /// <param name="ownerId">The case.</param>
    /// <param name="lastSeq">The number of its last event.</param>
    /// <param name="asOf">The instant.</param>
    public CaseFacts? Find(string ownerId, long lastSeq, DateTimeOffset asOf) =>
        _entries.TryGet(ownerId, out var entry) && entry.LastSeq == lastSeq && entry.LastAt < asOf ? entry.Facts : null;

    /// <summary>Keeps the facts that every event of a case made.</summary>
    /// <param name="ownerId">The case.</param>
    /// <param name="lastSeq">The number of its last event.</param>
    /// <param name="lastAt">When that was decided.</param>
    /// <param name="facts">The facts.</param>
    public void Keep(string ownerId, long lastSeq, DateTimeOffset lastAt, CaseFacts facts) =>
        _entries.AddOrUpdate(ownerId, new Entry(lastSeq, lastAt, facts));

    private sealed record Entry(long LastSeq, DateTimeOffset LastAt, CaseFacts Facts);
}
