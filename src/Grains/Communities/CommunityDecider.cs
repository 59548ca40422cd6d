using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Communities;

/// <summary>
/// What happens to the watch over a community's console when it gives a sign of life or none. Pure. The clock runs on the pack's
/// calendar, so lunch and night are no silence; after one it starts again with the next sign of life.
/// </summary>
public static class CommunityDecider
{
    /// <summary>Signs of life that follow a clock's start by less than this change nothing.</summary>
    public static readonly TimeSpan Finest = TimeSpan.FromMinutes(1);

    /// <summary>A sign of life: the clock starts again. No events when the pack has no such clock or it started within <see cref="Finest"/>.</summary>
    public static Verdict Hear(Duty duty, Actor by, Scope community, DateTimeOffset now, PolicyPack pack, Territory territory)
    {
        if (Authority.Refuses(by, community, territory, "keep its console", Role.CommunityStaff) is { } refusal)
        {
            return new Refused(refusal);
        }

        var step = new DutyStep(duty, pack, now, by.Id);
        FireInto(step);
        var clock = step.Duty.Clock;
        var first = step.Duty.AnsweredAt is null || clock is { State: ClockState.Missed, IsOpen: true };
        if (pack.Console is not { } rule || (!first && clock is { IsOpen: true } && now - clock.StartedAt < Finest))
        {
            return step.Done();
        }

        if (first)
        {
            step.Record(new ConsoleHeard());
        }

        step.Restart(rule);
        return step.Done();
    }

    /// <summary>Fires every mark that is past; no events when none is.</summary>
    public static DutyDecision Fire(Duty duty, DateTimeOffset now, PolicyPack pack)
    {
        var step = new DutyStep(duty, pack, now, Actor.Machine.Id);
        FireInto(step);
        return step.Done();
    }

    private static void FireInto(DutyStep step)
    {
        var running = step.Duty.Clock is { State: ClockState.Running };
        if (running && step.FirePast())
        {
            step.Record(new ConsoleSilent(step.Duty.Clock!.StartedAt), Actor.Machine.Id);
        }
    }
}
