using Dispatch.Contracts;

namespace Dispatch.Grains.DryRuns;

/// <summary>Makes the report of a dry run from the courses of its cases. Not safe for several threads.</summary>
public sealed class DryRunTally
{
    /// <summary>A period of up to so many days is told by the hour, a longer one by the day.</summary>
    private const int DaysByHour = 3;

    /// <summary>Digits of an average after the point.</summary>
    private const int Digits = 2;

    private readonly DateTimeOffset _from;
    private readonly DateTimeOffset _to;
    private readonly IReadOnlyList<DateTimeOffset> _instants;
    private readonly DryRunSideTally _before;
    private readonly DryRunSideTally _after;
    private readonly List<DryRunCase> _changed = [];
    private int _cases;
    private int _missedInStore;
    private int _notRead;

    /// <summary>For a period.</summary>
    public DryRunTally(DateTimeOffset from, DateTimeOffset to)
    {
        (_from, _to) = (from, to);
        var step = to - from <= TimeSpan.FromDays(DaysByHour) ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
        var instants = new List<DateTimeOffset>();
        for (var at = from + step; at <= to; at += step)
        {
            instants.Add(at);
        }

        (_instants, _before, _after) = (instants, new DryRunSideTally(instants, to), new DryRunSideTally(instants, to));
    }

    /// <summary>Counts a case.</summary>
    public void Add(DryRunPair pair)
    {
        _cases++;
        _missedInStore += pair.MissedInStore;
        _notRead += pair.NotRead;
        _before.Add(pair.Before, pair.PackBefore);
        _after.Add(pair.After, pair.PackAfter);
        if (pair.Before.Breaches.Count == 0 != (pair.After.Breaches.Count == 0))
        {
            _changed.Add(new DryRunCase(pair.CaseId, pair.Number, pair.Type, ClocksOf(pair.Before), ClocksOf(pair.After)));
        }
    }

    /// <summary>The report.</summary>
    public DryRunReport Report() => new()
    {
        From = _from,
        To = _to,
        Cases = _cases,
        MissedInStore = _missedInStore,
        NotRead = _notRead,
        Before = _before.Side(),
        After = _after.Side(),
        Units = Units(),
        Clocks =
        [
            .. _before.Clocks.Keys.Union(_after.Clocks.Keys).Order(StringComparer.Ordinal)
                .Select(clock => new DryRunClock(clock, _before.Clocks.GetValueOrDefault(clock), _after.Clocks.GetValueOrDefault(clock))),
        ],
        Load = [.. _instants.Zip(_before.Load(), _after.Load()).Select(load => new DryRunLoad(load.First, load.Second, load.Third))],
        Changed = [.. _changed.OrderBy(one => one.Number, StringComparer.Ordinal).Take(DryRunReport.MostCases)],
        ChangedTotal = _changed.Count,
    };

    private IReadOnlyList<DryRunUnit> Units() =>
    [
        .. _before.Units.Keys.Union(_after.Units.Keys)
            .Select(unit => (Unit: unit, Before: _before.Units.GetValueOrDefault(unit), After: _after.Units.GetValueOrDefault(unit)))
            .OrderByDescending(unit => Math.Abs(unit.After.Breaches - unit.Before.Breaches))
            .ThenByDescending(unit => unit.After.Breaches).ThenBy(unit => unit.Unit.ToString(), StringComparer.Ordinal)
            .Take(DryRunReport.MostUnits)
            .Select(unit => new DryRunUnit(
                unit.Unit,
                unit.Before.Breaches,
                unit.After.Breaches,
                unit.Before.Escalations,
                unit.After.Escalations,
                Load(unit.Before.Held),
                Load(unit.After.Held))),
    ];

    /// <summary>Open cases on average.</summary>
    private double Load(TimeSpan held) => Math.Round(held / (_to - _from), Digits);

    private static IReadOnlyList<string> ClocksOf(DryRunCourse course) => [.. course.Breaches.Select(breach => breach.Clock)];
}

/// <summary>A case on both sides.</summary>
/// <param name="CaseId">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Type">Its type's code.</param>
/// <param name="MissedInStore">Deadlines that its stored events say were missed before virtual time ends.</param>
/// <param name="NotRead">Its commits whose command cannot be told.</param>
/// <param name="PackBefore">The pack that it was opened under, as <c>id version</c>.</param>
/// <param name="Before">Its course under that.</param>
/// <param name="PackAfter">The changed pack.</param>
/// <param name="After">Its course under that.</param>
public sealed record DryRunPair(
    string CaseId, string Number, string Type, int MissedInStore, int NotRead, string PackBefore, DryRunCourse Before, string PackAfter, DryRunCourse After);
