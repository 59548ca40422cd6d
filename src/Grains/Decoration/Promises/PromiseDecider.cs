using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Cases.Commands;

namespace Dispatch.Grains.Decoration.Promises;

/// <summary>What those who have a secret link may say of a case, and what the staff let them see. Pure.</summary>
internal static class PromiseDecider
{
    /// <summary>The word that stands as the reason where a reporter opened the case again; pages have a sentence for it.</summary>
    public const string NotSolved = "reporter-not-solved";

    /// <summary>Until when a closing can be answered.</summary>
    public static DateTimeOffset AnswerBy(DateTimeOffset closing, DecorationRules rules) => closing.AddDays(rules.Numbers[DecorationNumbers.NotSolvedDays]);

    /// <summary>An answer about the last closing. The same again changes nothing; another one comes too late.</summary>
    public static Refusal? Answer(CaseStep step, AnswerOutcome command, Actor actor)
    {
        if (step.Pack.Decoration is not { } rules)
        {
            return Refusing.NotOffered.Refusal;
        }

        if (!Enum.IsDefined(command.Party) || !Enum.IsDefined(command.Answer) || command is { Party: PromiseParty.Owner, Answer: OutcomeAnswer.NotSolved })
        {
            return Refuse.With(RefusalCode.InvalidValue, "Only whoever reported a case says that it is not solved.");
        }

        if (step.Known.ClosedAt is not { } closing || step.Now > AnswerBy(closing, rules))
        {
            return Refuse.With(RefusalCode.AnswerTooLate, "The time to say how this case ended is over; report it anew.");
        }

        if (step.Case.Promise?.SaidBy(command.Party) is { } said && said.Closing == closing)
        {
            return said.Answer == command.Answer
                ? null
                : Refuse.With(RefusalCode.AlreadyAnswered, "How this case ended was said by this link already; it counts as it was said first.");
        }

        step.Record(new OutcomeAnswered(command.Party, command.Answer, closing));
        return command.Answer == OutcomeAnswer.NotSolved ? OpenAgain(step, actor) : null;
    }

    /// <summary>Which photos of the case are shown.</summary>
    public static Refusal? Show(CaseStep step, ShowPhotos command, Actor actor)
    {
        if (step.Pack.Decoration is null)
        {
            return Refusing.NotOffered.Refusal;
        }

        if (command.EvidenceIds is not { } ids)
        {
            return Refuse.With(RefusalCode.InvalidValue, "Name the photos that are shown in evidenceIds, or none.");
        }

        if (Refuse.UnlessIds(ids, "evidenceIds") is { } refusal)
        {
            return refusal;
        }

        List<string> shown = [.. ids.Distinct(StringComparer.Ordinal)];
        if (!shown.TrueForAll(id => step.Case.Evidence.Any(piece => piece.Id == id)))
        {
            return Refuse.With(RefusalCode.UnknownEvidence, "One of these photos is not attached to this case.");
        }

        if (!shown.SequenceEqual(step.Case.Promise?.Photos ?? []))
        {
            step.Record(new PhotosShown([.. shown]));
        }

        return null;
    }

    /// <summary>The supervisor sees to a case that was called solved and is not.</summary>
    private static Refusal? OpenAgain(CaseStep step, Actor actor)
    {
        if (DeskCommands.Reopen(step, new Reopen(NotSolved), actor) is { } refusal)
        {
            return refusal;
        }

        step.EnterSupervision(EscalationReason.NotSolved, NotSolved);
        return null;
    }
}
