using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Duties;

/// <summary>What is the same for every duty: how its clock is opened, and which deadlines it leaves in the store.</summary>
public static class DutyDecider
{
    /// <summary>
    /// Begins a duty that was never begun. One whose rule the pack no longer has ends without a verdict; a changed rule counts from
    /// the clock's next start. Nothing happens to one that runs.
    /// </summary>
    /// <param name="duty">As it stands.</param>
    /// <param name="rule">The pack's; null where it asks for no such duty, or nobody could do it.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="pack">The pack in force.</param>
    public static DutyDecision Open(Duty duty, ClockRule? rule, DateTimeOffset now, PolicyPack pack)
    {
        var step = new DutyStep(duty, pack, now, Actor.Machine.Id);
        if (rule is null)
        {
            step.Stop(ClockState.Cancelled);
        }
        else if (!duty.IsRunning)
        {
            step.Restart(rule);
        }

        return step.Done();
    }

    /// <summary>The next mark of a running clock: at most one, and all that the store holds for the owner.</summary>
    public static IReadOnlyList<Deadline> Deadlines(Duty duty, PolicyPack pack) =>
        duty.Clock is { State: ClockState.Running } clock && clock.NextMark(pack.Calendars[clock.Calendar]) is { } next
            ? [new Deadline(clock.Name, clock.Generation, next.Mark, next.DueAt)]
            : [];
}
