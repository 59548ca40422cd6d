using System.Text.Json;
using Dispatch.Contracts;

namespace Dispatch.Grains.DryRuns;

/// <summary>Counts one side of a dry run. Not safe for several threads.</summary>
/// <param name="instants">When open cases are counted, in order.</param>
/// <param name="end">When virtual time ends.</param>
internal sealed class DryRunSideTally(IReadOnlyList<DateTimeOffset> instants, DateTimeOffset end)
{
    private static readonly int Levels = Enum.GetValues<CaseLevel>().Length;

    private readonly SortedSet<string> _packs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _refused = new(StringComparer.Ordinal);
    private readonly int[] _escalations = new int[Levels];

    /// <summary>By how much the count of a level differs at an instant from the one before.</summary>
    private readonly int[,] _steps = new int[instants.Count + 1, Levels];

    private int _breaches;
    private int _casesBreached;
    private int _closed;

    /// <summary>Breaches by clock.</summary>
    public Dictionary<string, int> Clocks { get; } = new(StringComparer.Ordinal);

    /// <summary>Breaches and escalations by unit, and how long it held cases in all.</summary>
    public Dictionary<Scope, (int Breaches, int Escalations, TimeSpan Held)> Units { get; } = [];

    public void Add(DryRunCourse course, string pack)
    {
        _packs.Add(pack);
        _breaches += course.Breaches.Count;
        _casesBreached += course.Breaches.Count > 0 ? 1 : 0;
        _closed += course.Case is { IsOpen: false } ? 1 : 0;
        foreach (var (clock, responsible) in course.Breaches)
        {
            Clocks[clock] = Clocks.GetValueOrDefault(clock) + 1;
            var unit = Units.GetValueOrDefault(responsible);
            Units[responsible] = unit with { Breaches = unit.Breaches + 1 };
        }

        foreach (var (to, responsible) in course.Escalations)
        {
            _escalations[(int)to]++;
            var unit = Units.GetValueOrDefault(responsible);
            Units[responsible] = unit with { Escalations = unit.Escalations + 1 };
        }

        foreach (var code in course.Refused)
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
            _refused[name] = _refused.GetValueOrDefault(name) + 1;
        }

        CountLevels(course.Levels);
        CountHolders(course.Holders);
    }

    public DryRunSide Side() => new([.. _packs], _breaches, _casesBreached, Counts(level => _escalations[level]), _closed, _refused);

    /// <summary>Open cases at each instant.</summary>
    public IEnumerable<LevelCounts> Load()
    {
        var open = new int[Levels];
        for (var i = 0; i < instants.Count; i++)
        {
            for (var level = 0; level < Levels; level++)
            {
                open[level] += _steps[i, level];
            }

            yield return Counts(level => open[level]);
        }
    }

    private void CountHolders(IReadOnlyList<(DateTimeOffset At, Scope? Responsible)> holders)
    {
        for (var i = 0; i < holders.Count; i++)
        {
            if (holders[i].Responsible is { } responsible)
            {
                var unit = Units.GetValueOrDefault(responsible);
                Units[responsible] = unit with { Held = unit.Held + ((i + 1 < holders.Count ? holders[i + 1].At : end) - holders[i].At) };
            }
        }
    }

    private void CountLevels(IReadOnlyList<(DateTimeOffset At, CaseLevel? Level)> levels)
    {
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i].Level is { } level)
            {
                _steps[FirstAt(levels[i].At), (int)level]++;
                _steps[i + 1 < levels.Count ? FirstAt(levels[i + 1].At) : instants.Count, (int)level]--;
            }
        }
    }

    /// <summary>The first instant at which that has happened.</summary>
    private int FirstAt(DateTimeOffset at)
    {
        var (low, high) = (0, instants.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = instants[middle] < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static LevelCounts Counts(Func<int, int> count) => new(
        count((int)CaseLevel.Grid), count((int)CaseLevel.Community), count((int)CaseLevel.Street), count((int)CaseLevel.Supervision));
}
