using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>Where a watcher stands in a scope's log.</summary>
/// <param name="Life">Counts the log's restarts: a position of an earlier life has fallen off.</param>
/// <param name="Next">The index of the next item to read, counted within the life.</param>
/// <param name="At">The feed number that the watcher holds.</param>
internal readonly record struct WatchPosition(int Life, long Next, long At);

/// <summary>How a watch begins.</summary>
/// <param name="First"><c>snapshot</c>, <c>resumed</c> or <c>gap</c>.</param>
/// <param name="Missed">What happened since the cursor; null when nothing, or with a snapshot.</param>
/// <param name="Position">Where the watcher stands after both.</param>
internal sealed record WatchStart(WatchItem First, WatchItem? Missed, WatchPosition Position);

/// <summary>
/// The changes of one scope in this process: a ring of items, each encoded once, that every watcher walks at its own pace, and a
/// snapshot that a crowd opening together shares. Bounded: whoever is slower than the ring gets a fresh snapshot.
/// </summary>
/// <remarks>All of it is guarded by the gate of its street, whose changes reach all scopes in one step.</remarks>
internal sealed class ScopeLog(Scope scope, StreetLog street)
{
    /// <summary>The most items kept.</summary>
    public const int Capacity = 512;

    /// <summary>The most rows kept in all items together.</summary>
    private const int MaxRows = 8_192;

    /// <summary>A shared snapshot is given out until this many items have followed it: whoever gets it reads those as one.</summary>
    private const int SnapshotReach = 32;

    /// <summary>A watcher hears something at least this often.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private readonly WatchItem[] _ring = new WatchItem[Capacity];
    private readonly IReadOnlyList<CaseChange>[] _changes = new IReadOnlyList<CaseChange>[Capacity];
    private readonly List<CaseChange> _collected = [];
    private TaskCompletionSource _moved = NewSignal();
    private (WireRows Rows, WatchPosition Position)? _snapshot;
    private WatchItem? _merged;
    private WireRow? _case;
    private TimeSpan _heardAt;
    private int _life;
    private long _first;
    private long _next;
    private long _to;
    private int _rows;

    /// <summary>What is watched.</summary>
    public Scope Scope { get; } = scope;

    /// <summary>The street that it lies in.</summary>
    public StreetLog Street { get; } = street;

    /// <summary>
    /// True when its case was handed to another street, or when a fresh start of the street no longer shows it: streams end, and
    /// a new watch finds the case where and how it is.
    /// </summary>
    public bool Ended { get; private set; }

    /// <summary>Starts at the street's position.</summary>
    /// <param name="found">Of a <c>case:</c> scope the case as it was found, since the street has it only while it is open.</param>
    /// <param name="now">Real time.</param>
    public void Start(WireRow? found, TimeSpan now)
    {
        _case = found;
        _to = Street.At;
        _heardAt = now;
    }

    /// <summary>Notes what one change of the street means here; <see cref="Seal"/> publishes it.</summary>
    public void Collect(WireRow? before, WireRow row, bool gone)
    {
        if (Scope.Change(row, gone, before is not null && Scope.Holds(before.Row)) is not { } change)
        {
            return;
        }

        _collected.Add(change);
        if (Scope.Kind == ScopeKind.Case)
        {
            _case = row;
            Ended |= gone && row.Row.Status.IsOpen();
        }
    }

    /// <summary>Publishes what was collected up to a number of the street's feed; nothing when nothing was.</summary>
    public void Seal(long to, TimeSpan now)
    {
        if (_collected.Count > 0)
        {
            Append([.. ScopeFilter.Latest(_collected)], to, now);
            _collected.Clear();
        }
    }

    /// <summary>After <see cref="Silence"/>: an empty item, so that cursors move and watchers know that they are not cut off.</summary>
    public void Beat(TimeSpan now)
    {
        if (now - _heardAt >= Silence)
        {
            Append([], Street.At, now);
        }
    }

    /// <summary>The street's log began anew: every position so far has fallen off.</summary>
    public void Restart(TimeSpan now)
    {
        (_first, _next, _to, _rows, _snapshot, _merged) = (0, 0, Street.At, 0, null, null);
        _life++;
        _heardAt = now;
        Ended |= Scope.Kind == ScopeKind.Case && Street.Find(Scope.Id) is null;
        Array.Clear(_ring);
        Array.Clear(_changes);
        Wake();
    }

