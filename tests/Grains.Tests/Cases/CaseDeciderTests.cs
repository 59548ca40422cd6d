using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>What commands do and why they are refused, in the sample street.</summary>
public sealed class CaseDeciderTests
{
    private static readonly Assign TwoOfficers = new(["o.zhang", "o.li"]);

    private static CaseWorld World() => new(Sample.Xiashi);

    private static CaseWorld AtStreet() => World()
        .Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
        .Do("2026-09-07 09:10", Role.CommunityStaff, new Whistle("Needs the team."));

    private static CaseWorld OnSite() => AtStreet()
        .Do("2026-09-07 09:12", Role.Dispatcher, TwoOfficers)
        .Do("2026-09-07 09:13", Role.Officer, new OfferAccept(), "o.li")
        .Do("2026-09-07 09:40", Role.Officer, new Arrive(), "o.li");

    [Fact]
    public void A_public_report_that_nobody_touches_climbs_to_supervision_once_a_level()
    {
        var world = World().Report("2026-09-07 09:00", Role.Citizen, "DEC-03").PassAll();
        Assert.Equal(
            [(CaseLevel.Grid, CaseLevel.Community), (CaseLevel.Community, CaseLevel.Street), (CaseLevel.Street, CaseLevel.Supervision)],
            world.Events.Select(happened => happened.Event).OfType<Escalated>().Select(rise => (rise.From, rise.To)));
        Assert.Contains(world.Events, happened => happened.Event is MarkedUnverified);
        Assert.True(world.Case.LastRung);
        Assert.Equal(CaseStatus.AwaitingDispatch, world.Case.Status);
    }

    [Fact]
    public void A_public_report_that_is_not_confirmed_is_rejected()
    {
        var world = World().Report("2026-09-07 09:00", Role.Citizen, "DEC-03").Do("2026-09-07 09:10", Role.GridWorker, new VerifyReport(false)).PassAll();
        Assert.Equal(CaseStatus.Rejected, world.Case.Status);
        Assert.All(world.Case.Clocks, clock => Assert.False(clock.IsOpen));
    }

    [Fact]
    public void A_settled_case_is_checked_by_the_community_and_not_by_the_grid_worker()
    {
        var world = World().Report("2026-09-07 09:00", Role.GridWorker, "DEC-03").Do("2026-09-07 09:05", Role.GridWorker, new Settle());
        Assert.Equal(Scope.Community("xishan"), world.Case.Responsible);
        Assert.Equal(RefusalCode.OwnWork, world.Refused("2026-09-07 10:00", Role.GridWorker, new Check(true)));
        Assert.Equal(RefusalCode.NotYours, world.Refused("2026-09-07 10:00", Role.GridWorker, new Check(true), "another"));
        Assert.Equal(CaseStatus.Closed, world.Do("2026-09-07 10:00", Role.CommunityStaff, new Check(true)).Case.Status);
    }

    [Fact]
    public void An_unanswered_check_goes_from_checker_to_checker_and_then_to_supervision()
    {
        var world = OnSite().Do("2026-09-07 10:00", Role.Officer, new Resolve(), "o.li").PassAll();
        Assert.Equal(
            [Scope.Community("xishan"), Scope.Street("xiashi")],
            world.Events.Select(happened => happened.Event).OfType<CheckPassedOn>().Select(passed => passed.To));
        Assert.Equal(CaseLevel.Supervision, world.Case.Level);
    }

    [Fact]
    public void An_offer_that_expires_returns_to_the_dispatcher_and_its_misses_still_count()
    {
        var world = AtStreet().PassUntil("2026-09-07 09:25").Do("2026-09-07 09:25", Role.Dispatcher, TwoOfficers).PassUntil("2026-09-07 09:31");
        Assert.Equal(CaseStatus.AwaitingDispatch, world.Case.Status);
        Assert.Empty(world.Case.OfficerIds);
        Assert.Equal(1, world.Case.AssignMisses);
        Assert.Equal(CaseLevel.Supervision, world.PassUntil("2026-09-07 10:00").Case.Level);
    }

