using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>Time with consent: who may have more of it, who says so, and what happens when nobody says anything.</summary>
public sealed class ConsentTests
{
    private const string Monday = "2026-09-07";
    private const string Tuesday = "2026-09-08";

    private static readonly RequestExtension TwoDays = new("rectify", "2 wd", "Parts are missing.");

    private static CaseWorld World(Func<TimeRules, TimeRules>? rules = null) =>
        new(rules is null ? Sample.Xiashi : Sample.Xiashi with { Time = rules(Sample.Xiashi.Time) });

    private static CaseWorld OnSite(Func<TimeRules, TimeRules>? rules = null) => World(rules)
        .Report($"{Monday} 09:00", Role.GridWorker, "DEC-03", passUp: true)
        .Do($"{Monday} 09:10", Role.CommunityStaff, new Whistle("Needs the team."))
        .Do($"{Monday} 09:12", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
        .Do($"{Monday} 09:13", Role.Officer, new OfferAccept(), "o.li")
        .Do($"{Monday} 09:40", Role.Officer, new Arrive(), "o.li");

    private static DateTimeOffset? Due(CaseWorld world, string clock) => world.Case.FindClock(clock)?.DueAt(Sample.Xiashi.StreetCalendar);

    [Fact]
    public void A_supervisor_has_four_working_hours_for_an_extension_and_the_decision_stops_their_clock()
    {
        var world = OnSite().Do($"{Monday} 10:00", Role.Officer, TwoDays, "o.li");
        Assert.Equal(world.At($"{Monday} 15:30"), Due(world, ClockNames.ExtensionDecision));

        world.Do($"{Monday} 11:00", Role.Supervisor, new DecideExtension(true));
        Assert.Equal(ClockState.Met, world.Case.FindClock(ClockNames.ExtensionDecision)!.State);
        Assert.Equal(1, world.Case.ExtensionsGranted);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 2)]
    public void An_undecided_extension_is_answered_by_the_machine_as_the_pack_says(bool grants, int days)
    {
        var world = OnSite(rules => rules with { Extensions = rules.Extensions! with { GrantUndecided = grants } });
        var due = Due(world, "rectify")!.Value;
        world.Do($"{Monday} 10:00", Role.Officer, TwoDays, "o.li").PassUntil($"{Monday} 15:31");

        var decided = Assert.Single(world.Events, happened => happened.Event is ExtensionDecided);
        Assert.Equal((Actor.Machine.Id, new ExtensionDecided("rectify", grants, grants ? Budget.Parse("2 wd") : null, "undecided", grants ? 1 : null)), (decided.Actor, decided.Event));
        Assert.Equal(due.AddDays(days), Due(world, "rectify"));
        Assert.Null(world.Case.PendingExtension);
        Assert.Equal(ClockState.Missed, world.Case.FindClock(ClockNames.ExtensionDecision)!.State);
        Assert.False(world.Case.FindClock(ClockNames.ExtensionDecision)!.IsOpen);
    }

    [Fact]
    public void A_request_lapses_when_its_clock_stops()
    {
        var world = OnSite().Do($"{Monday} 10:00", Role.Officer, TwoDays, "o.li").Do($"{Monday} 10:30", Role.Officer, new Resolve(), "o.li");
        Assert.Contains(world.Events, happened => happened.Event is ExtensionLapsed { Clock: "rectify" });
        Assert.Equal(ClockState.Cancelled, world.Case.FindClock(ClockNames.ExtensionDecision)!.State);
        Assert.Equal(RefusalCode.NoExtensionRequested, world.Refused($"{Monday} 10:31", Role.Supervisor, new DecideExtension(true)));
    }

    [Fact]
    public void A_case_is_granted_as_many_extensions_as_the_pack_says_and_a_refused_one_is_none_of_them()
    {
        var world = OnSite();
        foreach (var (hour, granted) in new[] { (10, true), (11, false), (14, true) })
        {
            world.Do($"{Monday} {hour}:00", Role.Officer, TwoDays, "o.li").Do($"{Monday} {hour}:30", Role.Supervisor, new DecideExtension(granted));
        }

        Assert.Equal(RefusalCode.ExtensionsUsedUp, world.Refused($"{Monday} 15:00", Role.Officer, TwoDays, "o.li"));
    }

