using Dispatch.Contracts;
using Dispatch.Grains.Cases.Commands;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Outages;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>What happens when clocks run out. Nothing fires before it is due: a mark is past strictly after its instant.</summary>
public static class CaseFiring
{
    /// <summary>
    /// Fires every mark that is past, oldest first. Clocks that start by it begin at <paramref name="now"/>, never at the missed
    /// instant. The decision has no events when nothing is past.
    /// </summary>
    public static Decision Fire(Case @case, DateTimeOffset now, PolicyPack pack, Known known) => Fire(@case, now, pack, known, _ => false);

    internal static Decision Fire(Case @case, DateTimeOffset now, PolicyPack pack, Known known, Func<SlaClock, bool> spared)
    {
        if (!AnyPast(@case, now, pack, spared) && !CaseStep.HasNews(@case, known, now))
        {
            return new Decision([], @case);
        }

        var step = new CaseStep(@case, pack, known, now, Actor.Machine.Id);
        step.HearOfSurges(until => FirePast(step, until, spared));
        FirePast(step, now, spared);
        return step.Done();
    }

    /// <summary>Fires what ran out strictly before an instant, which is now or lies before it.</summary>
    private static void FirePast(CaseStep step, DateTimeOffset until, Func<SlaClock, bool> spared)
    {
        var (pack, now) = (step.Pack, step.Now);
        while (Oldest(step.Case, until, pack, spared) is { } clock)
        {
            foreach (var (mark, dueAt) in clock.MarksPast(pack.Calendars[clock.Calendar], until))
            {
                if (mark < SlaClock.Expiry)
                {
                    step.Emit(new DeadlineWarned(clock.Name, clock.Generation, mark, dueAt, now));
                }
                else
                {
                    var excused = OutageLedger.Covering(step.Known.Outages, step.Case.Place.StreetId, dueAt)?.Id;
                    var missed = new DeadlineMissed(clock.Name, clock.Generation, mark, dueAt, now, AnswerableUntil(clock.Name, dueAt, pack), excused);
                    step.Emit(missed);
                    Expire(step, missed);
                }
            }

            // Only a clock that still runs leaves room for asking others under it.
            if (step.Case.FindClock(clock.Name) is { State: ClockState.Running } running && running.Generation == clock.Generation)
            {
                AutomaticOffers.LookAgain(step, clock.Name);
            }
        }
    }

    /// <summary>The next mark of every running clock: what the store holds for the case.</summary>
    public static IReadOnlyList<Deadline> Deadlines(Case @case, PolicyPack pack)
    {
        var rows = new List<Deadline>(2);
        foreach (var clock in @case.Clocks)
        {
            if (clock.State == ClockState.Running && clock.NextMark(pack.Calendars[clock.Calendar]) is { } next)
            {
                rows.Add(new Deadline(clock.Name, clock.Generation, next.Mark, next.DueAt));
            }
        }

        return rows;
    }

    /// <summary>As late as the pack takes a command that happened at the due instant.</summary>
    private static DateTimeOffset? AnswerableUntil(string clock, DateTimeOffset dueAt, PolicyPack pack) =>
        pack.Time.Offline is null || ClockNames.OfConsent.Contains(clock) || SideClocks.IsSafety(clock) || clock == SideClocks.Overdue ? null : dueAt + pack.OccurredAtLimit;

