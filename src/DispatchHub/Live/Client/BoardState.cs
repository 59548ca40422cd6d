using Dispatch.Contracts;

namespace Dispatch.Hub.Live.Client;

/// <summary>A board put together from the items of a watch, the way every client does it.</summary>
public sealed class BoardState
{
    private readonly Dictionary<string, CaseRow> _rows = [];

    /// <summary>What the board shows, by case id.</summary>
    public IReadOnlyDictionary<string, CaseRow> Rows => _rows;

    /// <summary>Where it stands; null before the first item.</summary>
    public string? Cursor { get; private set; }

    /// <summary>The feed number that it includes.</summary>
    public long At { get; private set; }

    /// <summary>City time as last told.</summary>
    public CityTime? Clock { get; private set; }

    /// <summary>
    /// Applies an item. False, and nothing applied, when changes do not follow on what the board holds: watch again with
    /// <see cref="Cursor"/>. Changes that the board includes already are true and change nothing.
    /// </summary>
    public bool Apply(BoardItem item)
    {
        if (item.Kind == "changes")
        {
            if (Cursor is null || item.From > At)
            {
                return false;
            }

            if (item.To < At)
            {
                return true;
            }
        }
        else if (item.Kind == "resumed" && item.At != At)
        {
            return false;
        }
        else if (item.Kind is "snapshot" or "gap")
        {
            _rows.Clear();
        }

        foreach (var row in item.Rows ?? [])
        {
            if (!_rows.TryGetValue(row.Id, out var held) || held.Version <= row.Version)
            {
                _rows[row.Id] = row;
            }
        }

        foreach (var id in item.Removed ?? [])
        {
            _rows.Remove(id);
        }

        Clock = item.Clock ?? Clock;
        At = item.To ?? item.At ?? At;
        Cursor = item.Cursor;
        return true;
    }
}
