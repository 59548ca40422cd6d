using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>
/// One scope in several streets, read as one: the cases of a department are wherever it was called to. Its numbers are the sums of those
/// of the streets, so each item still leads from the last one's number to its own; its cursor has a place in each street.
/// </summary>
/// <param name="streets">At least one, in an order that stays.</param>
internal sealed class StreetsReading(IReadOnlyList<ScopeReading> streets) : IScopeReading
{
    private readonly string[] _cursors = new string[streets.Count];

    /// <inheritdoc/>
    public bool Ended => streets.Any(street => street.Ended);

    private long At => streets.Sum(street => street.At);

    private string Cursor => StreetsCursor.Join(_cursors);

    /// <inheritdoc/>
    public async Task ReachAsync(string? cursor, CancellationToken cancellation)
    {
        foreach (var (street, own) in streets.Zip(StreetsCursor.Split(cursor, streets.Count)))
        {
            await street.ReachAsync(own, cancellation);
        }
    }

    /// <inheritdoc/>
    public (WatchItem First, WatchItem? Missed) Begin(string? cursor, CityTime clock)
    {
        var starts = streets.Zip(StreetsCursor.Split(cursor, streets.Count), (street, own) => street.Begin(own, clock)).ToList();
        if (!starts.TrueForAll(start => start.First.Kind == "resumed"))
        {
            return (Whole(starts.Exists(start => start.First.Kind == "gap") ? "gap" : "snapshot", clock), null);
        }

        for (var i = 0; i < streets.Count; i++)
        {
            _cursors[i] = (starts[i].Missed ?? starts[i].First).Cursor;
        }

        var (from, missed) = (starts.Sum(start => start.First.At), starts.Select(start => start.Missed).OfType<WatchItem>().ToList());
        return (
            WatchItem.Resumed(from, cursor!, clock),
            missed.Count == 0 ? null : WatchItem.Changes(from, At, Cursor, [.. missed.SelectMany(item => Here(item.AsChanges()))]));
    }

    /// <inheritdoc/>
    public WatchItem? Next(Func<CityTime> clock, out Task moved)
    {
        var from = At;
        var waits = new List<Task>(streets.Count);
        for (var i = 0; i < streets.Count; i++)
        {
            var item = streets[i].Next(clock, out var move);
            waits.Add(move);
            if (item is not null)
            {
                moved = move;
                _cursors[i] = item.Cursor;
                // Who must begin anew in one street begins anew: whatever replaces replaces everything.
                return item.IsWhole ? Whole("gap", clock()) : WatchItem.Changes(from, At, Cursor, Here(item.AsChanges()));
            }
        }

        moved = Task.WhenAny(waits);
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var street in streets)
        {
            street.Dispose();
        }
    }

    private WatchItem Whole(string kind, CityTime clock)
    {
        var rows = new Dictionary<string, WireRow>(StringComparer.Ordinal);
        for (var i = 0; i < streets.Count; i++)
        {
            var first = streets[i].Begin(null, clock).First;
            _cursors[i] = first.Cursor;
            foreach (var row in first.Rows!.Rows)
            {
                // One that changes street may be in both for a moment.
                if (!rows.TryGetValue(row.Row.Id, out var known) || known.Row.Version < row.Row.Version)
                {
                    rows[row.Row.Id] = row;
                }
            }
        }

        return WatchItem.Whole(kind, At, Cursor, clock, new WireRows([.. rows.Values]));
    }

    /// <summary>Without what left one street for another that has it by now.</summary>
    private IReadOnlyList<CaseChange> Here(IEnumerable<CaseChange> changes) =>
        [.. changes.Where(change => !change.Removed || change.Row is not null || !streets.Any(street => street.Log.Holds(change.Id)))];
}

/// <summary>A cursor with a place in each of several streets: those of the streets, with a dot between.</summary>
internal static class StreetsCursor
{
    /// <summary>As long as a call to the hub may carry; beyond it a watch that comes back begins anew.</summary>
    private const int MaxLength = 6 * 1024;

    private const char Separator = '.';

    /// <summary>The form that clients get.</summary>
    public static string Join(IReadOnlyList<string> cursors) =>
        string.Join(Separator, cursors) is { Length: <= MaxLength } joined ? joined : "";

    /// <summary>The place in each street; all null for a cursor that was not made of as many.</summary>
    public static IReadOnlyList<string?> Split(string? cursor, int streets) =>
        cursor is { Length: <= MaxLength } && cursor.Split(Separator) is { } parts && parts.Length == streets ? parts : new string?[streets];
}
