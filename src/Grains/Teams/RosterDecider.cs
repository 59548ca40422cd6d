using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Teams;

/// <summary>What a command does to a roster: a function of roster, command, actor, instant, and the people whom it names.</summary>
internal static class RosterDecider
{
    /// <summary>The roster changed, or why not.</summary>
    /// <param name="roster">As it stands.</param>
    /// <param name="change">What is to be done.</param>
    /// <param name="team">Whose roster.</param>
    /// <param name="territory">Says whose area covers it.</param>
    /// <param name="calendar">The team's local days.</param>
    /// <param name="people">The users among <see cref="Names"/>, by user name.</param>
    public static RosterVerdict Decide(
        Roster roster,
        RosterChange change,
        Scope team,
        Territory territory,
        DutyCalendar calendar,
        IReadOnlyDictionary<string, UserRecord> people)
    {
        if (RosterShape.Refuses(change.Command) is { } shapeless)
        {
            return shapeless;
        }

        var step = new RosterStep(roster.Trimmed(change.At), change.By, change.At, team, territory, calendar, people);
        var verdict = change.Command switch
        {
            PlanDuty command => PlanRules.Plan(step, command),
            EndDuty command => PlanRules.End(step, command),
            SetSkills command => PlanRules.Skills(step, command),
            OverrideDuty command => OverrideRules.Override(step, command),
            AskSwap command => SwapRules.Ask(step, command),
            AnswerSwap command => SwapRules.Answer(step, command),
            AskLeave command => LeaveRules.Ask(step, command),
            DecideLeave command => LeaveRules.Decide(step, command),
            WithdrawChange command => WithdrawRules.Withdraw(step, command),
            _ => throw new InvalidOperationException($"A roster's shape let {change.Command.GetType().Name} through."),
        };
        return verdict.Roster is { } changed ? changed with { Version = roster.Version + 1 } : verdict;
    }

    /// <summary>The first local day that a change that was accepted changes.</summary>
    public static DateOnly FirstDay(RosterChange change, DutyCalendar calendar) => change.Command switch
    {
        PlanDuty command => command.Duty.First,
        EndDuty command => command.Last,
        OverrideDuty { From: { } from } => calendar.DayOf(from),
        AskLeave { From: { } from } => calendar.DayOf(from),
        AskSwap command => calendar.DayOf(command.Given.From),
        _ => calendar.DayOf(change.At),
    };

    /// <summary>The people whom a change of a roster names, once <see cref="RosterShape"/> has let it through.</summary>
    public static IEnumerable<string> Names(Roster roster, RosterChange change) => change.Command switch
    {
        PlanDuty command => command.Duty.Crews.SelectMany(crew => crew).Distinct(StringComparer.Ordinal),
        OverrideDuty command => command.Replaces is { } replaced ? [command.UserName, replaced] : [command.UserName],
        AskSwap command => [change.By.Id, command.Other],
        AnswerSwap command => roster.Swaps.Where(swap => swap.Id == command.Id).SelectMany(swap => (string[])[swap.AskedBy, swap.Other]),
        AskLeave command => [command.UserName ?? change.By.Id],
        SetSkills command => [command.UserName],
        _ => [],
    };
}
