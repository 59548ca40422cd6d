using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Cases.Commands;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// Commands that were given in time and arrive after the clock that they answer had fired. The deadline counts as met. Where nobody
/// has acted since, the firing is taken back with all that followed from it, and the command is carried out where it was given;
/// where somebody has, their act stands: the command is noted, and carried out only if the case has not been moved.
/// </summary>
internal static class OfflineAnswers
{
    /// <summary>
    /// The firings that a command answers, oldest first: given before the due instant by somebody whose turn it was then. Empty where
    /// the pack has no such rule or nothing fired.
    /// </summary>
    public static ImmutableArray<Escalation> Of(
        Case @case, CommandRule rule, CommandEnvelope envelope, Actor speaker, DateTimeOffset now, PolicyPack pack, Known known)
    {
        if (pack.Time.Offline is null || envelope.OccurredAt is not { } happened)
        {
            return [];
        }

        var answers = rule.Answers(envelope.Command, speaker);
        return [.. @case.Escalations.Where(IsAnswered)];

        bool IsAnswered(Escalation one) => happened <= one.DueAt && happened >= one.Clock.StartedAt && one.Until >= now
            && @case.Rules(pack).Find(one.Clock.Name)?.StopOn.Overlaps(answers) == true
            && rule.Refuses(new CaseStep(@case.AsBefore(one), pack, known, now, speaker.Id, happened), speaker) is null;
    }

    /// <summary>The pack asks for a photo of that time with this command.</summary>
    public static Refusal? UnlessShown(Case @case, CommandEnvelope envelope, Actor speaker, Escalation first, PolicyPack pack)
    {
        if (!pack.Time.Offline!.NeedsEvidence.Contains(envelope.Command.Name) || Photos(envelope.Command) is { Count: > 0 }
            || @case.Evidence.Any(photo => photo.By == speaker.Id && photo.At >= first.Clock.StartedAt && photo.At <= first.DueAt))
        {
            return null;
        }

        return Refuse.With(
            RefusalCode.EvidenceNeeded, "A clock ran out before this arrived; give it again with a photo that shows it was done in time.");
    }

    /// <summary>Decides such a command.</summary>
    /// <param name="step">The case with everything fired that ran out before, and the speaker's words recorded.</param>
    /// <param name="rule">The command's rule.</param>
    /// <param name="envelope">The command.</param>
    /// <param name="speaker">Whose it is.</param>
    /// <param name="answered">The firings that it answers, oldest first; one at least.</param>
    public static Refusal? Carry(CaseStep step, CommandRule rule, CommandEnvelope envelope, Actor speaker, ImmutableArray<Escalation> answered)
    {
        if (CanBeTakenBack(step.Case, answered[0]))
        {
            TakeBack(step, answered[0], envelope);
            return rule.Refuses(step, speaker) ?? rule.Carry(step, envelope.Command, speaker);
        }

        var carried = !answered[0].Moved && rule.Refuses(step, speaker) is null;
        foreach (var escalation in answered)
        {
            Note(step, escalation, envelope, carried);
        }

        if (!carried)
        {
            return EvidenceCommands.Take(step, Photos(envelope.Command));
        }

        var refusal = rule.Carry(step, envelope.Command, speaker);
        if (!answered[0].Supervised && !step.Case.Clocks.Any(IsStillMissed))
        {
            step.EndSupervision();
        }

        return refusal;
    }

    private static bool IsStillMissed(SlaClock clock) => clock is { IsOpen: true, State: ClockState.Missed } && clock.Name != ClockNames.Supervise;

    /// <summary>
    /// Nobody has acted since, and whatever else ran out since then was started by the firing: a clock that ran beside it and was
    /// missed too has its own consequences, which stay.
    /// </summary>
    private static bool CanBeTakenBack(Case @case, Escalation first) => !first.Acted
        && @case.Escalations.SkipWhile(one => one != first).Skip(1).All(later => later.Clock.StartedAt >= first.FiredAt);

    private static void TakeBack(CaseStep step, Escalation first, CommandEnvelope envelope)
    {
        // What the firing set going never had to happen, so nothing of it is a verdict on anybody.
        foreach (var clock in step.Case.Clocks)
        {
            if (clock is { IsOpen: true } && clock.StartedAt >= first.FiredAt
                && !ClockNames.OfConsent.Contains(clock.Name) && !SideClocks.IsSafety(clock.Name)
                && !(first.WasOverdue && clock.Name == SideClocks.Overdue))
            {
                step.StopWithout(clock);
            }
        }

        if (step.Case.Supervised && !first.Supervised)
        {
            step.Record(new SupervisionEnded());
        }

        step.Record(Answered(step, first, envelope, takenBack: true, first.Cards));
    }

    private static void Note(CaseStep step, Escalation escalation, CommandEnvelope envelope, bool carried)
    {
        if (!carried && step.Case.Stands(escalation))
        {
            step.StopAsMet(escalation.Clock.Name);
        }

        var reminded = step.Case.Overdue?.Clock == escalation.Clock.Name;
        var cards = escalation.Cards?.RemoveAll(card => card.Clock != escalation.Clock.Name && !(reminded && card.Clock == SideClocks.Overdue));
        step.Record(Answered(step, escalation, envelope, takenBack: false, cards));
    }

    private static EscalationAnswered Answered(
        CaseStep step, Escalation escalation, CommandEnvelope envelope, bool takenBack, ImmutableArray<CardIssued>? cards) => new(
        escalation.Clock.Name, escalation.Clock.Generation, escalation.DueAt, envelope.OccurredAt ?? step.Now, envelope.Command.Name, takenBack,
        cards?.RemoveAll(card => step.Case.FindCard(card.Card) is { State: CardState.Withdrawn }) is { IsEmpty: false } withdrawn ? withdrawn : null);

    private static IReadOnlyList<string>? Photos(CaseCommand command) => command switch
    {
        Settle settle => settle.EvidenceIds,
        Resolve resolve => resolve.EvidenceIds,
        _ => null,
    };
}
