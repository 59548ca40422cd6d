using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Figures;
using Dispatch.TestKit;
using Check = Dispatch.Contracts.Check;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>Commands that were given in time and arrive after their clock had fired.</summary>
public sealed class OfflineTests
{
    private const string Monday = "2026-09-07";

    private static readonly Assign TwoOfficers = new(["o.zhang", "o.li"]);

    private static CaseWorld AtCommunity() => new CaseWorld(Sample.Xiashi).Report($"{Monday} 09:00", Role.GridWorker, "DEC-03", passUp: true);

    private static CaseWorld AtStreet() => AtCommunity().Do($"{Monday} 09:10", Role.CommunityStaff, new Whistle("Needs the team."));

    private static CaseWorld EnRoute() => AtStreet().Do($"{Monday} 09:12", Role.Dispatcher, TwoOfficers)
        .Do($"{Monday} 09:13", Role.Officer, new OfferAccept(), "o.li");

    private static EscalationAnswered Answer(CaseWorld world) =>
        Assert.IsType<EscalationAnswered>(Assert.Single(world.Events, happened => happened.Event is EscalationAnswered).Event);

    private static string[] Runs(CaseWorld world, string clock) =>
    [
        .. CaseFactsFold.Of(world.Events, DateTimeOffset.MaxValue)!.Clocks.Where(facts => facts.Name == clock)
            .Select(facts => $"{facts.Met} met, {facts.Missed} missed"),
    ];

    [Fact]
    public void An_acknowledgement_in_time_takes_the_automatic_whistle_back_while_nobody_has_acted_on_it()
    {
        var world = AtCommunity().Do($"{Monday} 09:55", Role.CommunityStaff, new Acknowledge(), occurredAt: $"{Monday} 09:20");

        Assert.Equal(
            new EscalationAnswered("acknowledge", 1, world.At($"{Monday} 09:30"), world.At($"{Monday} 09:20"), "acknowledge", TakenBack: true, Answer(world).Withdrawn), Answer(world));
        Assert.Equal((CaseStatus.PreControl, Scope.Community("xishan"), CaseLevel.Community), (world.Case.Status, world.Case.Responsible, world.Case.Level));
        Assert.Equal((ClockState.Met, world.At($"{Monday} 09:20")), (world.Case.FindClock("acknowledge")!.State, world.Case.FindClock("acknowledge")!.StoppedAt));
        Assert.Equal(ClockState.Cancelled, world.Case.FindClock("assign")!.State);
        Assert.Equal(world.At($"{Monday} 09:55"), world.Case.FindClock("pre-control")!.StartedAt);
        Assert.Null(world.Case.WhistledAt);
    }

    [Fact]
    public void What_was_taken_back_is_late_in_no_figure_and_the_misses_that_followed_from_it_are_none()
    {
        var world = AtCommunity().Do($"{Monday} 10:05", Role.CommunityStaff, new Acknowledge(), occurredAt: $"{Monday} 09:20");
        var facts = CaseFactsFold.Of(world.Events, DateTimeOffset.MaxValue)!;

        Assert.Contains(world.Events, happened => happened.Event is DeadlineMissed { Clock: "assign", Generation: 2 });
        Assert.Equal(["1 met, 0 missed"], Runs(world, "acknowledge"));
        Assert.Equal(["0 met, 0 missed"], Runs(world, "assign"));
        Assert.Equal((true, true, false), (facts.Responded, facts.RespondedInTime, facts.Whistled));
    }

    [Fact]
    public void Once_an_officer_has_accepted_the_acknowledgement_is_noted_and_the_officer_keeps_the_case()
    {
        var world = AtCommunity().Do($"{Monday} 09:35", Role.Dispatcher, TwoOfficers).Do($"{Monday} 09:36", Role.Officer, new OfferAccept(), "o.li")
            .Do($"{Monday} 09:55", Role.CommunityStaff, new Acknowledge(), occurredAt: $"{Monday} 09:20");

        Assert.False(Answer(world).TakenBack);
        Assert.Equal((CaseStatus.EnRoute, Scope.Officer("o.li")), (world.Case.Status, world.Case.Responsible));
        Assert.Equal(["1 met, 0 missed"], Runs(world, "acknowledge"));
        Assert.DoesNotContain(world.Events, happened => happened.Event is Acknowledged);
    }

