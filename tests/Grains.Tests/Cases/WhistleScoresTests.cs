using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.TestKit;
using Check = Dispatch.Contracts.Check;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>Whistles scored on both sides.</summary>
public sealed class WhistleScoresTests
{
    private const string Day = "2026-09-07 ";

    private static IReadOnlyList<WhistleScore> Scores(CaseWorld world) => ClockLedgers.Of(
        world.Case, world.Events.Where(happened => ClockLedgers.Tells(happened.Event.Name)), Sample.Xiashi, world.Case.LastEventAt).Whistles;

    private static CaseWorld Reported() => new CaseWorld(Sample.Xiashi).Report(Day + "09:00", Role.GridWorker, "DEC-03", passUp: true);

    private static CaseWorld Whistled(string at, WhistleGround? ground) => Reported().Do(at, Role.CommunityStaff, new Whistle("Needs the team.", ground));

    private static CaseWorld OnSite(CaseWorld world, string arrived) => world
        .Do(Day + "09:22", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
        .Do(Day + "09:23", Role.Officer, new OfferAccept(), "o.li")
        .Do(arrived, Role.Officer, new Arrive(), "o.li");

    [Fact]
    public void A_whistle_for_the_street_with_its_ground_that_was_answered_in_time_and_solved()
    {
        var world = OnSite(Whistled(Day + "09:20", WhistleGround.CannotSolve), Day + "10:00");
        Assert.Equal((true, null), (Scores(world)[0].InTime, Scores(world)[0].Solved));

        world.Do(Day + "11:00", Role.Officer, new Resolve(), "o.li").Do(Day + "14:00", Role.GridWorker, new Check(Passed: true), "another");
        Assert.Equal(
            [
                new WhistleScore
                {
                    To = Scope.Street("xiashi"), At = world.At(Day + "09:20"), Automatic = false, Ground = WhistleGround.CannotSolve,
                    ReportedInAt = world.At(Day + "10:00"), InTime = true, Solved = true,
                },
            ],
            Scores(world));
    }

    [Fact]
    public void A_whistle_without_a_ground_and_a_team_that_came_too_late_are_scored_as_such()
    {
        var world = OnSite(Whistled(Day + "09:20", ground: null), "2026-09-08 09:30");
        Assert.Equal((null, false, false), (Scores(world)[0].Ground, Scores(world)[0].Automatic, Scores(world)[0].InTime));
    }

    [Fact]
    public void A_clock_whistles_without_a_ground_and_what_is_taken_back_judges_nobody()
    {
        var world = Reported().PassUntil(Day + "09:45").Do(Day + "09:45", Role.CommunityStaff, new TakeBack("We know the owner."));
        Assert.Equal((true, true, null, null), (Scores(world)[0].Automatic, Scores(world)[0].TakenBack, Scores(world)[0].InTime, Scores(world)[0].Solved));
    }

    [Fact]
    public void Departments_are_scored_each_for_itself()
    {
        var world = Reported()
            .Do(Day + "09:05", Role.CommunityStaff, new Acknowledge())
            .Do(Day + "09:10", Role.CommunityStaff, new CallDepartment(["planning", "fire", "gas"], WhistleGround.SeveralDepartments, "r"))
            .Do(Day + "09:30", Role.DepartmentStaff, new DepartmentReportIn(), "planning")
            .Do(Day + "09:50", Role.DepartmentStaff, new DepartmentReportIn(), "fire")
            .Do(Day + "10:00", Role.DepartmentStaff, new DepartmentAnswer(true), "planning")
            .Do(Day + "10:00", Role.DepartmentStaff, new DepartmentAnswer(false, "Not ours."), "fire")
            .Do(Day + "10:05", Role.CommunityStaff, new Resolve(OpenAssists: "Gas is not needed."))
            .Do(Day + "11:00", Role.GridWorker, new Check(Passed: true), "another");

        Assert.Equal(
            [("planning", true, true), ("fire", false, false), ("gas", false, false)],
            Scores(world).Select(score => (score.To.Id, score.InTime!.Value, score.Solved!.Value)));
    }
}
