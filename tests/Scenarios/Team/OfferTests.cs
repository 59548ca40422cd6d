using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Teams.Assignment;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Team;

/// <summary>Cases that are offered by themselves, with every instant.</summary>
public sealed class OfferTests
{
    private static readonly DateTimeOffset Evening = new(2026, 9, 7, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_declined_round()
    {
        var world = Whistled("o.li", "o.sun", "o.wang", "o.zhang")
            .Do("2026-09-07 09:11", Role.Officer, new OfferDecline("At another site."), "o.li")
            .Do("2026-09-07 09:12", Role.Officer, new OfferDecline("The car is in repair."), "o.sun")
            .PassUntil("2026-09-07 09:30");

        Assert.Equal(
            """
            Mon 09-07 09:10:00.000 Assigned o.li o.sun in round 1
            Mon 09-07 09:10:00.000 Entered Offered by street:xiashi
            Mon 09-07 09:11:00.000 OfferDeclined o.li
            Mon 09-07 09:11:00.000 OfferPassedOn o.wang in place of o.li
            Mon 09-07 09:12:00.000 OfferDeclined o.sun
            Mon 09-07 09:12:00.000 OfferPassedOn o.zhang in place of o.sun
            Mon 09-07 09:17:00.001 OfferWithdrawn expired
            Mon 09-07 09:17:00.001 Entered AwaitingDispatch by street:xiashi
            Mon 09-07 09:17:00.001 OffersEnded candidates after round 1
            Mon 09-07 09:17:00.001 CaptainAlarmed
            Mon 09-07 09:27:00.002 CaptainAlarmed
            """,
            Offers(world));
    }

    [Fact]
    public void Rounds_that_nobody_answers_end_with_the_captain()
    {
        var world = Whistled("a", "b", "c", "d", "e", "f", "g", "h").PassUntil("2026-09-07 09:26");

        Assert.Equal(
            """
            Mon 09-07 09:10:00.000 Assigned a b in round 1
            Mon 09-07 09:10:00.000 Entered Offered by street:xiashi
            Mon 09-07 09:15:00.001 OfferWithdrawn expired
            Mon 09-07 09:15:00.001 Entered AwaitingDispatch by street:xiashi
            Mon 09-07 09:15:00.001 Assigned c d in round 2
            Mon 09-07 09:15:00.001 Entered Offered by street:xiashi
            Mon 09-07 09:20:00.002 OfferWithdrawn expired
            Mon 09-07 09:20:00.002 Entered AwaitingDispatch by street:xiashi
            Mon 09-07 09:20:00.002 Assigned e f in round 3
            Mon 09-07 09:20:00.002 Entered Offered by street:xiashi
            Mon 09-07 09:25:00.003 OfferWithdrawn expired
            Mon 09-07 09:25:00.003 Entered AwaitingDispatch by street:xiashi
            Mon 09-07 09:25:00.003 OffersEnded rounds after round 3
            Mon 09-07 09:25:00.003 CaptainAlarmed
            """,
            Offers(world));
        Assert.All(world.Case.Offers!.Asked, asked => Assert.Equal(OfferAnswer.Silent, asked.Answer));
    }

    [Fact]
    public void The_first_to_accept_leads_and_the_other_goes_along()
    {
        var world = Whistled("o.li", "o.sun").Do("2026-09-07 09:11", Role.Officer, new OfferAccept(), "o.sun");

        Assert.Equal((CaseStatus.EnRoute, Scope.Officer("o.sun")), (world.Case.Status, world.Case.Responsible));
        Assert.Equal(["o.sun", "o.li"], world.Case.OfficerIds);
        Assert.Equal([OfferAnswer.GoesAlong, OfferAnswer.Accepted], world.Case.Offers!.Asked.Select(asked => asked.Answer));
        Assert.Equal(RefusalCode.StatusNotAllowed, world.Refused("2026-09-07 09:12", Role.Officer, new OfferAccept(), "o.li"));
    }

    [Fact]
    public void Who_goes_off_duty_before_the_answer_is_passed_over()
    {
        var world = Whistled("o.li", "o.sun", "o.wang");
        world.Team = at => Team(["o.li", "o.sun", "o.wang"], at < world.At("2026-09-07 09:11") ? [] : ["o.li"]);
        world.PassUntil("2026-09-07 09:13");

        Assert.Equal(
            """
            Mon 09-07 09:10:00.000 Assigned o.li o.sun in round 1
            Mon 09-07 09:10:00.000 Entered Offered by street:xiashi
            Mon 09-07 09:12:30.001 OfferPassedOver o.li off-duty
            Mon 09-07 09:12:30.001 OfferPassedOn o.wang in place of o.li
            """,
            Offers(world));
        Assert.Equal(RefusalCode.NotYours, world.Refused("2026-09-07 09:13", Role.Officer, new OfferAccept(), "o.li"));
    }

    [Fact]
    public void Whoever_went_before_another_accepted_is_replaced_on_the_visit()
    {
        var world = Whistled("o.li", "o.sun", "o.wang");
        world.Team = _ => Team(["o.li", "o.sun", "o.wang"], ["o.sun"]);
        world.Do("2026-09-07 09:11", Role.Officer, new OfferAccept(), "o.li");

        Assert.Equal(["o.li", "o.wang"], world.Case.OfficerIds);
        Assert.Equal(CaseStatus.EnRoute, world.Case.Status);
    }

    [Fact]
    public void A_night_without_staff_is_told_to_the_captain_at_once_and_the_first_pair_that_comes_is_asked()
    {
        var world = new CaseWorld(Sample.Xiashi) { GridStaffed = false, CommunityStaffed = false };
        world.Team = at => Team(["o.li", "o.sun"], at < world.At("2026-09-04 22:33") ? ["o.li", "o.sun"] : []);
        world.Report("2026-09-04 22:30", Role.Citizen, "DEC-04").PassUntil("2026-09-04 22:36");

        Assert.Equal(
            """
            Fri 09-04 22:30:00.000 Entered AwaitingDispatch by street:xiashi
            Fri 09-04 22:30:00.000 OffersEnded candidates after round 0
            Fri 09-04 22:30:00.000 CaptainAlarmed
            Fri 09-04 22:35:00.001 Assigned o.li o.sun in round 1
            Fri 09-04 22:35:00.001 Entered Offered by street:xiashi
            """,
            Offers(world));
        Assert.Equal(
            [("o.li", LeftOutReasons.OffDuty), ("o.sun", LeftOutReasons.OffDuty)],
            world.Events.Select(happened => happened.Event).OfType<OffersEnded>().Single().LeftOut.Select(one => (one.UserName, one.Why)));
    }

    [Fact]
    public void A_dispatcher_overrules_and_the_history_says_so()
    {
        var world = Whistled("a", "b", "o.wang")
            .Do("2026-09-07 09:11", Role.Dispatcher, new Reassign(["o.zhang", "o.li"]))
            .Do("2026-09-07 09:12", Role.Officer, new OfferDecline("At another site."), "o.li");

        Assert.Equal(
            """
            Mon 09-07 09:10:00.000 Assigned a b in round 1
            Mon 09-07 09:10:00.000 Entered Offered by street:xiashi
            Mon 09-07 09:11:00.000 OfferWithdrawn reassigned
            Mon 09-07 09:11:00.000 Assigned o.zhang o.li by hand, overruling
            Mon 09-07 09:11:00.000 Entered Offered by street:xiashi
            Mon 09-07 09:12:00.000 OfferDeclined o.li
            Mon 09-07 09:12:00.000 OfferPassedOn o.wang in place of o.li
            """,
            Offers(world));
    }

    [Fact]
    public void Supervision_of_a_case_ends_when_a_person_accepts_and_not_when_the_machine_asks()
    {
        var world = new CaseWorld(Sample.Xiashi) { Team = _ => Team(["o.li", "o.sun"], []) }
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
            .Do("2026-09-07 09:05", Role.Captain, new Escalate("The press is there."))
            .Do("2026-09-07 09:10", Role.CommunityStaff, new Whistle("The owner goes on."));
        Assert.Equal((CaseStatus.Offered, CaseLevel.Supervision), (world.Case.Status, world.Case.Level));

        world.Do("2026-09-07 09:11", Role.Officer, new OfferAccept(), "o.li");

        Assert.Equal((CaseStatus.EnRoute, CaseLevel.Street), (world.Case.Status, world.Case.Level));
    }

    [Fact]
    public void Whoever_returned_a_case_to_the_street_is_not_asked_for_it_again()
    {
        var world = Whistled("o.li", "o.sun", "o.wang", "o.zhang")
            .Do("2026-09-07 09:11", Role.Officer, new OfferAccept(), "o.li")
            .Do("2026-09-07 09:12", Role.Officer, new Return(Scope.Street("xiashi"), "The gas company's matter."), "o.li");

        Assert.Equal(["o.wang", "o.zhang"], world.Case.OfficerIds);
    }

    private static CaseWorld Whistled(params string[] team) => new CaseWorld(Sample.Xiashi) { Team = _ => Team(team, []) }
        .Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
        .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge())
        .Do("2026-09-07 09:10", Role.CommunityStaff, new Whistle("The owner goes on."));

    private static IEnumerable<Candidate> Team(string[] names, string[] offDuty) =>
        names.Select(name => new Candidate { UserName = name, OnDutyUntil = offDuty.Contains(name) ? null : Evening });

    private static string Offers(CaseWorld world) => string.Join('\n', world.History.Where(line =>
        line.Contains(" Offer", StringComparison.Ordinal) || line.Contains(" Assigned", StringComparison.Ordinal)
        || line.Contains("CaptainAlarmed", StringComparison.Ordinal) || line.Contains("Entered Offered", StringComparison.Ordinal)
        || line.Contains("Entered AwaitingDispatch", StringComparison.Ordinal))
        .SkipWhile(line => line.Contains("09:10:00.000 Entered AwaitingDispatch", StringComparison.Ordinal)));
}
