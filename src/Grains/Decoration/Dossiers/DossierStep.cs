using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Dossiers;

/// <summary>A decision about a dossier in the making: events are recorded one by one and the next rule sees what they made.</summary>
/// <typeparam name="TDossier">Its kind.</typeparam>
/// <param name="before">As it stands.</param>
/// <param name="now">The instant of the decision; not before the dossier's last event.</param>
/// <param name="actor">Who: a user name, or <c>system</c>.</param>
/// <param name="pack">Has the calendars.</param>
/// <param name="occurredAt">When it was done, where that is earlier.</param>
public sealed class DossierStep<TDossier>(TDossier before, DateTimeOffset now, string actor, PolicyPack pack, DateTimeOffset? occurredAt = null)
    where TDossier : Dossier
{
    private static readonly ImmutableArray<int> OnlyExpiry = [SlaClock.Expiry];

    private readonly ImmutableArray<Happened>.Builder _events = ImmutableArray.CreateBuilder<Happened>();
    private TDossier _dossier = before;

    /// <summary>As the events so far made it.</summary>
    public TDossier Dossier => _dossier;

    /// <summary>The instant of the decision.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Something happened.</summary>
    public void Record(OwnerEvent happening)
    {
        var happened = new Happened(happening, now, occurredAt is { } at && at < now && happening is not ClockEvent ? at : null, actor);
        _events.Add(happened);
        _dossier = (TDossier)_dossier.Apply(happened);
    }

    /// <summary>A clock runs from now, as a new generation where it ran before; one that still ran is cancelled, or was missed.</summary>
    /// <param name="clock">Its name.</param>
    /// <param name="budget">Its time.</param>
    /// <param name="marks">Per cent, ascending, 100 among them; left out: only 100.</param>
    public void Start(string clock, Budget budget, ImmutableArray<int>? marks = null) => Start(clock, budget, marks ?? OnlyExpiry, from: null);

    /// <summary>An appointment: a clock that is due at an instant ahead, to the millisecond, whatever calendars say.</summary>
    /// <param name="clock">Its name.</param>
    /// <param name="until">The last instant in time; at most 68 years ahead.</param>
    public void StartUntil(string clock, DateTimeOffset until)
    {
        // Its ledger counts whole minutes or, where those are too many, hours, and begins a little earlier.
        var minutes = Math.Max(1, Math.Ceiling((until - now).TotalMinutes));
        var (amount, unit, length) = minutes <= Budget.MaxAmount
            ? ((int)minutes, BudgetUnit.Minute, TimeSpan.FromMinutes(1))
            : ((int)Math.Ceiling(minutes / 60), BudgetUnit.Hour, TimeSpan.FromHours(1));
        Start(clock, new Budget(amount, unit, isUrgent: true), OnlyExpiry, until.CutToMilliseconds() - (amount * length));
    }

    /// <summary>What a clock waited for has happened. Nothing where it does not run.</summary>
    /// <param name="clock">Its name.</param>
    public void Answer(string clock)
    {
        if (_dossier.Clock(clock) is { IsOpen: true } running)
        {
            // What was done in time and came later is judged by when it was done, where its clock has not fired since.
            var at = occurredAt is { } done && done < now && done >= running.Spans[^1].From ? done : now;
            Record(new ClockStopped(clock, running.Generation, running.State == ClockState.Missed ? ClockState.Missed : ClockState.Met, at == now ? null : at));
        }
    }

    /// <summary>A clock is not needed any more. Nothing where it does not run.</summary>
    /// <param name="clock">Its name.</param>
    public void Cancel(string clock)
    {
        if (_dossier.Clock(clock) is { IsOpen: true } running)
        {
            Record(new ClockStopped(clock, running.Generation, running.State == ClockState.Missed ? ClockState.Missed : ClockState.Cancelled));
        }
    }

    /// <summary>Every clock that still runs is not needed any more: the dossier is over.</summary>
    public void CancelAll()
    {
        foreach (var clock in _dossier.Clocks)
        {
            Cancel(clock.Name);
        }
    }

    /// <summary>A mark that is past fires.</summary>
    public void Fire(DueMark due) => Record(due.Mark == SlaClock.Expiry
        ? new DeadlineMissed(due.Clock.Name, due.Clock.Generation, due.Mark, due.DueAt, now)
        : new DeadlineWarned(due.Clock.Name, due.Clock.Generation, due.Mark, due.DueAt, now));

    /// <summary>The decision.</summary>
    public DossierDecision Done() => new(_events.ToImmutable(), _dossier);

    private void Start(string clock, Budget budget, ImmutableArray<int> marks, DateTimeOffset? from)
    {
        Cancel(clock);
        var working = budget.Axis == ClockAxis.Working ? pack.StreetCalendar.NextWorking(now) : now;
        Record(new ClockStarted
        {
            Clock = clock,
            Generation = (_dossier.Clock(clock)?.Generation ?? 0) + 1,
            Budget = budget,
            Calendar = pack.StreetCalendar.Id,
            Marks = marks,
            From = from,
            WaitsUntil = working > now ? working : null,
        });
    }
}
