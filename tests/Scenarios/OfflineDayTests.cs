using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.TestKit;

namespace Dispatch.Scenarios;

/// <summary>A day on which a cellar keeps an officer's phone without a network.</summary>
public sealed class OfflineDayTests
{
    [Fact]
    public void What_was_done_in_time_and_sent_hours_later_counts_as_in_time_and_the_card_is_gone()
    {
        var world = Accepted().PassUntil("2026-09-07 15:00");
        Assert.Equal((CaseStatus.EnRoute, true), (world.Case.Status, world.Events.Any(happened => happened.Event is CardIssued)));

        world.Do("2026-09-07 15:00", Role.Officer, new Arrive(), "o.li", occurredAt: "2026-09-07 10:05")
            .Do("2026-09-07 15:01", Role.Officer, new Comment("The owner lets us in on Thursday."), "o.li", occurredAt: "2026-09-07 10:30")
            .Do("2026-09-10 11:00", Role.Officer, new Resolve(), "o.li", occurredAt: "2026-09-10 10:20")
            .Do("2026-09-10 14:00", Role.GridWorker, new Check(Passed: true), "another-worker");

        var answered = Assert.IsType<EscalationAnswered>(Assert.Single(world.Events, happened => happened.Event is EscalationAnswered).Event);
        Assert.Equal(("arrive", true, 1), (answered.Clock, answered.TakenBack, answered.Withdrawn?.Length));
        Assert.Equal(CaseStatus.Closed, world.Case.Status);
        Assert.Equal(world.At("2026-09-07 10:05"), world.Case.FindClock("arrive")!.StoppedAt);
    }

    [Fact]
    public void What_others_did_in_the_meantime_stands_and_the_answer_is_noted()
    {
        var world = Accepted()
            .Do("2026-09-07 14:50", Role.Dispatcher, new Reassign(["o.wang", "o.zhang"]))
            .Do("2026-09-07 14:52", Role.Officer, new OfferAccept(), "o.wang")
            .Do("2026-09-07 15:00", Role.Officer, new Arrive(), "o.li", occurredAt: "2026-09-07 10:05");

        var answered = Assert.IsType<EscalationAnswered>(Assert.Single(world.Events, happened => happened.Event is EscalationAnswered).Event);
        Assert.False(answered.TakenBack);
        Assert.Equal((CaseStatus.EnRoute, Scope.Officer("o.wang")), (world.Case.Status, world.Case.Responsible));
    }

    /// <summary>Until 14:45 there is time to report in: 4 working hours from 09:15, lunch left out.</summary>
    private static CaseWorld Accepted() => new CaseWorld(Sample.Xiashi)
        .Report("2026-09-07 09:00", Role.GridWorker, "DEC-03", passUp: true)
        .Do("2026-09-07 09:10", Role.CommunityStaff, new Whistle("Needs the team."))
        .Do("2026-09-07 09:12", Role.Dispatcher, new Assign(["o.li", "o.wang"]))
        .Do("2026-09-07 09:15", Role.Officer, new OfferAccept(), "o.li");
}