    [Fact]
    public void The_first_officer_to_accept_leads()
    {
        var world = AtStreet().Do("2026-09-07 09:12", Role.Dispatcher, TwoOfficers).Do("2026-09-07 09:13", Role.Officer, new OfferAccept(), "o.li");
        Assert.Equal(Scope.Officer("o.li"), world.Case.Responsible);
        Assert.Equal(["o.li", "o.zhang"], world.Case.OfficerIds);
        Assert.Equal(RefusalCode.StatusNotAllowed, world.Refused("2026-09-07 09:14", Role.Officer, new OfferAccept(), "o.zhang"));
    }

    [Fact]
    public void An_offer_declined_by_all_returns_to_the_dispatcher()
    {
        var world = AtStreet().Do("2026-09-07 09:12", Role.Dispatcher, TwoOfficers)
            .Do("2026-09-07 09:13", Role.Officer, new OfferDecline("Elsewhere."), "o.li")
            .Do("2026-09-07 09:14", Role.Officer, new OfferDecline("Elsewhere."), "o.zhang");
        Assert.Equal(CaseStatus.AwaitingDispatch, world.Case.Status);
        Assert.Equal(RefusalCode.NotYours, World().Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
            .Do("2026-09-07 09:10", Role.CommunityStaff, new Whistle("x")).Do("2026-09-07 09:12", Role.Dispatcher, TwoOfficers)
            .Refused("2026-09-07 09:13", Role.Officer, new OfferAccept(), "o.wang"));
    }

    [Theory]
    [InlineData(RefusalCode.TooFewOfficers, "o.zhang")]
    [InlineData(RefusalCode.UnknownOfficer, "o.zhang", "nobody")]
    [InlineData(RefusalCode.InvalidValue, "o.zhang", "o.zhang")]
    public void Assigning_asks_for_enough_officers_of_the_team(RefusalCode code, params string[] officers) =>
        Assert.Equal(code, AtStreet().Refused("2026-09-07 09:12", Role.Dispatcher, new Assign(officers)));

    [Fact]
    public void A_late_arrival_costs_a_yellow_card_and_then_supervision_which_arriving_ends()
    {
        var world = AtStreet().Do("2026-09-07 09:12", Role.Dispatcher, TwoOfficers)
            .Do("2026-09-07 09:13", Role.Officer, new OfferAccept(), "o.li").PassUntil("2026-09-08 16:00");
        Assert.Equal(1, world.Events.Count(happened => happened.Event is CardIssued { Colour: CardColour.Yellow, Clock: "arrive" }));
        Assert.Equal(CaseLevel.Supervision, world.Case.Level);
        world.Do("2026-09-08 16:00", Role.Officer, new Arrive(), "o.li");
        Assert.Equal((CaseLevel.Street, CaseStatus.OnSite), (world.Case.Level, world.Case.Status));
        Assert.Equal(ClockState.Cancelled, world.Case.FindClock("supervise")!.State);
    }

    [Fact]
    public void A_suspension_stops_every_clock_and_its_end_lets_them_run_on()
    {
        var world = OnSite();
        var due = world.Case.FindClock("rectify")!.DueAt(Sample.Xiashi.StreetCalendar);
        world.Do("2026-09-07 14:00", Role.Supervisor, new Suspend("Owner abroad.", world.At("2026-09-09 14:00"))).PassUntil("2026-09-09 14:01");
        Assert.Equal(CaseStatus.OnSite, world.Case.Status);
        Assert.Equal(due!.Value.AddDays(2), world.Case.FindClock("rectify")!.DueAt(Sample.Xiashi.StreetCalendar)!.Value, TimeSpan.FromMilliseconds(1));
        Assert.Equal(RefusalCode.InvalidEnd, world.Refused("2026-09-09 15:00", Role.Supervisor, new Suspend("x", world.At("2026-09-09 15:00"))));
    }

