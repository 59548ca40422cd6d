using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// One decision in the making: the case so far, the events so far, and what every event does to the clocks by the pack's
/// triggers. It lives for one call of the decider and knows no command.
/// </summary>
internal sealed partial class CaseStep(Case? before, PolicyPack pack, Known known, DateTimeOffset now, string actor, DateTimeOffset? occurredAt = null)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ImmutableArray<Happened>.Builder _events = ImmutableArray.CreateBuilder<Happened>();
    private Case? _case = before;

    /// <summary>Goes on from what was decided already in the same commit.</summary>
    public CaseStep(Decision before, PolicyPack pack, Known known, DateTimeOffset now, string actor, DateTimeOffset? occurredAt)
        : this(before.Case, pack, known, now, actor, occurredAt) => _events.AddRange(before.Events);

    /// <summary>The case after the events so far.</summary>
    public Case Case => _case ?? throw new InvalidOperationException("Nothing was reported yet.");

    /// <summary>The instant of the decision.</summary>
    public DateTimeOffset Now => now;

    /// <summary>When what is decided really happened: before <see cref="Now"/> for a command made out of reach.</summary>
    public DateTimeOffset HappenedAt => occurredAt is { } earlier && earlier < now ? earlier : now;

    /// <summary>What the grain gathered.</summary>
    public Known Known => known;

    /// <summary>The pack that the case keeps.</summary>
    public PolicyPack Pack => pack;

    /// <summary>Whose the next events are.</summary>
    public string Actor { get; set; } = actor;

    /// <summary>The clocks that apply to the case.</summary>
    public ClockSet Rules => Case.Rules(pack);

    /// <summary>What was decided. Whatever answered a missed deadline, by then the case is no longer overdue.</summary>
    public Decision Done()
    {
        SettleSurge();
        OverdueLadder.EndIfAnswered(this);
        return new(_events.ToImmutable(), Case);
    }

    /// <summary>Something happened: the clocks that it stops are stopped, those that it starts are started.</summary>
    public void Emit(OwnerEvent happening)
    {
        Record(happening);
        if (happening is Entered { Status: not CaseStatus.OnSite })
        {
            Stop(SideClocks.CheckIn, ClockState.Cancelled);
        }

        foreach (var rule in Rules.Rules)
        {
            if (rule.StopOn.Contains(happening.Trigger) && Case.FindClock(rule.Name) is { IsOpen: true } clock && Answers(happening, clock))
            {
                Stop(rule.Name, ClockState.Met);
            }

            if (rule.StartOn.Contains(happening.Trigger) && Starts(rule, happening))
            {
                Start(rule);
            }
        }
    }

    /// <summary>Something happened that no clock listens to.</summary>
    public void Record(OwnerEvent happening)
    {
        var happened = new Happened(happening, now, occurredAt == now ? null : occurredAt, Actor);
        _events.Add(happened);
        _case = _case is null ? Case.Open(happened) : _case.Apply(happened);
    }

    /// <summary>Starts a clock by its rule, as a new generation where it ran before.</summary>
    public void Start(ClockRule rule, DateTimeOffset? from = null)
    {
        if (Case.FindClock(rule.Name) is { IsOpen: true } running)
        {
            Stop(rule.Name, running.State == ClockState.Missed ? ClockState.Missed : ClockState.Cancelled);
        }

        var calendar = pack.Calendars[rule.Calendar];
        var working = rule.Budget.Axis == ClockAxis.Working ? calendar.NextWorking(now) : now;
        Record(new ClockStarted
        {
            Clock = rule.Name,
            Generation = (Case.FindClock(rule.Name)?.Generation ?? 0) + 1,
            Budget = rule.Budget,
            Calendar = rule.Calendar,
            Marks = rule.Marks,
            From = from,
            WaitsUntil = working > now ? working : null,
        });
    }

    /// <summary>
    /// Starts an appointment: its ledger counts whole minutes and begins a little earlier, so that it ends to the millisecond.
    /// </summary>
    /// <param name="clock">Its name.</param>
    /// <param name="since">From when it is waited for.</param>
    /// <param name="until">When it comes.</param>
    public void StartEndingAt(string clock, DateTimeOffset since, DateTimeOffset until)
    {
        var minutes = (int)Math.Ceiling((until - since) / Minute);
        Start(
            new ClockRule
            {
                Name = clock,
                Budget = new Budget(minutes, BudgetUnit.Minute, isUrgent: true),
                Calendar = pack.StreetCalendar.Id,
                Marks = [SlaClock.Expiry],
                StartOn = [],
                StopOn = [],
                OnExpiry = Expiry.Record,
            },
            from: until - (minutes * Minute));
    }

    /// <summary>Starts the clock of that name again, where the type has it.</summary>
    public void Restart(string clock)
    {
        if (Rules.Find(clock) is { } rule)
        {
            Start(rule);
        }
    }

    /// <summary>
    /// Stops a clock whose ledger is open. As met it is judged by when the command happened: a clock that is missed by then
    /// stays missed.
    /// </summary>
    public void Stop(string name, ClockState verdict)
    {
        if (Case.FindClock(name) is not { IsOpen: true } clock)
        {
            return;
        }

        var at = verdict == ClockState.Met ? Judged(clock) : now;
        var missed = clock.State == ClockState.Missed
            || (verdict == ClockState.Met && clock.DueAt(pack.Calendars[clock.Calendar]) is { } due && at > due);
        Record(new ClockStopped(name, clock.Generation, missed ? ClockState.Missed : verdict, at == now ? null : at));
        LapseExtensionOf(name);
    }

    /// <summary>Stops the clocks of the case's own course, without a verdict: departments and the committee wait for their answers still.</summary>
    public void CancelCourse()
    {
        foreach (var clock in Case.Clocks.Where(clock => !SideClocks.IsSide(clock.Name) && !ClockNames.Appointments.Contains(clock.Name)))
        {
            Stop(clock.Name, ClockState.Cancelled);
        }
    }

    /// <summary>Stops every clock whose ledger is open, without a verdict.</summary>
    public void CancelAll()
    {
        foreach (var clock in Case.Clocks)
        {
            Stop(clock.Name, ClockState.Cancelled);
        }
    }

    private DateTimeOffset Judged(SlaClock clock)
    {
        return HappenedAt < clock.Spans[^1].From ? clock.Spans[^1].From : HappenedAt;
    }

    /// <summary>What a machine does is no answer to a clock that was missed: its ledger stays open for whoever still answers late.</summary>
    private static bool Answers(OwnerEvent happening, SlaClock clock) =>
        clock.State != ClockState.Missed || happening is not Whistled { Automatic: true };

    /// <summary>A status starts its clock whenever that is not active; an event does it the first time only.</summary>
    private bool Starts(ClockRule rule, OwnerEvent happening) => happening is Entered
        ? !Case.IsActive(rule.Name)
        : Case.FindClock(rule.Name) is null or { State: ClockState.Cancelled };
}
