using Dispatch.Contracts;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>The supervisor's word on cards: those proposed on a person, and those that should not stand.</summary>
internal static class CardCommands
{
    /// <summary>A card waits for the supervisor's word.</summary>
    public static Refusal? UnlessProposed(CaseStep step) => step.Case.Cards.Any(card => card.State == CardState.Proposed)
        ? null
        : Refuse.With(RefusalCode.CardNotProposed, "No card of this case waits for your word.");

    /// <summary>A card stands.</summary>
    public static Refusal? UnlessStanding(CaseStep step) => step.Case.Cards.Any(card => card.State == CardState.Standing)
        ? null
        : Refuse.With(RefusalCode.CardNotStanding, "No card of this case stands.");

    public static Refusal? Decide(CaseStep step, DecideCard command, Actor actor)
    {
        if (Refuse.UnlessText(command.Reason, Refuse.MaxReason, "reason") is { } refusal)
        {
            return refusal;
        }

        if (step.Case.FindCard(command.Card) is not { } card)
        {
            return NoSuchCard(command.Card);
        }

        if (card.State != CardState.Proposed)
        {
            return Refuse.With(RefusalCode.CardNotProposed, $"Card {card.Number} does not wait for your word; look at the case as it stands now.");
        }

        step.Record(new CardDecided(card.Number, command.Granted, command.Reason));
        return null;
    }

    public static Refusal? Withdraw(CaseStep step, WithdrawCard command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        if (step.Case.FindCard(command.Card) is not { } card)
        {
            return NoSuchCard(command.Card);
        }

        if (card.State != CardState.Standing)
        {
            return Refuse.With(RefusalCode.CardNotStanding, $"Card {card.Number} does not stand; look at the case as it stands now.");
        }

        step.Record(new CardWithdrawn(card.Number, command.Reason!));
        return null;
    }

    private static Refusal NoSuchCard(int number) =>
        Refuse.With(RefusalCode.UnknownCard, $"The case has no card {number}; its view lists the cards.");
}
