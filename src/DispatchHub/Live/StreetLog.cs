using System.Diagnostics.CodeAnalysis;
using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>
/// A street in this process: its open cases, its latest changes (from which a cursor resumes), and the logs of the scopes in it
/// that somebody watches. Kept by the street's feed; a thousand boards opening read it here and ask nobody.
/// </summary>
/// <param name="streetId">The street.</param>
/// <param name="time">Real time.</param>
internal sealed class StreetLog(string streetId, TimeProvider time) : IFeedCopy
{
    /// <summary>The most changes from which a cursor resumes; further back it is a gap.</summary>
    public const int Reach = 4_096;

    private readonly Dictionary<string, WireRow> _open = [];
    private readonly List<ScopeLog> _scopes = [];
    private Queue<(long At, WireRow Row, bool Gone)> _recent = new();
    private readonly long _startedAt = time.GetTimestamp();
    private long _tail;

    /// <summary>Guards the street and its scopes.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The street.</summary>
    public string StreetId { get; } = streetId;

    /// <inheritdoc/>
    public FeedPosition? Position { get; private set; }

    /// <summary>The store's life; empty before the first snapshot.</summary>
    public string Epoch => Position?.Epoch ?? "";

    /// <summary>The feed number that it holds.</summary>
    public long At => Position?.At ?? 0;

    private TimeSpan Now => time.GetElapsedTime(_startedAt);

    /// <inheritdoc/>
    public bool Take(FeedBatch batch)
    {
        lock (Gate)
        {
            if (batch.Unseen(Position) is not { } unseen)
            {
                return false;
            }

            foreach (var entry in unseen)
            {
                Apply(entry);
            }

            if (unseen.Count > 0)
            {
                Position = Position! with { At = batch.To };
                foreach (var scope in _scopes)
                {
                    scope.Seal(batch.To, Now);
                }
            }

            return true;
        }
    }

    /// <inheritdoc/>
    public void Restart(FeedSnapshot snapshot)
    {
        lock (Gate)
        {
            _open.Clear();
            foreach (var row in snapshot.Rows)
            {
                _open[row.Id] = new WireRow(row);
            }

            Position = new FeedPosition(snapshot.Epoch, snapshot.At);
            _recent.Clear();
            _tail = snapshot.At;
            foreach (var scope in _scopes)
            {
                scope.Restart(Now);
            }
        }
    }

    /// <summary>How many changes before a number are missing here; 0 when a cursor there can resume, null when it never can.</summary>
    public int? MissingBefore(FeedCursor cursor)
    {
        lock (Gate)
        {
            return cursor.Epoch != Epoch || cursor.StreetId != StreetId || cursor.At > At || At - cursor.At > Reach ? null
                : (int)Math.Max(0, _tail - cursor.At);
        }
    }

    /// <summary>Takes changes older than those it holds, so that cursors from before this process resume too. Others are left alone.</summary>
    public void TakeOlder(FeedBatch older)
    {
        lock (Gate)
        {
            if (older.Epoch != Epoch || older.From >= _tail || older.To < _tail || At - older.From > Reach)
            {
                return;
            }

            var joined = new Queue<(long, WireRow, bool)>();
            foreach (var entry in older.Entries.Where(entry => entry.At <= _tail))
            {
                joined.Enqueue((entry.At, new WireRow(entry.Row), entry.Gone));
            }

            foreach (var entry in _recent)
            {
                joined.Enqueue(entry);
            }

            _recent = joined;
            _tail = older.From;
        }
    }

    /// <summary>Opens a scope's log at the present position; of a <c>case:</c> scope with the case as it was found a moment ago.</summary>
    public ScopeLog Add(Scope scope, CaseRow? found)
    {
        lock (Gate)
        {
            var log = new ScopeLog(scope, this);
            var latest = found is null ? null : _recent.LastOrDefault(entry => entry.Row.Row.Id == found.Id).Row;
            log.Start(found is null || latest?.Row.Version >= found.Version ? latest : new WireRow(found), Now);
            _scopes.Add(log);
            return log;
        }
    }

    /// <summary>Forgets a scope's log.</summary>
    public void Remove(ScopeLog log)
    {
        lock (Gate)
        {
            _scopes.Remove(log);
        }
    }

    /// <summary>Lets every scope that was silent say so.</summary>
    public void Beat()
    {
        lock (Gate)
        {
            foreach (var scope in _scopes)
            {
                scope.Beat(Now);
            }
        }
    }

    /// <summary>An open case. Under the <see cref="Gate"/>.</summary>
    public WireRow? Find(string caseId) => _open.GetValueOrDefault(caseId);

    /// <summary>A scope's open cases. Under the <see cref="Gate"/>.</summary>
    public IReadOnlyList<WireRow> Open(Scope scope) => [.. _open.Values.Where(row => scope.Holds(row.Row))];

    /// <summary>What the changes after a number mean to a scope, the latest of each case; null when they are not held any more. Under the <see cref="Gate"/>.</summary>
    [SuppressMessage("Performance", "CA1859", Justification = "What is read is a list, whatever holds it.")]
    public IReadOnlyList<CaseChange>? Since(long at, Scope scope)
    {
        if (at < _tail)
        {
            return null;
        }

        var held = new Dictionary<string, bool>();
        var changes = new List<CaseChange>();
        foreach (var (number, row, gone) in _recent)
        {
            var id = row.Row.Id;
            if (number > at && scope.Change(row, gone, held.TryGetValue(id, out var known) ? known : null) is { } change)
            {
                changes.Add(change);
            }

            held[id] = !gone && scope.Holds(row.Row);
        }

        return ScopeFilter.Latest(changes);
    }

    private void Apply(FeedEntry entry)
    {
        var row = new WireRow(entry.Row);
        var before = _open.GetValueOrDefault(entry.Row.Id);
        foreach (var scope in _scopes)
        {
            scope.Collect(before, row, entry.Gone);
        }

        if (entry.Gone)
        {
            _open.Remove(entry.Row.Id);
        }
        else
        {
            _open[entry.Row.Id] = row;
        }

        _recent.Enqueue((entry.At, row, entry.Gone));
        if (_recent.Count > Reach)
        {
            _tail = _recent.Dequeue().At;
        }
    }
}
