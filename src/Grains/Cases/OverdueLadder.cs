using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// What a case that stays overdue leads to, by the rungs of the pack: a reminder to whoever has it with a copy to their leader, cards for
/// their unit, public criticism. One clock beside the case's course runs from rung to rung, until somebody answers what was missed.
/// </summary>
internal static class OverdueLadder
{
    private static readonly TimeSpan LongestHolidays = TimeSpan.FromDays(20);

    /// <summary>
    /// Begins where a missed deadline cost a card or brought the case to supervision or to its last rung. One inside an outage begins it
    /// too: it costs nothing by itself, and each rung has a deadline of its own. A drill reminds nobody.
    /// </summary>
    /// <param name="step">The case after the deadline fired.</param>
    /// <param name="before">The case before.</param>
    /// <param name="missed">The deadline.</param>
    public static void BeginIfItCost(CaseStep step, Case before, DeadlineMissed missed)
    {
        var @case = step.Case;
        var cost = @case.NextCard > before.NextCard || (@case.Supervised && !before.Supervised) || (@case.LastRung && !before.LastRung);
        if (cost && !@case.IsDrill && @case.Overdue is null && step.Pack.Supervision.Rungs is [var first, ..])
        {
            step.Record(new FellOverdue(missed.Clock, missed.Generation, missed.DueAt));
            step.Start(first.Clock, CountsFrom(step.Now, first.Clock, step.Pack));
        }
    }

    /// <summary>A rung is reached.</summary>
    public static void Climb(CaseStep step, DeadlineMissed missed)
    {
        step.Stop(missed.Clock, ClockState.Missed);
        var rungs = step.Pack.Supervision.Rungs;
        if (step.Case.Overdue is not { Rungs: > 0 and var reached } run || reached > rungs.Length)
        {
            return;
        }

        switch (rungs[reached - 1].Does)
        {
            case OverdueStep.Reminder:
                step.Record(new ReminderSent(step.Case.Responsible, LeaderOf(step.Case), run.Clock));
                break;
            case OverdueStep.Yellow:
                CardOnce(step, CardColour.Yellow, run, missed);
                break;
            case OverdueStep.Red:
                CardOnce(step, CardColour.Red, run, missed);
                break;
            case OverdueStep.Criticism when missed.Excused is null:
                step.Record(new PubliclyCriticised(step.Case.Unit, run.Clock));
                break;
        }

        if (reached < rungs.Length)
        {
            step.Start(rungs[reached].Clock);
        }
    }

    /// <summary>Ends where nothing stands any more that was missed.</summary>
    public static void EndIfAnswered(CaseStep step)
    {
        var @case = step.Case;
        if (@case.Overdue is { } run && !@case.Supervised && !@case.LastRung && @case.FindClock(run.Clock) is not { IsOpen: true })
        {
            End(step);
        }
    }

    /// <summary>Ends, whatever was answered: the case does.</summary>
    public static void End(CaseStep step)
    {
        if (step.Case.Overdue is not null)
        {
            step.Stop(SideClocks.Overdue, ClockState.Cancelled);
            step.Record(new NoLongerOverdue());
        }
    }

    /// <summary>
    /// The day after expiry: what is missed after hours counts as of the day's own morning, or a Friday night would be reminded of on
    /// Tuesday. Null for the present instant.
    /// </summary>
    private static DateTimeOffset? CountsFrom(DateTimeOffset now, ClockRule rule, PolicyPack pack)
    {
        var calendar = pack.Calendars[rule.Calendar];
        if (rule.Budget.Unit != BudgetUnit.WorkingDay || Day(calendar.NextWorking(now)) == Day(now))
        {
            return null;
        }

        var spans = calendar.WorkingSpans(now - LongestHolidays, now).ToList();
        return spans.Count == 0 ? null : spans.First(span => Day(span.From) == Day(spans[^1].From)).From;

        DateTime Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, calendar.Zone).Date;
    }

    /// <summary>A unit has one card of a colour for a case while it stays overdue, whichever rule gave it.</summary>
    private static void CardOnce(CaseStep step, CardColour colour, OverdueRun run, DeadlineMissed missed)
    {
        var unit = step.Case.Unit;
        if (!step.Case.Cards.Any(card => card.State == CardState.Standing && card.Colour == colour && card.On == unit && card.At >= run.Since))
        {
            Cards.Issue(step, colour, unit, missed);
        }
    }

    /// <summary>The party one level up leads: of an officer the street's team, whose captain it reaches.</summary>
    public static Scope LeaderOf(Case @case) => @case.Responsible.Kind switch
    {
        ScopeKind.Grid => Scope.Community(@case.Place.CommunityId),
        ScopeKind.Street or ScopeKind.Supervisor => Scope.Supervisor(@case.Place.StreetId),
        _ => Scope.Street(@case.Place.StreetId),
    };
}
