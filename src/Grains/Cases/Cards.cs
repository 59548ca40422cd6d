using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Cases;

/// <summary>The one place where cards come from.</summary>
internal static class Cards
{
    /// <summary>
    /// A card on a unit for a deadline that was missed. Where the pack says so the same is proposed on the officer who was responsible for
    /// it. Nothing for a deadline inside an outage, which nobody could have kept, and nothing in a drill.
    /// </summary>
    public static void Issue(CaseStep step, CardColour colour, Scope on, DeadlineMissed missed)
    {
        if (missed.Excused is not null || step.Case.IsDrill)
        {
            return;
        }

        var (number, person) = (step.Case.NextCard, step.Case.Responsible);
        step.Record(new CardIssued(colour, on, missed.Clock) { Card = number, Generation = missed.Generation, DueAt = missed.DueAt });
        if (step.Pack.Supervision.ProposesPersonCards && person.Kind == ScopeKind.Officer && on == step.Case.Unit && !IsProposed(step.Case, person, colour))
        {
            step.Record(new CardProposed(number + 1, colour, person, missed.Clock, missed.Generation, missed.DueAt, Beside: number));
        }
    }

    /// <summary>Nobody is asked twice for the same.</summary>
    private static bool IsProposed(Case @case, Scope person, CardColour colour) =>
        @case.Cards.Any(card => card.State == CardState.Proposed && card.On == person && card.Colour == colour);
}
