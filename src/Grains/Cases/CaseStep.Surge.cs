using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// How a case comes under a surge and out of it. A surge holds from its own first instant, whenever the case hears of it: by the walk
/// over the open cases, by a deadline, by a command. So everything that is decided first brings the case up to what is known.
/// </summary>
internal sealed partial class CaseStep
{
    /// <summary>Whether a surge that the case has not heard of began, or ended before its time.</summary>
    public static bool HasNews(Case @case, Known known, DateTimeOffset now) => known.Surges.Count > 0 && @case.IsOpen
        && known.Surges.Any(order => Begins(@case, @case.LastEventAt, order, now) || EndsEarly(@case, order, now));

    /// <summary>Brings the case up to the surges that are known, in the order of time.</summary>
    /// <param name="fire">Fires what ran out before an instant.</param>
    public void HearOfSurges(Action<DateTimeOffset> fire)
    {
        var heard = Case.LastEventAt;
        foreach (var order in Known.Surges.OrderBy(order => order.From))
        {
            if (Case.IsOpen && Begins(Case, heard, order, now))
            {
                var at = Later(order.From, heard);
                fire(at);
                if (!Case.IsOpen || Case.Surge is not null)
                {
                    continue;
                }

                BeginSurge(order, at);
            }

            if (Case.IsOpen && EndsEarly(Case, order, now))
            {
                fire(order.End);
                if (Case.Surge?.Id == order.Id)
                {
                    EndSurge(order.End);
                }
            }
        }
    }

    /// <summary>The case is under that surge no more; what stood still by it counts again from its end on.</summary>
    /// <param name="at">The end.</param>
    /// <param name="closes">The case ends with it, and nothing of it counts again.</param>
    public void EndSurge(DateTimeOffset at, bool closes = false)
    {
        var surge = Case.Surge!;
        var end = Case.FindClock(ClockNames.SurgeEnd)!;
        Record(new ClockStopped(end.Name, end.Generation, end.State == ClockState.Missed ? ClockState.Missed : ClockState.Cancelled, Unless(at)));
        Record(new SurgeEnded(surge.Id, at));

        // What is parked runs on when it is not parked any more.
        foreach (var clock in Case.Clocks.Where(clock => !closes && clock.State == ClockState.Paused && clock.Spans[^1].Reason == surge.PauseReason
            && (Case.Status != CaseStatus.Suspended || ClockNames.OfConsent.Contains(clock.Name))))
        {
            Record(new ClockResumed(clock.Name, Unless(Later(at, clock.Spans[^1].From))));
        }
    }

    /// <summary>
    /// What was decided may have opened the case under a surge, brought it into one's area or out of it, or started clocks that stand
    /// still at once.
    /// </summary>
    private void SettleSurge()
    {
        if (!Case.IsOpen || (Case.Surge is null && Known.Surges.Count == 0))
        {
            return;
        }

        var actor = Actor;
        Actor = Contracts.Actor.Machine.Id;
        if (Case.Surge is { } left && !SurgeOrder.Lies(Case.Place, left.Area))
        {
            EndSurge(now);
        }

        if (Case.Surge is null && Known.Surges.FirstOrDefault(order => order.HoldsAt(now) && order.IsOver(Case.Type, Case.Place)) is { } order)
        {
            BeginSurge(order, now);
        }

        if (Case.Surge is { Freezes: true } surge)
        {
            Freeze(surge, now, now);
        }

        Actor = actor;
    }

    private void BeginSurge(SurgeOrder order, DateTimeOffset at)
    {
        Record(new SurgeBegan(order.Id, order.Area, at, order.Until, order.Freeze, order.Raise > Case.Priority ? order.Raise : null));
        StartEndingAt(ClockNames.SurgeEnd, at, order.Until);
        if (order.Freeze)
        {
            Freeze(Case.Surge!, at, order.End);
        }
    }

    /// <summary>
    /// Clocks that are not urgent stand still from an instant on, those that were started later from their start. What another system was
    /// promised is not this street's to put off.
    /// </summary>
    private void Freeze(CaseSurge surge, DateTimeOffset from, DateTimeOffset end)
    {
        foreach (var clock in Case.Clocks)
        {
            if (clock is { State: ClockState.Running, Budget.IsUrgent: false, Since: { } since, Name: not SideClocks.ExternalReply }
                && (since <= from || since < end))
            {
                Record(new ClockPaused(clock.Name, surge.PauseReason, Unless(Later(from, since))));
            }
        }
    }

    /// <summary>Everything up to the case's last event was decided knowing all surges, so only what lies after it is news.</summary>
    private static bool Begins(Case @case, DateTimeOffset heard, SurgeOrder order, DateTimeOffset now) =>
        @case.Surge?.Id != order.Id && order.From <= now && order.End > heard && order.End > order.From && order.IsOver(@case.Type, @case.Place);

    private static bool EndsEarly(Case @case, SurgeOrder order, DateTimeOffset now) =>
        order.EndedAt <= now && @case.Surge?.Id == order.Id;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private DateTimeOffset? Unless(DateTimeOffset at) => at == now ? null : at;
}
