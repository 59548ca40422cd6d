using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Duties;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Grids;

/// <summary>
/// 巡查: what happens to a grid's patrol when somebody walked it or its time ran out. Pure. A missed patrol is recorded, and the clock
/// runs again from there. One that was walked in time and told late, by a phone without a network, takes the miss back; one that was
/// walked before the latest that is known changes no clock.
/// </summary>
public static class GridDecider
{
    /// <summary>Whoever walks the grid, or answers for it.</summary>
    private static readonly Role[] Walkers = [Role.GridWorker, Role.CommunityStaff, Role.Dispatcher, Role.Captain];

    /// <summary>A patrol was walked: what ran out before it is fired, and the clock starts again.</summary>
    public static Verdict Walk(Duty duty, PatrolRecord patrol, Scope grid, DateTimeOffset now, PolicyPack pack, Territory territory)
    {
        if ((Authority.Refuses(patrol.By, grid, territory, "record a patrol", Walkers)
            ?? Refuse.UnlessText(patrol.Note, Refuse.MaxReason, "note")
            ?? CaseGate.Instant(DateTimeOffset.MinValue, patrol.OccurredAt, now, pack)) is { } refusal)
        {
            return new Refused(refusal);
        }

        var step = new DutyStep(duty, pack, now, patrol.By.Id);
        FireInto(step, pack);
        var (walked, received) = (patrol.OccurredAt?.CutToMilliseconds(), step.Duty);
        var missed = walked is { } at ? received.Missed?.LastOrDefault(run => run.StartedAt <= at && at <= run.DueAt && now <= run.Until) : null;
        if (missed is not null)
        {
            step.Record(new PatrolMissAnswered(missed.Generation, missed.DueAt), occurredAt: walked);
        }

        step.Record(new PatrolWalked(patrol.Note, patrol.StampedAt), occurredAt: walked);
        if (pack.Patrol is { } rule && !(walked < received.AnsweredAt))
        {
            Restart(step, rule, walked, missed is not null);
        }

        return step.Done();
    }

    /// <summary>
    /// The next patrol counts from receipt, as with any command that comes late. The run that stands was answered by this one, unless it
    /// only began because an earlier one was taken for missed: such a run has no verdict.
    /// </summary>
    private static void Restart(DutyStep step, ClockRule rule, DateTimeOffset? walked, bool wasInTime)
    {
        var within = walked is { } at && step.Duty.Clock is { IsOpen: true } clock && at >= clock.StartedAt;
        step.Restart(rule, verdict: wasInTime && !within ? ClockState.Cancelled : ClockState.Met, at: within ? walked : null);
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
        if (step.FirePast(pack.Time.Offline is null ? null : pack.OccurredAtLimit) && pack.Patrol is { } rule)
        {
            step.Restart(rule, Actor.Machine.Id);
        }
    }
}