    private static void Expire(CaseStep step, DeadlineMissed missed)
    {
        var clock = missed.Clock;
        if (SideClocks.IsSafety(clock))
        {
            SafetyFiring.Expire(step, clock);
            return;
        }

        if (clock == SideClocks.Overdue)
        {
            OverdueLadder.Climb(step, missed);
            return;
        }

        if (SideClocks.IsSide(clock))
        {
            AssistFiring.Expire(step, missed);
            return;
        }

        var before = step.Case;
        var expiry = ClockNames.OfConsent.Contains(clock) ? Expiry.Record : step.Rules.Find(clock)?.OnExpiry ?? Expiry.Record;
        switch (expiry)
        {
            case Expiry.StepUp:
                if (clock == ClockNames.VerifyReport)
                {
                    step.Record(new MarkedUnverified());
                }

                step.StepUp(EscalationReason.Expired, clock);
                break;
            case Expiry.AlarmThenSupervision:
                Twice(step, missed, step.Case.AssignMisses, cardFirst: false);
                break;
            case Expiry.WithdrawOffer:
                StreetCommands.Withdraw(step, OfferWithdrawn.Expired);
                break;
            case Expiry.CardThenSupervision:
                Twice(step, missed, step.Case.ArriveMisses, cardFirst: true);
                break;
            case Expiry.NextChecker:
                PassCheckOn(step, clock);
                break;
            case Expiry.RedCard:
                Cards.Issue(step, CardColour.Red, Scope.Supervisor(step.Case.Place.StreetId), missed);
                step.Record(new LastRungReached(clock));
                break;
            default:
                RunOut(step, clock);
                break;
        }

        OverdueLadder.BeginIfItCost(step, before, missed);
    }

    /// <summary>What a clock of the consent does when it runs out; every other one leaves a record.</summary>
    private static void RunOut(CaseStep step, string clock)
    {
        switch (clock)
        {
            case ClockNames.SuspensionEnd:
                step.Stop(clock, ClockState.Missed);
                SuspensionCommands.RunOn(step, automatic: true);
                break;
            case ClockNames.SurgeEnd when step.Case.Surge is { } surge:
                step.EndSurge(surge.Until);
                break;
            case ClockNames.DrillEnd:
                DrillCommands.RanOut(step);
                break;
            case ClockNames.SuspensionReview:
                SuspensionCommands.AskForReview(step);
                break;
            case ClockNames.SuspensionDecision:
                SuspensionCommands.Undecided(step);
                break;
            case ClockNames.ExtensionDecision:
                ExtensionCommands.Undecided(step);
                break;
        }
    }

    /// <summary>The first time the captain is told and the clock runs again; the second time the supervisor sees to it.</summary>
    private static void Twice(CaseStep step, DeadlineMissed missed, int misses, bool cardFirst)
    {
        var clock = missed.Clock;
        // Under supervision a further miss is recorded only.
        if (step.Case.Supervised)
        {
            return;
        }

        var first = misses <= 1;
        if (first == cardFirst)
        {
            Cards.Issue(step, CardColour.Yellow, Scope.Street(step.Case.Place.StreetId), missed);
        }

        if (first)
        {
            step.Record(new CaptainAlarmed(clock));
            step.Restart(clock);
            AutomaticOffers.LookAgain(step, clock);
        }
        else
        {
            step.EnterSupervision(EscalationReason.Expired, clock);
        }
    }

    private static void PassCheckOn(CaseStep step, string clock)
    {
        if (Checkers.After(step.Case) is { } next)
        {
            step.Record(new CheckPassedOn(next));
            step.Restart(clock);
        }
        else
        {
            step.EnterSupervision(EscalationReason.Expired, clock);
        }
    }

    private static bool AnyPast(Case @case, DateTimeOffset now, PolicyPack pack, Func<SlaClock, bool> spared) =>
        Oldest(@case, now, pack, spared) is not null;

    private static SlaClock? Oldest(Case @case, DateTimeOffset now, PolicyPack pack, Func<SlaClock, bool> spared)
    {
        SlaClock? oldest = null;
        var earliest = now;
        foreach (var clock in @case.Clocks)
        {
            if (clock.State == ClockState.Running && !spared(clock)
                && clock.NextMark(pack.Calendars[clock.Calendar]) is { } next && next.DueAt < earliest)
            {
                (oldest, earliest) = (clock, next.DueAt);
            }
        }

        return oldest;
    }
}
