using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>挂账: parked with a reason and an end; where the pack says so with a supervisor's approval, and looked at again from time to time.</summary>
internal static class SuspensionCommands
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Whoever needs approval asks once at a time.</summary>
    public static Refusal? UnlessAsked(CaseStep step, Actor actor) => step.Case.PendingSuspension is not null && !Approves(actor)
        ? Refuse.With(RefusalCode.SuspensionPending, "A suspension is asked for already; the supervisor decides on it first.")
        : null;

    /// <summary>Somebody asked for a suspension.</summary>
    public static Refusal? UnlessRequested(CaseStep step) => step.Case.PendingSuspension is null
        ? Refuse.With(RefusalCode.NoSuspensionRequested, "Nobody has asked for a suspension of this case.")
        : null;

    /// <summary>The suspension is one that is looked at again.</summary>
    public static Refusal? UnlessReviewed(CaseStep step) => step.Case.IsActive(ClockNames.SuspensionReview)
        ? null
        : Refuse.With(RefusalCode.NoReview, "The rules of this case ask for no review of its suspension; resume it or leave it.");

    public static Refusal? Suspend(CaseStep step, Suspend command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        var until = command.Until.CutToMilliseconds();
        if (UnlessEnd(step, until) is { } invalid)
        {
            return invalid;
        }

        if (step.Pack.Time.Suspension?.Approval is { } approval && !Approves(actor))
        {
            step.Emit(new SuspensionRequested(command.Reason!, until, actor.Id));
            step.Start(approval);
            return null;
        }

        if (step.Case.PendingSuspension is not null)
        {
            Decided(step, granted: true, reason: null);
        }

        Park(step, command.Reason!, until);
        return null;
    }

    public static Refusal? Decide(CaseStep step, DecideSuspension command, Actor actor)
    {
        if (Refuse.UnlessText(command.Reason, Refuse.MaxReason, "reason") is { } refusal)
        {
            return refusal;
        }

        var asked = step.Case.PendingSuspension!;
        if (!command.Granted)
        {
            Decided(step, granted: false, command.Reason);
            return null;
        }

        var until = (command.Until ?? asked.Until).CutToMilliseconds();
        if (UnlessEnd(step, until) is { } invalid)
        {
            return invalid;
        }

        Decided(step, granted: true, command.Reason);
        Park(step, asked.Reason, until);
        return null;
    }

    public static Refusal? Review(CaseStep step, ReviewSuspension command, Actor actor)
    {
        if (Refuse.UnlessText(command.Reason, Refuse.MaxReason, "reason") is { } refusal)
        {
            return refusal;
        }

        step.Stop(ClockNames.SuspensionReview, ClockState.Met);
        step.Emit(new SuspensionReviewed(command.Keep, command.Reason));
        if (!command.Keep)
        {
            return Resume(step, new Resume(), actor);
        }

        AskForReview(step);
        return null;
    }

    public static Refusal? Resume(CaseStep step, Resume command, Actor actor)
    {
        step.Stop(ClockNames.SuspensionEnd, ClockState.Cancelled);
        RunOn(step, automatic: false);
        return null;
    }

    /// <summary>The suspension is over: what stood still runs on, and nobody looks at it again.</summary>
    public static void RunOn(CaseStep step, bool automatic)
    {
        step.Stop(ClockNames.SuspensionReview, ClockState.Cancelled);
        step.Emit(new Resumed(automatic));
        foreach (var clock in step.Case.Clocks.Where(clock => clock.State == ClockState.Paused))
        {
            step.Record(new ClockResumed(clock.Name));
        }
    }

    /// <summary>The supervisor's time ran out: the case is not parked.</summary>
    public static void Undecided(CaseStep step)
    {
        step.Stop(ClockNames.SuspensionDecision, ClockState.Missed);
        if (step.Case.PendingSuspension is not null)
        {
            step.Record(new SuspensionLapsed("undecided"));
        }
    }

    /// <summary>Asks the supervisor, and asks again where a review was missed: that is recorded and resumes nothing.</summary>
    public static void AskForReview(CaseStep step)
    {
        if (step.Pack.Time.Suspension?.Review is { } review)
        {
            step.Start(review);
        }
    }

    private static void Decided(CaseStep step, bool granted, string? reason)
    {
        step.Stop(ClockNames.SuspensionDecision, ClockState.Met);
        step.Emit(new SuspensionDecided(granted, reason));
    }

    private static void Park(CaseStep step, string reason, DateTimeOffset until)
    {
        foreach (var clock in step.Case.Clocks.Where(clock => clock.State == ClockState.Running && !ClockNames.OfConsent.Contains(clock.Name) && clock.Name != SideClocks.ExternalReply))
        {
            step.Record(new ClockPaused(clock.Name, reason));
        }

        step.Emit(new Suspended(reason, until));

        step.StartEndingAt(ClockNames.SuspensionEnd, step.Now, until);
        AskForReview(step);
    }

    /// <summary>A supervisor's own word needs no other one's.</summary>
    private static bool Approves(Actor actor) => actor.Role is Role.Supervisor or Role.System;

    private static Refusal? UnlessEnd(CaseStep step, DateTimeOffset until)
    {
        var longest = step.Pack.Time.Suspension?.Longest ?? Longest;
        return until < step.Now + Minute || until > step.Now + longest
            ? Refuse.With(RefusalCode.InvalidEnd, $"Let the suspension end at least a minute and at most {longest.TotalDays:0} days from now.")
            : null;
    }
}