    [Fact]
    public void A_late_acknowledgement_of_somebody_else_does_not_stand_in_the_way()
    {
        var world = AtCommunity().Do($"{Monday} 09:35", Role.CommunityStaff, new Acknowledge(), "c.late")
            .Do($"{Monday} 09:36", Role.CommunityStaff, new Acknowledge(), "c.offline", occurredAt: $"{Monday} 09:20");

        Assert.Equal((true, CaseStatus.PreControl), (Answer(world).TakenBack, world.Case.Status));
        Assert.Equal(["1 met, 0 missed"], Runs(world, "acknowledge"));
    }

    [Fact]
    public void A_resolution_needs_a_photo_and_then_ends_supervision()
    {
        var world = EnRoute().Do($"{Monday} 09:40", Role.Officer, new Arrive(), "o.li").PassUntil("2026-09-16 15:00");
        Assert.Equal(CaseLevel.Supervision, world.Case.Level);
        Assert.Equal(RefusalCode.EvidenceNeeded, world.Refused("2026-09-16 15:00", Role.Officer, new Resolve(), "o.li", occurredAt: "2026-09-16 09:30"));

        world.Uploaded.Add("photo");
        world.Do("2026-09-16 15:00", Role.Officer, new Resolve(["photo"]), "o.li", occurredAt: "2026-09-16 09:30");
        Assert.Equal((CaseStatus.AwaitingCheck, false), (world.Case.Status, world.Case.Supervised));
        Assert.Equal(ClockState.Cancelled, world.Case.FindClock("supervise")!.State);
        Assert.Equal(["1 met, 0 missed"], Runs(world, "rectify"));
    }

    [Fact]
    public void A_photo_that_was_attached_in_time_shows_it_too()
    {
        var world = EnRoute().Do($"{Monday} 09:40", Role.Officer, new Arrive(), "o.li").PassUntil("2026-09-16 15:00");
        world.Uploaded.Add("photo");
        world.Do("2026-09-16 15:00", Role.Officer, new AttachEvidence(["photo"]), "o.li", occurredAt: "2026-09-16 09:20")
            .Do("2026-09-16 15:01", Role.Officer, new Resolve(), "o.li", occurredAt: "2026-09-16 09:30");
        Assert.True(Answer(world).TakenBack);
    }

    [Fact]
    public void An_accept_in_time_brings_an_expired_offer_back_and_one_that_others_have_been_asked_since_is_noted()
    {
        static CaseWorld Expired() => AtStreet().Do($"{Monday} 09:12", Role.Dispatcher, TwoOfficers).PassUntil($"{Monday} 09:18");
        var world = Expired().Do($"{Monday} 09:18", Role.Officer, new OfferAccept(), "o.li", occurredAt: $"{Monday} 09:15");
        Assert.Equal((CaseStatus.EnRoute, Scope.Officer("o.li")), (world.Case.Status, world.Case.Responsible));

        var asked = Expired().Do($"{Monday} 09:18", Role.Dispatcher, new Assign(["o.wang", "o.li"]))
            .Do($"{Monday} 09:19", Role.Officer, new OfferAccept(), "o.li", occurredAt: $"{Monday} 09:15");
        Assert.Equal((CaseStatus.Offered, false), (asked.Case.Status, Answer(asked).TakenBack));
        Assert.True(asked.Case.IsActive("accept"));
        Assert.Equal(["1 met, 0 missed"], Runs(asked, "accept"));
    }

    [Fact]
    public void An_officer_who_was_never_asked_answers_nothing()
    {
        var world = AtStreet().Do($"{Monday} 09:12", Role.Dispatcher, TwoOfficers).PassUntil($"{Monday} 09:18");
        Assert.Equal(RefusalCode.CaseMovedOn, world.Refused($"{Monday} 09:18", Role.Officer, new OfferAccept(), "o.wang", occurredAt: $"{Monday} 09:15"));
    }

    [Fact]
    public void An_arrival_in_time_withdraws_the_yellow_card_and_the_second_run_of_its_clock()
    {
        var world = EnRoute().PassUntil($"{Monday} 15:00");
        Assert.Contains(world.Events, happened => happened.Event is CardIssued { Clock: "arrive" });

        world.Do($"{Monday} 15:00", Role.Officer, new Arrive(), "o.li", occurredAt: $"{Monday} 14:00");
        Assert.Equal(CaseStatus.OnSite, world.Case.Status);
        Assert.Equal((1, 3), (Answer(world).Withdrawn!.Value.Length, world.Case.FindClock("arrive")!.Generation));
        Assert.Equal(["1 met, 0 missed"], Runs(world, "arrive"));
    }

