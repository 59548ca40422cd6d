using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>More time, by extension or suspension.</summary>
internal static class TimeCommands
{
    private static readonly TimeSpan LongestSuspension = TimeSpan.FromDays(366);

    /// <summary>A clock of the case runs and has not run out, and no extension is asked for yet.</summary>
    public static Refusal? UnlessExtendable(CaseStep step)
    {
        var open = step.Case.Clocks.Where(clock => clock.IsOpen && !SideClocks.IsSide(clock.Name)).ToList();
        return open.Count == 0 ? NotRunning()
            : open.TrueForAll(clock => clock.State == ClockState.Missed) ? RanOut()
            : step.Case.PendingExtension is not null
                ? Refuse.With(RefusalCode.ExtensionPending, "An extension is asked for already; the supervisor decides on it first.")
            : null;
    }

    /// <summary>Somebody asked for an extension.</summary>
    public static Refusal? UnlessRequested(CaseStep step) => step.Case.PendingExtension is null
        ? Refuse.With(RefusalCode.NoExtensionRequested, "Nobody has asked for an extension of this case.")
        : null;

    public static Refusal? RequestExtension(CaseStep step, RequestExtension command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        if (step.Case.FindClock(command.Clock) is not { IsOpen: true } clock || SideClocks.IsSide(command.Clock))
        {
            return NotRunning();
        }

        if (clock.State == ClockState.Missed)
        {
            return RanOut();
        }

        if (!Budget.TryParse(command.Length, out var length) || !clock.CanExtendBy(length))
        {
            return InvalidLength(clock);
        }

        step.Emit(new ExtensionRequested(command.Clock, length, command.Reason!, actor.Id));
        return null;
    }

    public static Refusal? DecideExtension(CaseStep step, DecideExtension command, Actor actor)
    {
        if (Refuse.UnlessText(command.Reason, Refuse.MaxReason, "reason") is { } refusal)
        {
            return refusal;
        }

        var asked = step.Case.PendingExtension!;
        if (!command.Granted)
        {
            step.Emit(new ExtensionDecided(asked.Clock, false, null, command.Reason));
            return null;
        }

        if (step.Case.FindClock(asked.Clock) is not { IsOpen: true } clock)
        {
            return Refuse.With(RefusalCode.ClockNotRunning, "The clock has stopped meanwhile; refuse the extension.");
        }

        var length = asked.Length;
        if (command.Length is { } other && (!Budget.TryParse(other, out length) || !clock.CanExtendBy(length)))
        {
            return InvalidLength(clock);
        }

        step.Emit(new ExtensionDecided(asked.Clock, true, length, command.Reason));
        if (clock.State == ClockState.Missed)
        {
            step.EndSupervision();
        }

        step.Record(new ClockExtended(asked.Clock, length));
        return null;
    }

    public static Refusal? Suspend(CaseStep step, Suspend command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        var (until, minute) = (command.Until.CutToMilliseconds(), TimeSpan.FromMinutes(1));
        if (until < step.Now + minute || until > step.Now + LongestSuspension)
        {
            return Refuse.With(RefusalCode.InvalidEnd, "Let the suspension end at least a minute and at most a year from now.");
        }

        foreach (var clock in step.Case.Clocks.Where(clock => clock.State == ClockState.Running))
        {
            step.Record(new ClockPaused(clock.Name, command.Reason!));
        }

        step.Emit(new Suspended(command.Reason!, until));

        // The ledger counts whole minutes; it begins a little earlier, so that it ends to the millisecond.
        var minutes = (int)Math.Ceiling((until - step.Now) / minute);
        step.Start(
            new ClockRule
            {
                Name = ClockNames.SuspensionEnd,
                Budget = new Budget(minutes, BudgetUnit.Minute, isUrgent: true),
                Calendar = step.Pack.StreetCalendar.Id,
                Marks = [SlaClock.Expiry],
                StartOn = [],
                StopOn = [],
                OnExpiry = Expiry.Record,
            },
            from: until - (minutes * minute));
        return null;
    }

    public static Refusal? Resume(CaseStep step, Resume command, Actor actor)
    {
        step.Stop(ClockNames.SuspensionEnd, ClockState.Cancelled);
        RunOn(step, automatic: false);
        return null;
    }

    /// <summary>The suspension is over: what stood still runs on.</summary>
    public static void RunOn(CaseStep step, bool automatic)
    {
        step.Emit(new Resumed(automatic));
        foreach (var clock in step.Case.Clocks.Where(clock => clock.State == ClockState.Paused))
        {
            step.Record(new ClockResumed(clock.Name));
        }
    }

    private static Refusal NotRunning() => Refuse.With(RefusalCode.ClockNotRunning, "No clock of this name runs; the case view lists those that do.");

    private static Refusal RanOut() => Refuse.With(RefusalCode.ExtensionAfterExpiry, "An extension is asked for before the clock runs out; this one has.");

    private static Refusal InvalidLength(SlaClock clock) =>
        Refuse.With(RefusalCode.InvalidLength, $"Give a length such as {clock.Budget}, in the same kind of time.");
}