    [Fact]
    public void An_extension_is_asked_for_before_expiry_and_moves_the_clock_when_granted()
    {
        var world = OnSite();
        var due = world.Case.FindClock("rectify")!.DueAt(Sample.Xiashi.StreetCalendar)!.Value;
        world.Do("2026-09-08 09:00", Role.Officer, new RequestExtension("rectify", "2 wd", "Parts are missing."), "o.li");
        Assert.Equal(RefusalCode.ExtensionPending, world.Refused("2026-09-08 09:01", Role.Officer, new RequestExtension("rectify", "1 wd", "x"), "o.li"));
        world.Do("2026-09-08 10:00", Role.Supervisor, new DecideExtension(true));
        Assert.Equal(due.AddDays(2), world.Case.FindClock("rectify")!.DueAt(Sample.Xiashi.StreetCalendar));
        Assert.Equal(RefusalCode.NoExtensionRequested, world.Refused("2026-09-08 10:01", Role.Supervisor, new DecideExtension(true)));
        Assert.Equal(RefusalCode.InvalidLength, world.Refused("2026-09-08 10:02", Role.Officer, new RequestExtension("rectify", "2 d", "x"), "o.li"));
        Assert.Equal(RefusalCode.ClockNotRunning, world.Refused("2026-09-08 10:02", Role.Officer, new RequestExtension("grid", "2 wd", "x"), "o.li"));
        world.PassUntil("2026-10-30 09:00");
        Assert.Equal(RefusalCode.ExtensionAfterExpiry, world.Refused("2026-10-30 09:00", Role.Officer, new RequestExtension("rectify", "2 wd", "x"), "o.li"));
    }

    [Fact]
    public void Resolving_in_time_ends_the_clock_as_met_also_at_the_due_instant_itself()
    {
        var world = World().Report("2026-09-07 09:00", Role.GridWorker, "DEC-03").Do("2026-09-07 09:30", Role.GridWorker, new Settle());
        Assert.Equal(ClockState.Met, world.Case.FindClock("grid")!.State);
        Assert.DoesNotContain(world.Events, happened => happened.Event is DeadlineMissed);
    }