    [Fact]
    public void A_pack_without_the_rule_leaves_a_request_open_until_somebody_decides()
    {
        var world = OnSite(_ => TimeRules.Silent).Do($"{Monday} 10:00", Role.Officer, TwoDays, "o.li").PassUntil("2026-09-10 10:00");
        Assert.NotNull(world.Case.PendingExtension);
        Assert.Null(world.Case.FindClock(ClockNames.ExtensionDecision));
        Assert.Equal(0, world.Do("2026-09-10 10:01", Role.Supervisor, new DecideExtension(true)).Case.ExtensionsGranted);
    }

    [Fact]
    public void The_supervisors_clock_is_nobodys_to_extend_or_to_fill_up()
    {
        var world = OnSite().Do($"{Monday} 10:00", Role.Dispatcher, new Suspend("Owner abroad.", World().At("2026-09-20 09:00")));
        Assert.Equal(RefusalCode.ClockNotRunning, world.Refused($"{Monday} 10:01", Role.Officer, new RequestExtension("suspension-decision", "1 wd", "x"), "o.li"));
        Assert.Equal(RefusalCode.ClockNotRunning, world.Refused($"{Monday} 10:01", Role.Officer, new TakeExtraTime("suspension-decision", "x"), "o.li"));
    }

    [Fact]
    public void A_dispatchers_suspension_is_a_request_and_clocks_run_on_until_a_supervisor_parks_the_case()
    {
        var world = OnSite();
        world.Do($"{Monday} 10:00", Role.Dispatcher, new Suspend("Owner abroad.", world.At("2026-09-20 09:00")));
        Assert.Equal((CaseStatus.OnSite, ClockState.Running), (world.Case.Status, world.Case.FindClock("rectify")!.State));
        Assert.Equal(RefusalCode.SuspensionPending, world.Refused($"{Monday} 10:01", Role.Captain, new Suspend("Again.", world.At("2026-09-20 09:00"))));

        world.Do($"{Monday} 11:00", Role.Supervisor, new DecideSuspension(true, world.At("2026-09-15 09:00")));
        Assert.Equal((CaseStatus.Suspended, ClockState.Paused), (world.Case.Status, world.Case.FindClock("rectify")!.State));
        Assert.Equal(world.At("2026-09-15 09:00"), Due(world, ClockNames.SuspensionEnd));
        Assert.Equal(ClockState.Met, world.Case.FindClock(ClockNames.SuspensionDecision)!.State);
    }

    [Fact]
    public void A_suspension_that_nobody_decides_on_lapses_and_one_that_is_refused_parks_nothing()
    {
        var world = OnSite();
        world.Do($"{Monday} 10:00", Role.Dispatcher, new Suspend("Owner abroad.", world.At("2026-09-20 09:00"))).PassUntil($"{Tuesday} 10:01");
        Assert.Contains(world.Events, happened => happened.Event is SuspensionLapsed { Reason: "undecided" });
        Assert.Equal(RefusalCode.NoSuspensionRequested, world.Refused($"{Tuesday} 10:02", Role.Supervisor, new DecideSuspension(true)));

        world.Do($"{Tuesday} 11:00", Role.Captain, new Suspend("Owner abroad.", world.At("2026-09-20 09:00")))
            .Do($"{Tuesday} 11:30", Role.Supervisor, new DecideSuspension(false, Reason: "Call the owner first."));
        Assert.Equal((CaseStatus.OnSite, null), (world.Case.Status, world.Case.PendingSuspension));
    }

    [Fact]
    public void A_request_to_park_a_case_lapses_when_it_is_resolved_or_returned()
    {
        foreach (var command in new CaseCommand[] { new Resolve(), new Return(Scope.Community("xishan"), "Not ours.") })
        {
            var world = OnSite();
            world.Do($"{Monday} 10:00", Role.Dispatcher, new Suspend("Owner abroad.", world.At("2026-09-20 09:00"))).Do($"{Monday} 10:30", Role.Officer, command, "o.li");
            Assert.Contains(world.Events, happened => happened.Event is SuspensionLapsed { Reason: "moved-on" });
            Assert.Equal(ClockState.Cancelled, world.Case.FindClock(ClockNames.SuspensionDecision)!.State);
        }
    }

