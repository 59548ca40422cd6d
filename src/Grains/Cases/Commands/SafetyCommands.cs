using System.Collections.Frozen;
using Dispatch.Contracts;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>Signs from those who are on site, and alarms.</summary>
internal static class SafetyCommands
{
    /// <summary>What would end a case, park it or send it away, and so hide an alarm with it.</summary>
    private static readonly FrozenSet<Type> WaitForAlarm = FrozenSet.ToFrozenSet(
    [
        typeof(VerifyReport), typeof(Settle), typeof(Resolve), typeof(Check), typeof(Return), typeof(Suspend), typeof(DecideSuspension),
        typeof(Reject), typeof(Merge),
    ]);

    /// <summary>No alarm is open that this command would hide.</summary>
    public static Refusal? UnlessAlarm(CaseStep step, Type command) => step.Case.OpenAlarm is not null && WaitForAlarm.Contains(command)
        ? Refuse.With(RefusalCode.AlarmOpen, "An officer's alarm is open on this case; end it first: end-alarm, when they are known to be safe.")
        : null;

    /// <summary>The pack waits for signs from a site of this type.</summary>
    public static Refusal? UnlessSigns(CaseStep step) => step.Rules.Find(SideClocks.CheckIn) is null
        ? Refuse.With(RefusalCode.NoCheckIn, "No sign is waited for on cases of this type; nothing is to be done.")
        : null;

    public static Refusal? CheckIn(CaseStep step, CheckIn command, Actor actor)
    {
        // The time until the next sign counts from when this one was given. One that comes so late that the next would be due shows nothing.
        var said = step.HappenedAt;
        var every = SideClocks.CheckInTime(step.Case, step.Pack)!.Value.BudgetMs(step.Pack.StreetCalendar);
        if (said <= step.Case.Signs?.HeardAt || (step.Now - said).TotalMilliseconds >= every)
        {
            step.Record(new CheckedIn(actor.Id, Old: true));
            return null;
        }

        step.Emit(new CheckedIn(actor.Id));
        step.Start(step.Rules.Find(SideClocks.CheckIn)!, from: said == step.Now ? null : said);
        if (step.Case.OpenAlarm is { By: null })
        {
            End(step, outcome: null);
        }

        return null;
    }

    public static Refusal? Raise(CaseStep step, RaiseAlarm command, Actor actor)
    {
        if ((Refuse.UnlessText(command.Where, Refuse.MaxLine, "where") ?? Refuse.UnlessText(command.What, Refuse.MaxReason, "what")) is { } refusal)
        {
            return refusal;
        }

        Raise(step, new AlarmRaised(actor.Id, Written(command.Where), Written(command.What)));
        return null;
    }

    /// <summary>Raises an alarm; one that waits already for an answer keeps its clock.</summary>
    public static void Raise(CaseStep step, AlarmRaised raised)
    {
        step.Record(raised);
        if (!step.Case.IsActive(SideClocks.Alarm))
        {
            step.Restart(SideClocks.Alarm);
        }
    }

    /// <summary>An alarm is open.</summary>
    public static Refusal? UnlessOpen(CaseStep step) => step.Case.OpenAlarm is null
        ? Refuse.With(RefusalCode.NoAlarm, "No alarm is open on this case.")
        : null;

    /// <summary>An alarm is open that nobody has answered.</summary>
    public static Refusal? UnlessWaiting(CaseStep step) => UnlessOpen(step) ?? (step.Case.OpenAlarm is { AcknowledgedBy: { } by }
        ? Refuse.With(RefusalCode.AlarmAnswered, $"{by} has acknowledged this alarm already.")
        : null);

    /// <summary>Whoever needs help is not whoever says that somebody sees to it.</summary>
    public static Refusal? UnlessOwn(CaseStep step, Actor actor) => step.Case.OpenAlarm is { By: { } by } && by == actor.Id
        ? Refuse.With(RefusalCode.NotYours, "You raised this alarm; somebody else acknowledges and ends it.")
        : null;

    public static Refusal? Acknowledge(CaseStep step, AcknowledgeAlarm command, Actor actor)
    {
        if (Refuse.UnlessText(command.Said, Refuse.MaxReason, "said") is { } refusal)
        {
            return refusal;
        }

        step.Emit(new AlarmAcknowledged(actor.Id, Written(command.Said)));
        return null;
    }

    public static Refusal? End(CaseStep step, EndAlarm command, Actor actor)
    {
        if (!Enum.IsDefined(command.Outcome))
        {
            return Refuse.With(RefusalCode.InvalidValue, "Say how it ended: outcome is safe, helped or false-alarm.");
        }

        if (step.Case.OpenAlarm is { AcknowledgedBy: null })
        {
            step.Emit(new AlarmAcknowledged(actor.Id));
        }

        End(step, command.Outcome);
        return null;
    }

    private static void End(CaseStep step, AlarmOutcome? outcome)
    {
        step.Stop(SideClocks.Alarm, ClockState.Cancelled);
        step.Record(new AlarmEnded(outcome));
    }

    private static string? Written(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
