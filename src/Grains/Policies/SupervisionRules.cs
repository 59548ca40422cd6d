using System.Collections.Immutable;

namespace Dispatch.Grains.Policies;

/// <summary>
/// What lateness costs: <c>"supervision": { "reminder": "1 wd", "yellow": "1 wd", "red": "1 wd", "criticism": "3 wd", "personCards": "proposed" }</c>.
/// Each rung's time counts from the rung before it, the first one's from the missed deadline's firing.
/// </summary>
/// <param name="Rungs">In the order in which they are reached, those that the pack names; empty for none.</param>
/// <param name="ProposesPersonCards">Whether a card on a unit proposes the same on the officer who was responsible; no such card stands without the supervisor's word.</param>
public sealed record SupervisionRules(ImmutableArray<OverdueRung> Rungs, bool ProposesPersonCards)
{
    /// <summary>Nothing is said.</summary>
    public static SupervisionRules Silent { get; } = new([], ProposesPersonCards: false);
}

/// <summary>One rung of what a case that stays overdue leads to.</summary>
/// <param name="Does">What happens.</param>
/// <param name="Clock">After how long.</param>
public sealed record OverdueRung(OverdueStep Does, ClockRule Clock);

/// <summary>What happens on a rung.</summary>
public enum OverdueStep
{
    /// <summary>催办: whoever is responsible is reminded, and their leader gets a copy.</summary>
    Reminder = 0,

    /// <summary>A yellow card for the unit.</summary>
    Yellow = 1,

    /// <summary>A red card for the unit.</summary>
    Red = 2,

    /// <summary>通报批评: the unit is criticised in public.</summary>
    Criticism = 3,
}
