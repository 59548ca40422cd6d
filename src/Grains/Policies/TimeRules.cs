using System.Collections.Frozen;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Policies;

/// <summary>What a pack says of more time, of sending a case back, and of what was done out of reach. Each part is null where the pack is silent.</summary>
public sealed record TimeRules
{
    /// <summary>Nothing is said.</summary>
    public static TimeRules Silent { get; } = new();

    /// <summary>Who decides on extensions and until when.</summary>
    public ExtensionRule? Extensions { get; init; }

    /// <summary>How a case is parked.</summary>
    public SuspensionRule? Suspension { get; init; }

    /// <summary>How often a case may be returned, at most.</summary>
    public int? MostReturns { get; init; }

    /// <summary>The small extra span that the responsible party may take.</summary>
    public ExtraTimeRule? ExtraTime { get; init; }

    /// <summary>What becomes of a command that was given in time and arrives after its clock had fired; null refuses it.</summary>
    public OfflineRule? Offline { get; init; }
}

/// <summary>Extensions: <c>"extensions": { "decide": "4 wh", "undecided": "refuse", "most": 2 }</c>.</summary>
/// <param name="Decide">The clock of the supervisor's decision.</param>
/// <param name="GrantUndecided">What the machine answers when that clock runs out: true grants what was asked for, false refuses.</param>
/// <param name="Most">How many are granted to a case at most; null for any number.</param>
public sealed record ExtensionRule(ClockRule Decide, bool GrantUndecided, int? Most);

/// <summary>Suspensions: <c>"suspension": { "approval": true, "decide": "1 wd", "review": "5 wd", "longest": "90 d" }</c>.</summary>
/// <param name="Approval">The clock of the supervisor's decision on what dispatchers and captains ask for; null where they park by themselves.</param>
/// <param name="Review">The clock by which the supervisor looks at a suspended case again; null where nobody must.</param>
/// <param name="Longest">How long a suspension lasts at most.</param>
public sealed record SuspensionRule(ClockRule? Approval, ClockRule? Review, TimeSpan Longest);

/// <summary>Extra time: <c>"extraTime": { "percent": 20, "most": 1 }</c>.</summary>
/// <param name="Percent">Of the clock's own budget, 1 to 50.</param>
/// <param name="Most">How often a case may have it, 1 to 3.</param>
public sealed record ExtraTimeRule(int Percent, int Most)
{
    /// <summary>What it gives to a clock: whole minutes of working time rounded up, or whole days of local days, one at least.</summary>
    public Budget LengthFor(Budget budget, WorkCalendar calendar)
    {
        if (budget.Axis == ClockAxis.LocalDay)
        {
            return new Budget(Math.Max(1, budget.Amount * Percent / 100), BudgetUnit.Day);
        }

        var ms = (decimal)budget.BudgetMs(calendar) * Percent / 100;
        return new Budget((int)Math.Ceiling(ms / 60_000), BudgetUnit.Minute, budget.IsUrgent);
    }
}

/// <summary>Offline: <c>"offline": { "answered": true, "needsEvidence": ["settle", "resolve"] }</c>. How far back a command may lie is the pack's <c>occurredAtLimit</c>.</summary>
/// <param name="NeedsEvidence">The commands that are taken only with a photo, by their names on the wire.</param>
public sealed record OfflineRule(FrozenSet<string> NeedsEvidence);
