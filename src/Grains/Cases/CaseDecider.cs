using Dispatch.Contracts;
using Dispatch.Grains.Cases.Commands;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// What happens to a case when somebody commands or a clock runs out. Pure: no other place decides anything, and nothing here
/// reads a clock, waits or stores.
/// </summary>
public static class CaseDecider
{
    /// <summary>Carries out a command, or says why not.</summary>
    /// <param name="case">The case; null when it was never reported.</param>
    /// <param name="version">Its version; 0 when it was never reported.</param>
    /// <param name="envelope">The command and what travels around it.</param>
    /// <param name="now">The instant of the decision, never before the case's last event.</param>
    /// <param name="pack">The pack that the case keeps, or for a report the one in force.</param>
    /// <param name="known">What the grain gathered.</param>
    public static Verdict Decide(Case? @case, long version, CommandEnvelope envelope, DateTimeOffset now, PolicyPack pack, Known known)
    {
        if (envelope.Command is Report report)
        {
            if (@case is null)
            {
                return CaseOpening.Decide(report, envelope, now, pack, known);
            }

            if (!ExternalCommands.IsSameMatter(@case, report))
            {
                return No(RefusalCode.AlreadyReported, "This case is open already.");
            }

            envelope = envelope with { Command = new UpdateExternal(report.Description, report.Address, report.Contact, report.External!.ReplyBy) };
        }

        if (@case is null)
        {
            return No(RefusalCode.Unknown, "There is no such case.");
        }

        var rule = CommandTable.ByCommand[envelope.Command.GetType()];
        if (CaseGate.Refuses(@case, version, envelope, now, pack, known) is { } shut)
        {
            return new Refused(shut);
        }

        var speaker = envelope.OnBehalf is null ? envelope.Actor : known.SpokenFor!;
        var answers = rule.Answers(envelope.Command, speaker);

        // What ran out before the command came has run out: whether the sweeper was there first makes no difference.
        var fired = CaseFiring.Fire(@case, now, pack, known, clock => InTime(clock, answers, envelope.OccurredAt, @case, pack));
        var answered = OfflineAnswers.Of(fired.Case, rule, envelope, speaker, now, pack, known);
        if (answered.IsEmpty && MovedOn(@case, answers, envelope.OccurredAt, pack))
        {
            return No(RefusalCode.CaseMovedOn, "A clock ran out before this arrived, and the case moved on; look at it as it stands now.");
        }

        if (!answered.IsEmpty && OfflineAnswers.UnlessShown(@case, envelope, speaker, answered[0], pack) is { } unshown)
        {
            return new Refused(unshown);
        }

        var step = new CaseStep(fired, pack, known, now, envelope.Actor.Id, envelope.OccurredAt);
        if (answered.IsEmpty && rule.Refuses(step, speaker) is { } barred)
        {
            return new Refused(barred);
        }

        if (envelope.OnBehalf is { } behalf)
        {
            step.Record(new SpokenFor(behalf.ActorId, behalf.Channel, behalf.Said));
            step.Actor = speaker.Id;
        }

        step.CorrectDevice(envelope);
        var refusal = answered.IsEmpty
            ? rule.Carry(step, envelope.Command, speaker)
            : OfflineAnswers.Carry(step, rule, envelope, speaker, answered);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        if (!string.IsNullOrWhiteSpace(envelope.Note))
        {
            step.Record(new Commented(envelope.Note));
        }

        return step.Done();
    }

    /// <summary>Whether a clock that a command answers had fired although the command was done in time.</summary>
    private static bool MovedOn(Case @case, string[] answers, DateTimeOffset? occurredAt, PolicyPack pack) =>
        occurredAt is { } happened && @case.Rules(pack).Rules.Any(rule =>
            rule.StopOn.Overlaps(answers) && @case.FindClock(rule.Name) is { } clock
            && ((clock.State == ClockState.Missed && clock.DueAt(pack.Calendars[clock.Calendar]) is { } due && happened <= due)
                || (RanOutBefore(@case, rule.Name) && happened < clock.StartedAt)));

    /// <summary>Clocks that run again after their first expiry.</summary>
    private static bool RanOutBefore(Case @case, string clock) => clock switch
    {
        ClockNames.Assign => @case.AssignMisses > 0,
        ClockNames.Arrive => @case.ArriveMisses > 0,
        _ => SideClocks.ReportInOf(clock) is { } department && @case.FindAssist(department)?.Misses > 0,
    };

    /// <summary>Whether the command stops this clock, having been done before it ran out.</summary>
    private static bool InTime(SlaClock clock, string[] answers, DateTimeOffset? occurredAt, Case @case, PolicyPack pack) =>
        occurredAt is { } happened
        && @case.Rules(pack).Find(clock.Name)?.StopOn.Overlaps(answers) == true
        && clock.DueAt(pack.Calendars[clock.Calendar]) is { } due && happened <= due;

    private static Refused No(RefusalCode code, string sentence) => new(Refuse.With(code, sentence));
}
