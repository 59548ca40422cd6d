using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Figures;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Surges;

/// <summary>演练: the captain wants to know how long each link takes, and the people are asked as on any other day.</summary>
public sealed class DrillTests
{
    [Fact]
    public void A_drill_travels_the_real_path_and_shows_the_answer_time_of_each_link()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Report("2026-09-07 09:00", Role.Captain, "DEC-01", drill: true)
            .Do("2026-09-07 09:08", Role.GridWorker, new VerifyReport(Confirmed: true))
            .Do("2026-09-07 09:10", Role.GridWorker, new PassUp("Load-bearing wall."))
            .PassUntil("2026-09-07 09:27")
            .Do("2026-09-07 09:29", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
            .Do("2026-09-07 09:30", Role.Officer, new OfferAccept(), "o.zhang")
            .Do("2026-09-07 10:20", Role.Officer, new Arrive(), "o.zhang")
            .Do("2026-09-07 10:30", Role.Captain, new EndDrill("We have seen enough."))
            .PassAll();

        Assert.Equal(CaseStatus.Closed, world.Case.Status);
        Assert.DoesNotContain(world.Events, happened => happened.Event is CardIssued);
        Assert.Contains(world.Events, happened => happened.Event is CaptainAlarmed);
        Assert.Null(CaseFactsFold.Of(world.Events, DateTimeOffset.MaxValue));
        Assert.Equal(
            [
                "verify-report grid:xishan-01 InTime by GridWorker after 8 of 30 min U",
                "grid grid:xishan-01 InTime by GridWorker after 2 of 30 min U",
                "acknowledge community:xishan NotAtAll by nobody after - of 15 min U",
                "assign street:xiashi InTime by Dispatcher after 3 of 10 min U",
                "accept officer:o.zhang InTime by o.zhang after 1 of 5 min U",
                "arrive officer:o.zhang NotAtAll by nobody after - of 30 min U",
                "arrive officer:o.zhang InTime by o.zhang after 19 of 30 min U",
            ],
            LinkTimes.Of(world.Events, Sample.Xiashi).Items.Select(Line));
    }

    [Fact]
    public void A_drill_that_nobody_finishes_ends_by_itself()
    {
        var world = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.Supervisor, "DEC-02", drill: true).PassAll();
        Assert.Equal(CaseStatus.Closed, world.Case.Status);
        Assert.Contains("Tue 09-08 09:00:00.001 DrillEnded by itself", world.History);
        Assert.DoesNotContain(world.Events, happened => happened.Event is CardIssued);
    }

    [Fact]
    public void The_mark_is_for_life_and_a_real_case_is_never_mixed_with_it()
    {
        var drill = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.Captain, "DEC-02", drill: true);
        var view = CaseViews.View(drill.Case, "", 1, Sample.Xiashi);
        Assert.Equal((true, true), (view.Drill, view.AsRow().Drill));
        Assert.StartsWith("【演练】", view.Title, StringComparison.Ordinal);

        var real = new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-02");
        Assert.Equal(RefusalCode.NotADrill, real.Refused("2026-09-07 09:01", Role.Captain, new EndDrill("r")));
        Assert.Equal(RefusalCode.ReasonRequired, drill.Refused("2026-09-07 09:01", Role.Captain, new EndDrill("")));
        Assert.Throws<InvalidOperationException>(() => new CaseWorld(Sample.Xiashi).Report("2026-09-07 09:00", Role.GridWorker, "DEC-02", drill: true));
        Assert.Throws<InvalidOperationException>(() => new CaseWorld(Sample.Boston, "America/New_York").Report("2015-05-18 10:00", Role.Captain, "Zoning", drill: true));
    }

    private static string Line(AnswerLink link) =>
        $"{link.Clock} {link.Asked} {link.Outcome} by {link.By ?? "nobody"} after {(link.TookMs is { } took ? $"{took / 60_000}" : "-")} of {link.Limit}";
}
