using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Duties;

/// <summary>A duty carried on.</summary>
/// <param name="Events">What happened, in order; empty when nothing is to be stored.</param>
/// <param name="Duty">The duty after them.</param>
public sealed record DutyDecision(ImmutableArray<Happened> Events, Duty Duty) : Verdict;

/// <summary>One decision about a duty in the making: the duty so far and the events so far.</summary>
internal sealed class DutyStep(Duty before, PolicyPack pack, DateTimeOffset now, string actor)
{
    private readonly ImmutableArray<Happened>.Builder _events = ImmutableArray.CreateBuilder<Happened>();

    /// <summary>The duty after the events so far.</summary>
    public Duty Duty { get; private set; } = before;

    /// <summary>The decision made.</summary>
    public DutyDecision Done() => new(_events.ToImmutable(), Duty);

    /// <summary>Something happened.</summary>
    /// <param name="happening">What.</param>
    /// <param name="by">Who, where that is not the one who gave the command.</param>
    /// <param name="occurredAt">When it happened, where that was not now.</param>
    public void Record(OwnerEvent happening, string? by = null, DateTimeOffset? occurredAt = null)
    {
        var happened = new Happened(happening, now, occurredAt, by ?? actor);
        _events.Add(happened);
        Duty = Duty.Apply(happened);
    }

    /// <summary>Starts the clock as a new generation; one that runs is stopped first, as met unless it was missed.</summary>
    /// <param name="rule">The pack's.</param>
    /// <param name="by">As in <see cref="Record"/>.</param>
    /// <param name="verdict">The verdict of the run that is stopped.</param>
    /// <param name="at">When that was, where it was not now.</param>
    public void Restart(ClockRule rule, string? by = null, ClockState verdict = ClockState.Met, DateTimeOffset? at = null)
    {
        Stop(verdict, by, at);
        var waits = rule.Budget.Axis == ClockAxis.Working ? pack.Calendars[rule.Calendar].NextWorking(now) : now;
        var started = new ClockStarted
        {
            Clock = rule.Name,
            Generation = (Duty.Clock?.Generation ?? 0) + 1,
            Budget = rule.Budget,
            Calendar = rule.Calendar,
            Marks = rule.Marks,
            WaitsUntil = waits > now ? waits : null,
        };
        Record(started, by);
    }

    /// <summary>Stops the clock where its ledger goes on; one that was missed stays missed.</summary>
    public void Stop(ClockState verdict, string? by = null, DateTimeOffset? at = null)
    {
        if (Duty.Clock is { IsOpen: true } clock)
        {
            Record(new ClockStopped(clock.Name, clock.Generation, clock.State == ClockState.Missed ? ClockState.Missed : verdict, at), by);
        }
    }

    /// <summary>Fires every mark that is strictly past, in order. True when the last of them was the clock's end.</summary>
    /// <param name="answerable">How long after the deadline an answer that was given in time may arrive; null where none may.</param>
    public bool FirePast(TimeSpan? answerable = null)
    {
        if (Duty.Clock is not { State: ClockState.Running } clock)
        {
            return false;
        }

        var machine = Actor.Machine.Id;
        foreach (var (mark, dueAt) in clock.MarksPast(pack.Calendars[clock.Calendar], now))
        {
            Record(
                mark < SlaClock.Expiry
                    ? new DeadlineWarned(clock.Name, clock.Generation, mark, dueAt, now)
                    : new DeadlineMissed(clock.Name, clock.Generation, mark, dueAt, now, answerable is { } limit ? dueAt + limit : null),
                machine);
        }

        return Duty.Clock.State == ClockState.Missed;
    }
}
