using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases.Commands;

/// <summary>The small extra span that the responsible party takes without asking, as often as the pack allows a case.</summary>
internal static class ExtraTimeCommands
{
    /// <summary>The actor is of the party that is responsible. A desk takes it on the street's clocks only, although it may act for everybody.</summary>
    public static Refusal? UnlessResponsible(CaseStep step, Actor actor) =>
        Refuse.UnlessParty(step, actor)
        ?? (actor.Role is Role.Dispatcher or Role.Captain && step.Case.StatusLevel != CaseLevel.Street
            ? Refuse.With(RefusalCode.NotYours, $"{step.Case.Responsible} has this case now; only they take extra time on it.")
            : null);

    /// <summary>The pack offers it, the case has some left, and a clock runs that is not urgent.</summary>
    public static Refusal? UnlessLeft(CaseStep step) => step.Pack.Time.ExtraTime is not { } rule
        ? Refuse.With(RefusalCode.ExtraTimeNotOffered, "The rules of this case give no extra time; ask for an extension.")
        : step.Case.ExtraTaken >= rule.Most
            ? Refuse.With(RefusalCode.ExtraTimeUsedUp, "The extra time of this case is taken; ask for an extension.")
            : First(step.Case, step.Pack) is null
                ? Refuse.With(RefusalCode.ClockNotRunning, "No clock of this case runs that takes extra time; urgent ones and those that ran out do not.")
                : null;

    public static Refusal? Take(CaseStep step, TakeExtraTime command, Actor actor)
    {
        if (Refuse.UnlessReason(command.Reason) is { } refusal)
        {
            return refusal;
        }

        var name = string.IsNullOrEmpty(command.Clock) ? First(step.Case, step.Pack)! : command.Clock;
        if (step.Rules.Find(name) is not { } rule || name == ClockNames.Supervise || step.Case.FindClock(name) is not { State: ClockState.Running } clock)
        {
            return Refuse.With(RefusalCode.ClockNotRunning, "No clock of this name runs that takes extra time; leave it out for the one that runs out first.");
        }

        if (rule.Budget.IsUrgent)
        {
            return Refuse.With(RefusalCode.UrgentClock, "An urgent clock takes no extra time; ask for an extension or call for help.");
        }

        var length = step.Pack.Time.ExtraTime!.LengthFor(clock.Budget, step.Pack.Calendars[clock.Calendar]);
        step.Emit(new ExtraTimeTaken(name, length, command.Reason!));
        step.Record(new Clocks.ClockExtended(name, length));
        return null;
    }

    /// <summary>Whether somebody may take extra time on the case as it stands.</summary>
    public static bool IsLeft(Case @case, PolicyPack pack) => pack.Time.ExtraTime is { } rule && @case.ExtraTaken < rule.Most
        && CommandTable.Moving.Contains(@case.Status) && First(@case, pack) is not null;

    /// <summary>The clock that runs out first among those of the type that are not urgent; null where none runs.</summary>
    private static string? First(Case @case, PolicyPack pack) => @case.Rules(pack).Rules
        .Where(rule => !rule.Budget.IsUrgent && rule.Name != ClockNames.Supervise)
        .Select(rule => @case.FindClock(rule.Name))
        .Where(clock => clock is { State: ClockState.Running })
        .MinBy(clock => clock!.DueAt(pack.Calendars[clock.Calendar]))?.Name;
}
