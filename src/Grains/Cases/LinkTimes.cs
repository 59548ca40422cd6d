using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// How quickly each link of the chain answered, from the history alone. A link is asked when a clock of its own starts; it answered with
/// the event that this clock waits for. A clock that ran out and ended with the case, or with another's act, was not answered at all.
/// </summary>
public static class LinkTimes
{
    /// <summary>The links in the order in which they were asked.</summary>
    /// <param name="events">The case's events in order, from the first.</param>
    /// <param name="pack">The pack that it keeps.</param>
    public static AnswerLinks Of(IEnumerable<Happened> events, PolicyPack pack)
    {
        var (links, running) = (new List<AnswerLink>(), new Dictionary<string, int>(StringComparer.Ordinal));
        Case? @case = null;
        var trigger = "";
        foreach (var happened in events)
        {
            var before = @case;
            @case = @case is null ? Case.Open(happened) : @case.Apply(happened);
            trigger = happened.Event is ClockEvent ? trigger : happened.Event.Trigger;
            switch (happened.Event)
            {
                case ClockStarted started when IsLink(started.Clock):
                    running[started.Clock] = links.Count;
                    links.Add(Asked(@case, started, happened, pack));
                    break;
                case DeadlineMissed missed when running.TryGetValue(missed.Clock, out var place):
                    links[place] = links[place] with { Outcome = LinkOutcome.NotAtAll };
                    break;
                case ClockStopped stopped when running.TryGetValue(stopped.Clock, out var place):
                    links[place] = @case.Rules(pack).Find(stopped.Clock)?.StopOn.Contains(trigger) == true && stopped.State != ClockState.Cancelled
                        ? Answered(links[place], before!.FindClock(stopped.Clock)!, stopped, happened, pack)
                        : links[place] with { Outcome = stopped.State == ClockState.Cancelled ? LinkOutcome.Overtaken : LinkOutcome.NotAtAll };
                    break;
                case Escalated { Reason: EscalationReason.Unstaffed } passed:
                    links.Add(PassedOver(@case, passed, happened));
                    break;
            }
        }

        return new AnswerLinks(@case is { IsDrill: true }, links);
    }

    /// <summary>Milestones are the work itself and the supervisor is no link; what only comes at its time asks nobody.</summary>
    private static bool IsLink(string clock) => clock is ClockNames.VerifyReport or ClockNames.Grid or ClockNames.Acknowledge or ClockNames.PreControl
        or ClockNames.Assign or ClockNames.Accept or ClockNames.Arrive or ClockNames.Check
        || (SideClocks.IsSide(clock) && clock != SideClocks.Overdue);

    private static AnswerLink Asked(Case @case, ClockStarted started, Happened happened, PolicyPack pack) => new()
    {
        Clock = started.Clock,
        Asked = PartyOf(started.Clock, @case),
        AskedAt = happened.At,
        Outcome = LinkOutcome.Waiting,
        Limit = started.Budget.ToString(),
        LimitMs = started.Budget.MsOn(started.Budget.Axis, pack.Calendars[started.Calendar]),
    };

    private static AnswerLink Answered(AnswerLink link, SlaClock clock, ClockStopped stopped, Happened happened, PolicyPack pack)
    {
        var at = stopped.At ?? happened.At;
        return link with
        {
            Outcome = stopped.State == ClockState.Met ? LinkOutcome.InTime : LinkOutcome.Late,
            By = happened.Actor,
            AnsweredAt = at,
            TookMs = (long)(at - link.AskedAt).TotalMilliseconds,
            SpentMs = clock.Spent(pack.Calendars[clock.Calendar], at),
        };
    }

    private static AnswerLink PassedOver(Case @case, Escalated passed, Happened happened) => new()
    {
        Clock = passed.From == CaseLevel.Grid ? ClockNames.Grid : ClockNames.Acknowledge,
        Asked = passed.From == CaseLevel.Grid ? Scope.Grid(@case.Place.GridId) : Scope.Community(@case.Place.CommunityId),
        AskedAt = happened.At,
        Outcome = LinkOutcome.Unstaffed,
    };

    private static Scope PartyOf(string clock, Case @case) => clock switch
    {
        _ when (SideClocks.ReportInOf(clock) ?? SideClocks.AnswerOf(clock)) is { } department => Scope.Department(department),
        ClockNames.VerifyReport or ClockNames.Grid => Scope.Grid(@case.Place.GridId),
        ClockNames.Acknowledge or ClockNames.PreControl => Scope.Community(@case.Place.CommunityId),
        ClockNames.Assign => Scope.Street(@case.Place.StreetId),
        ClockNames.Accept or ClockNames.Arrive when @case.OfficerIds is [var lead, ..] => Scope.Officer(lead),
        _ => @case.Responsible,
    };
}
