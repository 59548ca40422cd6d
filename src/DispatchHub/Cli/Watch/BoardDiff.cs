using Dispatch.Contracts;
using Dispatch.Hub.Live.Client;

namespace Dispatch.Hub.Cli.Watch;

/// <summary>Turns the items of a watch into changes that a person sees, and remembers what was shown.</summary>
internal sealed class BoardDiff
{
    private Dictionary<string, CaseRow> _shown = [];
    private bool _begun;

    /// <summary>The board as it was taken.</summary>
    public IReadOnlyCollection<CaseRow> Rows => _shown.Values;

    /// <summary>
    /// The changes of an item. The first snapshot is no change; a later one (the server restarted, or the client fell behind) shows what
    /// differs.
    /// </summary>
    public IReadOnlyList<BoardChange> Take(BoardItem item)
    {
        var changes = item.Kind switch
        {
            "changes" => Changes(item),
            "snapshot" or "gap" => Replaced(item.Rows ?? []),
            _ => [],
        };
        _begun = true;
        return changes;
    }

    private List<BoardChange> Changes(BoardItem item)
    {
        var removed = item.Removed?.ToHashSet(StringComparer.Ordinal) ?? [];
        var changes = new List<BoardChange>();
        foreach (var row in item.Rows ?? [])
        {
            Add(changes, BoardChange.Between(_shown.GetValueOrDefault(row.Id), row, removed.Remove(row.Id)));
            _shown[row.Id] = row;
        }

        changes.AddRange(removed.Where(_shown.ContainsKey).Select(id => new BoardChange('×', "elsewhere", _shown[id])));
        foreach (var id in item.Removed ?? [])
        {
            _shown.Remove(id);
        }

        return changes;
    }

    private List<BoardChange> Replaced(IReadOnlyList<CaseRow> rows)
    {
        var changes = new List<BoardChange>();
        var now = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        if (_begun)
        {
            rows.ToList().ForEach(row => Add(changes, BoardChange.Between(_shown.GetValueOrDefault(row.Id), row, gone: false)));
            changes.AddRange(_shown.Values.Where(row => !now.ContainsKey(row.Id)).Select(row => new BoardChange('×', "gone", row)));
        }

        _shown = now;
        return changes;
    }

    private static void Add(List<BoardChange> changes, BoardChange? change)
    {
        if (change is not null)
        {
            changes.Add(change);
        }
    }
}
