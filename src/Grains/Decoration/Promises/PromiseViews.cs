using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Promises;

/// <summary>What whoever has a secret link sees of a case. Pure. What is not listed here is not shown.</summary>
internal static class PromiseViews
{
    private const int MostSteps = 100;

    /// <summary>The clocks that are promises to those outside, in the order in which they come due.</summary>
    private static readonly ImmutableArray<string> Promised =
    [
        ClockNames.VerifyReport, ClockNames.Grid, ClockNames.Acknowledge, ClockNames.PreControl, ClockNames.Assign, ClockNames.Arrive,
        "stop-work", "rectify", "decide", "demolish", ClockNames.Check,
    ];

    /// <summary>Those that are told of before they begin.</summary>
    private static readonly ImmutableArray<string> Ahead = Promised.RemoveRange([ClockNames.VerifyReport, ClockNames.Grid, ClockNames.Assign]);

    /// <summary>A case by one of its links.</summary>
    /// <param name="case">The case.</param>
    /// <param name="number">Its number.</param>
    /// <param name="history">What happened to it, from the first.</param>
    /// <param name="party">Whose link.</param>
    /// <param name="now">City time.</param>
    /// <param name="pack">The pack that it keeps.</param>
    /// <param name="territory">The names of places.</param>
    public static Promise Of(
        Case @case, string number, IReadOnlyList<Happened> history, PromiseParty party, DateTimeOffset now, PolicyPack pack, Territory territory)
    {
        var closing = @case.Status == CaseStatus.Closed ? history.LastOrDefault(happened => happened.Event is Closed)?.At : null;
        var said = @case.Promise?.SaidBy(party);
        var answerBy = closing is { } closed && pack.Decoration is { } rules ? PromiseDecider.AnswerBy(closed, rules) : (DateTimeOffset?)null;
        return new Promise
        {
            Number = number,
            Party = party,
            Title = pack.Types[@case.Type].Title,
            Place = Place(@case.Place, territory),
            Status = @case.Status,
            Has = @case.IsOpen ? Has(@case.Responsible) : null,
            Community = territory.FindCommunity(@case.Place.CommunityId)?.Name ?? Text.Same(@case.Place.CommunityId),
            Supervised = @case.Supervised,
            OverdueSince = @case.IsOpen ? Times(@case, pack).Where(time => IsLate(time, now)).Min(time => time.DueAt) : null,
            Times = [.. Times(@case, pack).Concat(NotBegun(@case, pack)).Select(time => IsLate(time, now) ? time with { State = ClockState.Missed } : time)],
            Steps = [.. history.Select(Step).OfType<PromiseStep>().TakeLast(MostSteps)],
            Photos = @case.Promise?.Photos ?? [],
            ClosedAt = closing,
            AnswerBy = answerBy >= now && said?.Closing != closing ? answerBy : null,
            Said = said,
            Zone = pack.StreetCalendar.Zone.Id,
        };
    }

    private static bool IsLate(PromisedTime time, DateTimeOffset now) =>
        time.State is ClockState.Missed or ClockState.Running && time.DueAt is { } due && due < now;

    /// <summary>The promises that stand, each kept, missed or counting.</summary>
    private static IEnumerable<PromisedTime> Times(Case @case, PolicyPack pack) =>
        from clock in @case.Clocks
        let order = Promised.IndexOf(clock.Name)
        where order >= 0 && clock.State != ClockState.Cancelled
        orderby order
        select new PromisedTime(clock.Name, clock.State, clock.DueAt(pack.Calendars[clock.Calendar]), null);

    /// <summary>What the pack promises for later, as long as the case has not got that far.</summary>
    private static IEnumerable<PromisedTime> NotBegun(Case @case, PolicyPack pack)
    {
        var reached = @case.Clocks.Max(clock => (int?)Promised.IndexOf(clock.Name)) ?? -1;
        return !@case.IsOpen ? [] :
            from name in Ahead
            where Promised.IndexOf(name) > reached
            let rule = @case.Course(pack).Find(name)
            where rule is not null
            select new PromisedTime(name, null, null, rule.Budget.ToString());
    }

    private static string Has(Scope responsible) => responsible.Kind is ScopeKind.Grid or ScopeKind.Community ? responsible.Kind : ScopeKind.Street;

    private static Text? Place(CasePlace place, Territory territory) => place.Estate is { } id && territory.FindEstate(id) is { } estate
        ? new Text($"{estate.Name.Zh} {place.Unit ?? place.Building}".Trim(), $"{estate.Name.En} {place.Unit ?? place.Building}".Trim())
        : null;

    private static PromiseStep? Step(Happened happened)
    {
        var at = happened.OccurredAt ?? happened.At;
        return happened.Event is DeadlineMissed missed
            ? Promised.Contains(missed.Clock) ? new PromiseStep("missed", at, missed.Clock) : null
            : Word(happened.Event) is { } word ? new PromiseStep(word, at) : null;
    }

    private static string? Word(OwnerEvent happening) => happening switch
    {
        Reported => "received",
        Verified { Confirmed: true } => "looked-at",
        Acknowledged => "community-knows",
        PreControlStarted => "community-at-work",
        Whistled => "team-called",
        OfferAccepted => "team-coming",
        Arrived => "team-there",
        MilestoneRecorded => "part-done",
        DepartmentsCalled => "departments-called",
        Settled or Resolved => "handled",
        Checked { Passed: true } => "checked",
        Checked => "check-failed",
        Suspended => "paused",
        Resumed => "goes-on",
        Escalated { To: CaseLevel.Supervision } => "supervised",
        Closed => "closed",
        Rejected => "rejected",
        Merged => "merged",
        Reopened => "reopened",
        _ => null,
    };
}
