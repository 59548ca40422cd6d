using Dispatch.Contracts;

namespace Dispatch.Grains.Feeds;

/// <summary>
/// The open cases of a street, or of a part of it, kept by its feed. Each change is seen once, whatever is pushed twice, out of
/// order or lost; what was lost is found by the feed's numbers and asked for again.
/// </summary>
/// <param name="holds">Which cases are kept; null keeps all of the street.</param>
public sealed class OpenCasesByFeed(Func<CaseRow, bool>? holds = null) : IFeedCopy
{
    private readonly Dictionary<string, CaseRow> _rows = [];

    /// <summary>Called for each change of a case that is, or was, among those kept; for a restart, once with nothing.</summary>
    public event Action<OpenCaseChange?>? Changed;

    /// <inheritdoc/>
    public FeedPosition? Position { get; private set; }

    /// <summary>The cases kept, by id.</summary>
    public IReadOnlyDictionary<string, CaseRow> Rows => _rows;

    /// <inheritdoc/>
    public bool Take(FeedBatch batch)
    {
        if (batch.Unseen(Position) is not { } unseen)
        {
            return false;
        }

        foreach (var entry in unseen)
        {
            Position = Position! with { At = entry.At };
            Apply(entry);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Restart(FeedSnapshot snapshot)
    {
        _rows.Clear();
        foreach (var row in snapshot.Rows.Where(row => holds?.Invoke(row) ?? true))
        {
            _rows[row.Id] = row;
        }

        Position = new FeedPosition(snapshot.Epoch, snapshot.At);
        Changed?.Invoke(null);
    }

    private void Apply(FeedEntry entry)
    {
        var before = _rows.GetValueOrDefault(entry.Row.Id);
        var kept = holds?.Invoke(entry.Row) ?? true;
        if (before is null && !kept)
        {
            return;
        }

        if (kept && !entry.Gone)
        {
            _rows[entry.Row.Id] = entry.Row;
        }
        else
        {
            _rows.Remove(entry.Row.Id);
        }

        Changed?.Invoke(new OpenCaseChange(before, entry.Row, kept && !entry.Gone));
    }
}

/// <summary>One change of one case, seen once.</summary>
/// <param name="Before">The row held before; null when the case was not among those kept.</param>
/// <param name="After">The row after the change.</param>
/// <param name="Kept">False when the case is no longer among those kept.</param>
public sealed record OpenCaseChange(CaseRow? Before, CaseRow After, bool Kept);
