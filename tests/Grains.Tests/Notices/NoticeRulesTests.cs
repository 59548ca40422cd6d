using Dispatch.Contracts;
using Dispatch.Grains.Teams.Assignment;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Notices;

/// <summary>What a case leaves to be told, step by step.</summary>
public sealed class NoticeRulesTests
{
    [Fact]
    public void Whoever_has_the_next_step_is_told_of_it_and_only_while_it_is_theirs()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.Citizen, "DEC-02");
        Assert.Equal(["grid:xishan-01 verify"], world.Told);

        world.Do("2026-09-07 09:05", Role.GridWorker, new VerifyReport(Confirmed: true)).Do("2026-09-07 09:10", Role.GridWorker, new PassUp("Not mine."));
        Assert.Equal(["community:xishan acknowledge"], world.Told);

        world.Do("2026-09-07 09:15", Role.CommunityStaff, new Acknowledge());
        Assert.Empty(world.Told);
    }

    [Fact]
    public void A_comment_tells_nobody_anything()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true);

        world.Do("2026-09-07 09:01", Role.CommunityStaff, new Comment("On my way."));

        Assert.Equal(["community:xishan acknowledge"], world.Told);
        Assert.Empty(world.JustOver);
    }

    [Fact]
    public void Each_officer_who_is_asked_is_told_urgently_and_whoever_says_no_is_replaced_in_the_same_step()
    {
        var world = Offered();
        Assert.Equal(["user:o.li offer urgently", "user:o.wang offer urgently"], world.Told);

        world.Do("2026-09-07 09:07", Role.Officer, new OfferDecline("Elsewhere."), "o.li");

        Assert.Equal(["user:o.wang offer urgently", "user:o.zhang offer urgently"], world.Told);
        Assert.Equal(["offer:o.li"], world.JustOver);
    }

    [Fact]
    public void When_one_accepts_every_offer_is_over_and_whoever_goes_along_is_told()
    {
        var world = Offered().Do("2026-09-07 09:07", Role.Officer, new OfferAccept(), "o.li");

        Assert.Equal(["user:o.wang along"], world.Told);
        Assert.Equal(["offer:o.li", "offer:o.wang"], world.JustOver.Order());
    }

    [Fact]
    public void A_case_that_nobody_takes_is_told_to_captain_and_then_to_supervision_each_once()
    {
        var world = Waiting().PassUntil("2026-09-07 09:40");
        Assert.Equal(["street:xiashi assign", "captain:xiashi alarm urgently", "supervisor:xiashi supervision"], world.Told);

        world.Do("2026-09-07 09:45", Role.Dispatcher, new Assign(["o.zhang", "o.li"]));

        Assert.Equal(["captain:xiashi alarm urgently", "user:o.zhang offer urgently", "user:o.li offer urgently"], world.Told);
        Assert.DoesNotContain(world.Do("2026-09-07 09:46", Role.Officer, new OfferAccept(), "o.li").Told, told => told.Contains("alarm", StringComparison.Ordinal));
    }

    [Fact]
    public void Urgent_types_are_told_urgently()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-01", passUp: true);

        Assert.Equal(["community:xishan acknowledge urgently"], world.Told);
    }

    [Fact]
    public void A_called_department_is_told_until_it_reports_in()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true)
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-07 09:10", Role.CommunityStaff, new CallDepartment(["housing"], WhistleGround.CannotSolve, "Load-bearing?"));
        Assert.Equal(["department:housing department"], world.Told);

        Assert.Empty(world.Do("2026-09-07 09:15", Role.DepartmentStaff, new DepartmentReportIn(), "housing").Told);
    }

    [Fact]
    public void Whoever_decides_on_more_time_is_told_until_they_have()
    {
        var world = Offered()
            .Do("2026-09-07 09:07", Role.Officer, new OfferAccept(), "o.li")
            .Do("2026-09-07 09:20", Role.Officer, new Arrive(), "o.li")
            .Do("2026-09-07 09:30", Role.Officer, new RequestExtension("rectify", "2 wd", "The owner is away."), "o.li");
        Assert.Equal(["supervisor:xiashi extension"], world.Told);

        Assert.Empty(world.Do("2026-09-07 09:40", Role.Supervisor, new DecideExtension(Granted: false, Reason: "No.")).Told);
    }

    [Fact]
    public void A_review_of_a_suspension_that_was_missed_is_told_to_the_supervisor_until_it_is_made_or_the_case_goes_on()
    {
        var world = Waiting()
            .Do("2026-09-07 09:20", Role.Dispatcher, new Suspend("The owner is abroad.", new DateTimeOffset(2026, 9, 30, 1, 0, 0, TimeSpan.Zero)))
            .Do("2026-09-07 09:30", Role.Supervisor, new DecideSuspension(Granted: true));
        var missed = world.PassUntil("2026-09-23 09:00").Told;
        Assert.Contains("supervisor:xiashi review", missed);

        Assert.DoesNotContain("supervisor:xiashi review", world.Do("2026-09-23 09:30", Role.Supervisor, new ReviewSuspension(Keep: true, "Still abroad.")).Told);
    }

    [Fact]
    public void A_failed_check_tells_whoever_must_do_it_again()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true)
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-07 09:10", Role.CommunityStaff, new Resolve());
        Assert.Equal(["grid:xishan-01 check"], world.Told);

        world.Do("2026-09-07 09:15", Role.GridWorker, new Check(Passed: false), "another-worker");
        Assert.Equal(["community:xishan rework"], world.Told);

        Assert.Equal(["grid:xishan-01 check"], world.Do("2026-09-07 09:20", Role.CommunityStaff, new Resolve()).Told);
    }

    [Fact]
    public void A_call_for_help_tells_each_rung_that_it_reaches_until_somebody_answers()
    {
        var world = Offered()
            .Do("2026-09-07 09:07", Role.Officer, new OfferAccept(), "o.li").Do("2026-09-07 09:30", Role.Officer, new Arrive(), "o.li")
            .Do("2026-09-07 09:40", Role.Officer, new RaiseAlarm(), "o.li");
        Assert.Equal(["street:xiashi help urgently"], world.Told);

        Assert.Equal(["street:xiashi help urgently", "captain:xiashi help urgently"], world.PassUntil("2026-09-07 09:41:30").Told);
        Assert.Empty(world.Do("2026-09-07 09:41:40", Role.Captain, new AcknowledgeAlarm("On my way.")).Told);
    }

    [Fact]
    public void A_case_that_ends_leaves_nothing_to_be_told()
    {
        var world = Waiting()
            .Do("2026-09-07 09:06", Role.CommunityStaff, new CallDepartment(["housing"], WhistleGround.CannotSolve, "Load-bearing?"))
            .Do("2026-09-07 09:07", Role.Dispatcher, new Reject("Not a case."));

        Assert.Empty(world.Told);
        Assert.Equal(["assign:street:xiashi", "department:housing"], world.JustOver.Order());
    }

    [Fact]
    public void A_pack_that_says_nothing_of_notices_tells_nobody()
    {
        var world = new CaseWorld(Sample.Xiashi with { Telling = null }).Report("2026-09-07 09:00", Role.GridWorker, "DEC-01", passUp: true);

        Assert.Empty(world.PassUntil("2026-09-08 09:00").Told);
    }

    private static CaseWorld Waiting() => new CaseWorld(Sample.Xiashi)
        .Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true)
        .Do("2026-09-07 09:02", Role.CommunityStaff, new Acknowledge())
        .Do("2026-09-07 09:05", Role.CommunityStaff, new Whistle("Needs the team.", WhistleGround.CannotSolve));

    private static CaseWorld Offered()
    {
        var world = new CaseWorld(Sample.Xiashi)
        {
            Team = at => new[] { "o.zhang", "o.li", "o.wang" }.Select(name => new Candidate { UserName = name, OnDutyUntil = at.AddHours(8), Line = 1 }),
        };
        return world
            .Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", passUp: true)
            .Do("2026-09-07 09:02", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Whistle("Needs the team.", WhistleGround.CannotSolve));
    }
}