    [Fact]
    public void A_supervisors_own_suspension_parks_at_once_and_ends_within_the_longest()
    {
        var world = OnSite();
        Assert.Equal(RefusalCode.InvalidEnd, world.Refused($"{Monday} 10:00", Role.Supervisor, new Suspend("x", world.At("2026-12-20 09:00"))));
        world.Do($"{Monday} 10:00", Role.Dispatcher, new Suspend("Owner abroad.", world.At("2026-09-20 09:00")))
            .Do($"{Monday} 10:05", Role.Supervisor, new Suspend("Owner abroad, until the hearing.", world.At("2026-10-20 09:00")));
        Assert.Equal((CaseStatus.Suspended, null), (world.Case.Status, world.Case.PendingSuspension));
    }

    [Fact]
    public void A_suspended_case_is_looked_at_again_each_period_and_a_missed_review_resumes_nothing()
    {
        var world = OnSite();
        world.Do($"{Monday} 10:00", Role.Supervisor, new Suspend("Owner abroad.", world.At("2026-11-20 09:00")));
        Assert.Equal(world.At("2026-09-14 10:00"), Due(world, ClockNames.SuspensionReview));

        world.PassUntil("2026-09-14 10:01");
        Assert.Equal((CaseStatus.Suspended, 1), (world.Case.Status, world.Case.ReviewsMissed));
        Assert.Equal(1, CaseViews.View(world.Case, "n", 1, Sample.Xiashi).ReviewsMissed);

        // Sunday the 20th is a make-up working day: five working days end on the Monday after it.
        world.Do("2026-09-15 09:00", Role.Supervisor, new ReviewSuspension(true));
        Assert.Equal((CaseStatus.Suspended, 0), (world.Case.Status, world.Case.ReviewsMissed));
        Assert.Equal(world.At("2026-09-21 09:00"), Due(world, ClockNames.SuspensionReview));

        world.Do("2026-09-16 09:00", Role.Supervisor, new ReviewSuspension(false, "The owner is back."));
        Assert.Equal((CaseStatus.OnSite, ClockState.Running), (world.Case.Status, world.Case.FindClock("rectify")!.State));
        Assert.All([ClockNames.SuspensionReview, ClockNames.SuspensionEnd], clock => Assert.False(world.Case.FindClock(clock)!.IsOpen));
    }

    [Fact]
    public void Without_a_review_in_the_pack_there_is_none_to_give()
    {
        var world = OnSite(_ => TimeRules.Silent);
        world.Do($"{Monday} 10:00", Role.Dispatcher, new Suspend("Owner abroad.", world.At("2026-11-20 09:00")));
        Assert.Equal(RefusalCode.NoReview, world.Refused($"{Monday} 10:01", Role.Supervisor, new ReviewSuspension(true)));
    }

    [Fact]
    public void A_case_is_returned_as_often_as_the_pack_allows_and_coming_back_is_shown()
    {
        var world = World().Report($"{Monday} 09:00", Role.GridWorker, "DEC-03");
        world.Do($"{Monday} 09:05", Role.GridWorker, new Return(Scope.Street("xiashi"), "Enforcement."));
        Assert.Equal((1, null), Shown());

        world.Do($"{Monday} 09:07", Role.Dispatcher, new Return(Scope.Grid("xishan-01"), "A talk is enough."));
        Assert.Equal((2, true), Shown());

        world.Do($"{Monday} 09:10", Role.GridWorker, new Return(Scope.Street("xiashi"), "We talked."));
        Assert.Equal(RefusalCode.ReturnedTooOften, world.Refused($"{Monday} 09:11", Role.Dispatcher, new Return(Scope.Grid("xishan-01"), "No.")));
        Assert.Equal((3, true), Shown());

        (int?, bool?) Shown()
        {
            var row = CaseViews.View(world.Case, "n", 1, Sample.Xiashi).AsRow();
            return (row.TimesReturned, row.CameBack);
        }
    }