    [Fact]
    public void An_arrival_after_a_dispatcher_raised_the_case_is_noted_and_carried_out()
    {
        var world = EnRoute().PassUntil($"{Monday} 15:00").Do($"{Monday} 15:00", Role.Dispatcher, new Escalate("Where are they?"))
            .Do($"{Monday} 15:01", Role.Officer, new Arrive(), "o.li", occurredAt: $"{Monday} 14:00");
        Assert.Equal((CaseStatus.OnSite, false), (world.Case.Status, Answer(world).TakenBack));

        // The card's run and the one after it: the officer arrived in time for both.
        Assert.Equal(["2 met, 0 missed"], Runs(world, "arrive"));
    }

    [Fact]
    public void A_check_in_time_brings_the_check_back_to_whoever_was_asked_and_is_noted_once_the_next_one_has_checked()
    {
        var resolved = EnRoute().Do($"{Monday} 09:40", Role.Officer, new Arrive(), "o.li").Do($"{Monday} 10:00", Role.Officer, new Resolve(), "o.li");
        var checker = resolved.Case.Responsible;
        resolved.PassUntil("2026-09-09 15:00").Do("2026-09-09 15:00", Role.GridWorker, new Check(true), occurredAt: "2026-09-09 09:00");
        Assert.Equal((CaseStatus.Closed, Scope.Grid("xishan-01")), (resolved.Case.Status, checker));

        var twice = EnRoute().Do($"{Monday} 09:40", Role.Officer, new Arrive(), "o.li").Do($"{Monday} 10:00", Role.Officer, new Resolve(), "o.li")
            .PassUntil("2026-09-09 15:00").Do("2026-09-09 15:00", Role.CommunityStaff, new Check(false))
            .Do("2026-09-09 15:10", Role.GridWorker, new Check(true), occurredAt: "2026-09-09 09:00");
        Assert.Equal((CaseStatus.OnSite, false), (twice.Case.Status, Answer(twice).TakenBack));
        Assert.Equal(["2 met, 0 missed"], Runs(twice, "check"));
    }

    [Theory]
    [InlineData("decide", "2026-09-16 08:40", true)]
    [InlineData("stop-work", "2026-09-07 14:00", false)]
    public void A_clock_that_ran_beside_and_was_missed_too_keeps_its_consequences(string milestone, string occurredAt, bool takenBack)
    {
        var world = new CaseWorld(Sample.Xiashi with { OccurredAtLimit = TimeSpan.FromDays(20) })
            .Report($"{Monday} 09:00", Role.GridWorker, "ILL-01", passUp: true)
            .Do($"{Monday} 09:05", Role.CommunityStaff, new Whistle("Now."))
            .Do($"{Monday} 09:06", Role.Dispatcher, TwoOfficers).Do($"{Monday} 09:07", Role.Officer, new OfferAccept(), "o.li")
            .Do($"{Monday} 09:20", Role.Officer, new Arrive(), "o.li").PassUntil("2026-09-16 15:00");
        Assert.Equal(
            ["stop-work", "supervise", "decide"],
            world.Events.Select(happened => happened.Event).OfType<DeadlineMissed>().Select(missed => missed.Clock).Where(clock => clock != SideClocks.Overdue));

        world.Do("2026-09-16 15:00", Role.Officer, new RecordMilestone(milestone), "o.li", occurredAt: occurredAt);
        Assert.Equal(takenBack, Answer(world).TakenBack);
        Assert.Equal((CaseLevel.Supervision, CaseStatus.OnSite), (world.Case.Level, world.Case.Status));
        Assert.Equal(["1 met, 0 missed"], Runs(world, milestone));
    }

    [Fact]
    public void What_lies_too_far_back_is_refused_and_a_pack_without_the_rule_says_that_the_case_moved_on()
    {
        Assert.Equal(RefusalCode.OccurredTooLongAgo, AtCommunity().Refused("2026-09-08 09:21", Role.CommunityStaff, new Acknowledge(), occurredAt: $"{Monday} 09:20"));
        var silent = new CaseWorld(Sample.Xiashi with { Time = Sample.Xiashi.Time with { Offline = null } })
            .Report($"{Monday} 09:00", Role.GridWorker, "DEC-03", passUp: true).PassUntil($"{Monday} 09:55");
        Assert.Null(silent.Case.Remembered);
        Assert.Equal(RefusalCode.CaseMovedOn, silent.Refused($"{Monday} 09:55", Role.CommunityStaff, new Acknowledge(), occurredAt: $"{Monday} 09:20"));
    }
}