    [Fact]
    public void A_command_that_comes_late_finds_what_ran_out_before_it_whether_or_not_it_was_fired()
    {
        var fired = World().Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true);
        var late = new CommandEnvelope
        {
            Command = new Acknowledge(),
            Actor = new Actor("c", Role.CommunityStaff, Scope.Community("xishan")),
            Key = "k",
            BodyHash = "",
            ReceivedAt = fired.At("2026-09-07 09:45"),
        };
        var decision = Assert.IsType<Decision>(CaseDecider.Decide(fired.Case, 1, late, late.ReceivedAt, Sample.Xiashi, Known.Nothing));
        Assert.Contains(decision.Events, happened => happened.Event is DeadlineMissed { Clock: "acknowledge" });
        Assert.Contains(decision.Events, happened => happened.Event is Acknowledged { Late: true });
        Assert.Equal(CaseStatus.AwaitingDispatch, decision.Case.Status);
    }

    [Fact]
    public void An_offline_command_that_was_late_when_it_was_given_is_late()
    {
        var world = World().Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true);
        Assert.Equal(CaseStatus.AwaitingDispatch, world.Do("2026-09-07 09:46", Role.CommunityStaff, new Acknowledge(), occurredAt: "2026-09-07 09:40").Case.Status);
    }

    [Fact]
    public void An_offline_command_judges_its_clock_by_when_it_happened_and_starts_others_at_receipt()
    {
        var world = World().Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
            .Do("2026-09-07 09:28", Role.CommunityStaff, new Acknowledge(), occurredAt: "2026-09-07 09:10");
        Assert.Equal(world.At("2026-09-07 09:10"), world.Case.FindClock("acknowledge")!.StoppedAt);
        Assert.Equal(world.At("2026-09-07 09:28"), world.Case.FindClock("pre-control")!.StartedAt);
        Assert.Equal(RefusalCode.OccurredInFuture, world.Refused("2026-09-07 10:00", Role.CommunityStaff, new StartPreControl(), occurredAt: "2026-09-07 10:01"));
        Assert.Equal(RefusalCode.OccurredBeforeOpening, world.Refused("2026-09-07 10:00", Role.CommunityStaff, new StartPreControl(), occurredAt: "2026-09-07 08:59"));
    }

    [Fact]
    public void Illegal_building_in_progress_is_worked_in_pre_control_under_its_stop_work_clock()
    {
        var world = World().Report("2026-09-07 09:00", Role.GridWorker, "ILL-01", passUp: true).Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge());
        Assert.Equal(CaseStatus.PreControl, world.Case.Status);
        Assert.True(world.Case.IsActive("stop-work"));
        world.PassUntil("2026-09-07 15:00");
        Assert.Contains(world.Events, happened => happened.Event is Whistled { Automatic: true, Reason: "stop-work" });
        Assert.Equal(CaseLevel.Street, world.Case.StatusLevel);
    }

    [Fact]
    public void A_finished_illegal_building_has_no_pre_control_and_goes_to_the_street_when_acknowledged()
    {
        var world = World().Report("2026-09-07 09:00", Role.GridWorker, "ILL-02", passUp: true).Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge());
        Assert.Equal(CaseStatus.AwaitingDispatch, world.Case.Status);
        Assert.Contains(world.Events, happened => happened.Event is Escalated { Reason: EscalationReason.PassedOver });
    }

    [Fact]
    public void A_dispute_is_worked_by_the_community_and_closed_by_resolving_it()
    {
        var world = World().Report("2026-09-07 09:00", Role.GridWorker, "DISP-01", passUp: true)
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge()).Do("2026-09-09 09:05", Role.CommunityStaff, new Resolve());
        Assert.Equal(CaseStatus.Closed, world.Case.Status);
    }

    [Fact]
    public void Night_passes_over_only_levels_that_nobody_staffs()
    {
        var world = World();
        world.GridStaffed = false;
        world.Report("2026-09-04 22:30", Role.Citizen, "DEC-04");
        Assert.Equal(CaseStatus.AwaitingCommunity, world.Case.Status);
        Assert.Equal(Priority.Urgent, world.Case.Priority);
        var calm = World();
        calm.GridStaffed = calm.CommunityStaffed = false;
        calm.Report("2026-09-04 22:30", Role.Citizen, "DEC-03");
        Assert.Equal(CaseStatus.AwaitingVerification, calm.Case.Status);
        Assert.Contains(calm.Events, happened => happened.Event is ClockStarted { WaitsUntil: { } wait } && wait == calm.At("2026-09-07 08:30"));
    }

    [Fact]
    public void Roles_areas_and_statuses_are_checked()
    {
        var world = World().Report("2026-09-07 09:00", Role.GridWorker, "DEC-03");
        Assert.Equal(RefusalCode.RoleNotAllowed, world.Refused("2026-09-07 09:01", Role.Officer, new Settle()));
        Assert.Equal(RefusalCode.StatusNotAllowed, world.Refused("2026-09-07 09:01", Role.CommunityStaff, new Acknowledge()));
        Assert.Equal(RefusalCode.ReasonRequired, world.Refused("2026-09-07 09:01", Role.GridWorker, new PassUp(" ")));
        Assert.Equal(RefusalCode.OutsideArea, world.Refused("2026-09-07 09:01", Role.Citizen, new Comment("Mine?"), "somebody"));
    }

    [Fact]
    public void A_case_reopened_goes_back_to_where_it_was_worked()
    {
        var world = OnSite().Do("2026-09-07 10:00", Role.Officer, new Resolve(), "o.li").Do("2026-09-07 11:00", Role.GridWorker, new Check(true))
            .Do("2026-09-10 09:00", Role.Dispatcher, new Reopen("It is back."));
        Assert.Equal((CaseStatus.OnSite, Scope.Officer("o.li")), (world.Case.Status, world.Case.Responsible));
        Assert.True(world.Case.IsActive("rectify"));
    }

    [Fact]
    public void Escalating_by_hand_raises_to_supervision_and_taking_back_ends_it()
    {
        var world = AtStreet().Do("2026-09-07 09:15", Role.Dispatcher, new Escalate("The mayor asks."));
        Assert.Equal((CaseLevel.Supervision, CaseStatus.AwaitingDispatch), (world.Case.Level, world.Case.Status));
        Assert.Equal(RefusalCode.AlreadySupervised, world.Refused("2026-09-07 09:16", Role.Dispatcher, new Escalate("Again.")));
        Assert.Equal(CaseLevel.Community, world.Do("2026-09-07 09:17", Role.CommunityStaff, new TakeBack("Ours.")).Case.Level);
    }
}
