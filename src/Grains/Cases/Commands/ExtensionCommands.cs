using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>More time: asked for before expiry with length and reason, decided by a supervisor with a clock of their own.</summary>
internal static class ExtensionCommands
{
    /// <summary>A clock of the case runs and has not run out, no extension is asked for yet, and the pack grants one more.</summary>
    public static Refusal? UnlessExtendable(CaseStep step)
    {
        var open = step.Case.Clocks.Where(clock => clock.IsOpen && CanBeExtended(clock.Name)).ToList();
        return open.Count == 0 ? NotRunning()
            : open.TrueForAll(clock => clock.State == ClockState.Missed) ? RanOut()
            : step.Case.PendingExtension is not null
                ? Refuse.With(RefusalCode.ExtensionPending, "An extension is asked for already; the supervisor decides on it first.")
            : step.Pack.Time.Extensions is { Most: { } most } && step.Case.ExtensionsGranted >= most
                ? Refuse.With(RefusalCode.ExtensionsUsedUp, $"A case is granted {most} extensions at most; ask for a suspension instead, or escalate.")
            : null;
    }

    /// <summary>Somebody asked for an extension.</summary>
    public static Refusal? UnlessRequested(CaseStep step) => step.Case.PendingExtension is null
        ? Refuse.With(RefusalCode.NoExtensionRequested, "Nobody has asked for an extension of this case.")
        : null;

    public static Refusal? Request(CaseStep step, RequestExtension command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        if (step.Case.FindClock(command.Clock) is not { IsOpen: true } clock || !CanBeExtended(clock.Name))
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
        if (step.Pack.Time.Extensions is { } rule)
        {
            step.Start(rule.Decide);
        }

        return null;
    }

    public static Refusal? Decide(CaseStep step, DecideExtension command, Actor actor)
    {
        if (Refuse.UnlessText(command.Reason, Refuse.MaxReason, "reason") is { } refusal)
        {
            return refusal;
        }

        var asked = step.Case.PendingExtension!;
        if (!command.Granted)
        {
            Answer(step, granted: false, asked.Length, command.Reason);
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

        Answer(step, granted: true, length, command.Reason);
        return null;
    }

    /// <summary>The supervisor's time ran out: the machine answers as the pack says.</summary>
    public static void Undecided(CaseStep step)
    {
        step.Stop(ClockNames.ExtensionDecision, ClockState.Missed);
        if (step.Case.PendingExtension is { } asked)
        {
            Answer(step, step.Pack.Time.Extensions is { GrantUndecided: true }, asked.Length, reason: "undecided");
        }
    }

    private static void Answer(CaseStep step, bool granted, Budget length, string? reason)
    {
        var asked = step.Case.PendingExtension!;
        var nth = granted && step.Pack.Time.Extensions is not null ? step.Case.ExtensionsGranted + 1 : (int?)null;
        step.Stop(ClockNames.ExtensionDecision, ClockState.Met);
        step.Emit(new ExtensionDecided(asked.Clock, granted, granted ? length : null, reason, nth));
        if (!granted)
        {
            return;
        }

        if (step.Case.FindClock(asked.Clock) is { State: ClockState.Missed })
        {
            step.EndSupervision();
        }

        step.Record(new ClockExtended(asked.Clock, length));
    }

    /// <summary>The supervisor's own clocks and the end of a suspension are nobody's to extend.</summary>
    private static bool CanBeExtended(string clock) => !ClockNames.OfConsent.Contains(clock) && !SideClocks.IsSide(clock);

    private static Refusal NotRunning() => Refuse.With(RefusalCode.ClockNotRunning, "No clock of this name runs; the case view lists those that do.");

    private static Refusal RanOut() => Refuse.With(RefusalCode.ExtensionAfterExpiry, "An extension is asked for before the clock runs out; this one has.");

    private static Refusal InvalidLength(SlaClock clock) =>
        Refuse.With(RefusalCode.InvalidLength, $"Give a length such as {clock.Budget}, in the same kind of time.");
}
