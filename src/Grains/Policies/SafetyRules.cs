using System.Collections.Frozen;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Policies;

/// <summary>
/// How a pack looks after those who are on site:
/// <c>"safety": { "checkIn": { "DEC-04": "20 min U", "ILL-01": { "inProgress": "20 min U" } }, "pair": "3 min U", "alarm": "1 min U" }</c>.
/// </summary>
public sealed record SafetyRules
{
    /// <summary>A pack that says nothing: no signs are waited for, and an alarm has the usual times.</summary>
    public static SafetyRules Silent { get; } = new();

    /// <summary>The time between two signs by type; a type without an entry waits for none.</summary>
    public FrozenDictionary<string, CheckInRule> CheckIn { get; init; } = FrozenDictionary<string, CheckInRule>.Empty;

    /// <summary>How long the officers ask each other before the captain is alarmed; 3 min U where a pack does not say (proposed).</summary>
    public Budget Pair { get; init; } = new(3, BudgetUnit.Minute, isUrgent: true);

    /// <summary>How long each rung has to acknowledge an alarm; 1 min U where a pack does not say (proposed). An alarm is never without it.</summary>
    public Budget Alarm { get; init; } = new(1, BudgetUnit.Minute, isUrgent: true);
}

/// <summary>The time between two signs from a site of one type; each ignores calendars.</summary>
/// <param name="Usual">Of a report that is not of work in progress; null waits for none.</param>
/// <param name="InProgress">Of one that is; null waits for none.</param>
public sealed record CheckInRule(Budget? Usual, Budget? InProgress)
{
    /// <summary>What applies to a case.</summary>
    public Budget? For(bool inProgress) => inProgress ? InProgress : Usual;
}