    /// <summary>Whether an open case is in the scope now.</summary>
    public bool Holds(string caseId)
    {
        lock (Street.Gate)
        {
            return Street.Find(caseId) is { } row && Scope.Holds(row.Row);
        }
    }

    /// <summary>Begins a watch: from a cursor where it holds, else with everything.</summary>
    public WatchStart Begin(string? cursorText, CityTime clock)
    {
        lock (Street.Gate)
        {
            if (!FeedCursor.TryParse(cursorText, out var cursor)
                || cursor.Epoch != Street.Epoch || cursor.StreetId != Street.StreetId || cursor.At > Street.At)
            {
                return Whole("snapshot", clock);
            }

            if (Street.Since(cursor.At, Scope) is not { } missed)
            {
                return Whole("gap", clock);
            }

            return new WatchStart(
                WatchItem.Resumed(cursor.At, cursorText!, clock),
                cursor.At == Street.At ? null : WatchItem.Changes(cursor.At, Street.At, CursorAt(Street.At), missed),
                new WatchPosition(_life, _next, Street.At));
        }
    }

    /// <summary>
    /// What a watcher reads next: one item as it is, several as one with the latest of each case, or a <c>gap</c> where it fell off
    /// the ring. Null when there is nothing new; <paramref name="moved"/> then completes when there is.
    /// </summary>
    public WatchItem? Next(ref WatchPosition position, Func<CityTime> clock, out Task moved)
    {
        lock (Street.Gate)
        {
            moved = _moved.Task;
            if (position.Life != _life && Ended)
            {
                return null;
            }

            if (position.Life != _life || position.Next < _first)
            {
                DispatchMetrics.WatcherGaps.Add(1);
                var start = Whole("gap", clock());
                position = start.Position;
                return start.First;
            }

            if (position.Next == _next)
            {
                return null;
            }

            var last = _ring[(_next - 1) % Capacity];
            var item = position.Next == _next - 1 && last.At == position.At ? last : Merge(position, last.To!.Value);
            position = position with { Next = _next, At = item.To!.Value };
            return item;
        }
    }

    private WatchItem Merge(WatchPosition position, long to)
    {
        // Watchers that lag together read the same stretch.
        if (_merged is { } merged && merged.At == position.At && merged.To == to)
        {
            return merged;
        }

        var changes = new List<CaseChange>();
        for (var index = position.Next; index < _next; index++)
        {
            changes.AddRange(_changes[index % Capacity]);
        }

        return _merged = WatchItem.Changes(position.At, to, CursorAt(to), ScopeFilter.Latest(changes));
    }

    private WatchStart Whole(string kind, CityTime clock)
    {
        if (_snapshot is not { } snapshot || snapshot.Position.Next < _first)
        {
            var rows = Scope.Kind == ScopeKind.Case
                ? Newest(Street.Find(Scope.Id), _case) is { } row ? [row] : []
                : Street.Open(Scope);
            snapshot = (new WireRows(rows), new WatchPosition(_life, _next, Street.At));
            _snapshot = snapshot;
        }

        var at = snapshot.Position.At;
        return new WatchStart(WatchItem.Whole(kind, at, CursorAt(at), clock, snapshot.Rows), Missed: null, snapshot.Position);
    }

    private void Append(IReadOnlyList<CaseChange> changes, long to, TimeSpan now)
    {
        while (_first < _next && (_next - _first == Capacity || _rows + changes.Count > MaxRows))
        {
            _rows -= _changes[_first % Capacity].Count;
            (_ring[_first % Capacity], _changes[_first % Capacity]) = (null!, []);
            _first++;
        }

        _ring[_next % Capacity] = WatchItem.Changes(_to, to, CursorAt(to), changes);
        _changes[_next % Capacity] = changes;
        _next++;
        _rows += changes.Count;
        _to = to;
        _heardAt = now;
        if (_snapshot is { } old && _next - old.Position.Next > SnapshotReach)
        {
            _snapshot = null;
        }

        Wake();
    }

    private static WireRow? Newest(WireRow? one, WireRow? other) =>
        one is null || other?.Row.Version > one.Row.Version ? other : one;

    private string CursorAt(long at) => new FeedCursor(Street.Epoch, Street.StreetId, at).ToString();

    private void Wake()
    {
        var moved = _moved;
        _moved = NewSignal();
        moved.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