    [Fact]
    public void A_case_that_the_community_whistles_back_to_the_street_which_had_returned_it_came_back()
    {
        var world = OnSite().Do($"{Monday} 10:00", Role.Officer, new Return(Scope.Community("xishan"), "A talk is enough."), "o.li");
        Assert.False(world.Case.CameBack);
        Assert.True(world.Do($"{Monday} 10:10", Role.CommunityStaff, new Whistle("It is not.")).Case.CameBack);
    }

    [Fact]
    public void The_responsible_party_takes_one_small_extra_span_on_a_clock_that_is_not_urgent()
    {
        var world = OnSite();
        var due = Due(world, "rectify")!.Value;
        Assert.True(CaseViews.View(world.Case, "n", 1, Sample.Xiashi).AsRow().ExtraTimeLeft);
        world.Do($"{Monday} 10:00", Role.Officer, new TakeExtraTime(null, "The owner is on the way."), "o.li");
        var taken = Assert.IsType<ExtraTimeTaken>(Assert.Single(world.Events, happened => happened.Event is ExtraTimeTaken).Event);
        Assert.Equal(("rectify", 7 * Sample.Xiashi.StreetCalendar.StandardDayMs / 60_000 / 5), (taken.Clock, taken.Length.Amount));
        Assert.True(Due(world, "rectify") > due);
        Assert.Null(CaseViews.View(world.Case, "n", 1, Sample.Xiashi).ExtraTimeLeft);
        Assert.Equal(RefusalCode.ExtraTimeUsedUp, world.Refused($"{Monday} 10:01", Role.Officer, new TakeExtraTime(null, "Again."), "o.li"));
    }

    [Fact]
    public void Extra_time_is_refused_to_others_on_urgent_clocks_and_where_the_pack_gives_none()
    {
        var world = World().Report($"{Monday} 09:00", Role.GridWorker, "DEC-03", passUp: true);
        Assert.Equal(RefusalCode.NotYours, world.Refused($"{Monday} 09:01", Role.Dispatcher, new TakeExtraTime(null, "x")));
        Assert.Equal(RefusalCode.ReasonRequired, world.Refused($"{Monday} 09:01", Role.CommunityStaff, new TakeExtraTime(null, " ")));
        Assert.Equal(RefusalCode.ClockNotRunning, World().Report($"{Monday} 09:00", Role.GridWorker, "DEC-04", passUp: true)
            .Refused($"{Monday} 09:01", Role.CommunityStaff, new TakeExtraTime(null, "x")));
        Assert.Equal(RefusalCode.ExtraTimeNotOffered, World(_ => TimeRules.Silent).Report($"{Monday} 09:00", Role.GridWorker, "DEC-03", passUp: true)
            .Refused($"{Monday} 09:01", Role.CommunityStaff, new TakeExtraTime(null, "x")));
        Assert.Equal(RefusalCode.UrgentClock, World().Report($"{Monday} 09:00", Role.GridWorker, "ILL-01", passUp: true)
            .Do($"{Monday} 09:05", Role.CommunityStaff, new Whistle("Now.")).Do($"{Monday} 09:06", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
            .Do($"{Monday} 09:07", Role.Officer, new OfferAccept(), "o.li")
            .Refused($"{Monday} 09:08", Role.Officer, new TakeExtraTime("arrive", "x"), "o.li"));
    }

    [Theory]
    [InlineData("4 wh", "48 min")]
    [InlineData("7 d", "1 d")]
    [InlineData("2 d", "1 d")]
    [InlineData("1 min", "1 min")]
    public void Extra_time_is_a_share_of_the_budget_in_its_own_kind_of_time(string budget, string extra) =>
        Assert.Equal(extra, new ExtraTimeRule(20, 1).LengthFor(Budget.Parse(budget), Sample.Xiashi.StreetCalendar).ToString());
}
