using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Grids;

/// <summary>
/// 巡查: what happens to a grid's patrol when somebody walked it or its time ran out. Pure. A missed patrol is recorded, and the clock
/// runs again from there.
/// </summary>
public static class GridDecider
{
    /// <summary>Whoever walks the grid, or answers for it.</summary>
    private static readonly Role[] Walkers = [Role.GridWorker, Role.CommunityStaff, Role.Dispatcher, Role.Captain];

    /// <summary>A patrol was walked: what ran out before it is fired, and the clock starts again.</summary>
    public static Verdict Walk(Duty duty, PatrolRecord patrol, Scope grid, DateTimeOffset now, PolicyPack pack, Territory territory)
    {
        if ((Authority.Refuses(patrol.By, grid, territory, "record a patrol", Walkers)
            ?? Refuse.UnlessText(patrol.Note, Refuse.MaxReason, "note")) is { } refusal)
        {
            return new Refused(refusal);
        }

        var step = new DutyStep(duty, pack, now, patrol.By.Id);
        FireInto(step, pack);
        step.Record(new PatrolWalked(patrol.Note));
        if (pack.Patrol is { } rule)
        {
            step.Restart(rule);
        }

        return step.Done();
    }

    /// <summary>Fires every mark that is past; no events when none is.</summary>
    public static DutyDecision Fire(Duty duty, DateTimeOffset now, PolicyPack pack)
    {
        var step = new DutyStep(duty, pack, now, Actor.Machine.Id);
        FireInto(step, pack);
        return step.Done();
    }

    private static void FireInto(DutyStep step, PolicyPack pack)
    {
        if (step.FirePast() && pack.Patrol is { } rule)
        {
            step.Restart(rule, Actor.Machine.Id);
        }
    }
}
