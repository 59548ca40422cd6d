using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Sources;

/// <summary>The time that another system waits for a reply, beside the case's own course.</summary>
public sealed class ReplyClockTests
{
    private const string Hotline = "hotline-12345";

    [Fact]
    public void A_hotline_case_is_replied_to_in_time_while_the_community_works_on_it()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Send("2026-09-07 09:00", Sent(Sample.Xiashi.Types["DEC-02"].Code, Hotline, until: "2026-09-07 11:00"))
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-07 10:40", Role.Dispatcher, new ReplyExternal("The owner stopped and restores the wall by Friday."));

        Assert.Equal(
            """
            Mon 09-07 09:00:00.000 Reported
            Mon 09-07 09:00:00.000 Entered AwaitingCommunity by community:xishan
            Mon 09-07 09:00:00.000 ClockStarted acknowledge#1 30 min
            Mon 09-07 09:00:00.000 ClockStarted external-reply#1 120 min U
            Mon 09-07 09:05:00.000 Acknowledged
            Mon 09-07 09:05:00.000 ClockStopped acknowledge#1 Met
            Mon 09-07 09:05:00.000 Entered PreControl by community:xishan
            Mon 09-07 09:05:00.000 ClockStarted pre-control#1 2 wh
            Mon 09-07 10:00:00.001 DeadlineWarned external-reply#1 50 due Mon 09-07 10:00:00.000
            Mon 09-07 10:05:00.001 DeadlineWarned pre-control#1 50 due Mon 09-07 10:05:00.000
            Mon 09-07 10:36:00.001 DeadlineWarned external-reply#1 80 due Mon 09-07 10:36:00.000
            Mon 09-07 10:40:00.000 ExternalReplied
            Mon 09-07 10:40:00.000 ClockStopped external-reply#1 Met
            """,
            string.Join('\n', world.History));
        Assert.Equal(("The owner stopped and restores the wall by Friday.", false), (world.Case.External!.Reply, world.Case.External.ByItself));
    }

    [Fact]
    public void Without_an_instant_of_the_source_the_packs_working_days_count()
    {
        var world = new CaseWorld(Sample.Xiashi).Send("2026-09-07 09:00", Sent("DEC-02", Hotline));

        var clock = world.Case.FindClock("external-reply")!;

        Assert.Equal(("5 wd", world.At("2026-09-14 09:00")), (clock.Budget.ToString(), clock.DueAt(Sample.Xiashi.Calendars["xiashi"])));
    }

    [Fact]
    public void A_missed_reply_brings_the_case_to_supervision_and_a_late_one_takes_it_down_again()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Send("2026-09-07 09:00", Sent("DEC-02", Hotline, until: "2026-09-07 09:20"))
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge())
            .PassUntil("2026-09-07 09:21");
        Assert.True(world.Case.Supervised);
        Assert.Contains(world.Events, happened => happened.Event is ExternalReplyOverdue { Source: Hotline, Number: "HN-1", Raised: true });

        world.Do("2026-09-07 09:30", Role.CommunityStaff, new ReplyExternal("We are on site."));

        Assert.False(world.Case.Supervised);
        Assert.Equal(ClockState.Missed, world.Case.FindClock("external-reply")!.State);
    }

    [Fact]
    public void A_source_that_only_wants_to_be_told_of_leaves_the_case_where_it_is()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Send("2026-09-07 09:00", Sent("DEC-02", "four-platforms", until: "2026-09-07 09:02"))
            .PassUntil("2026-09-07 09:03");

        Assert.Equal((CaseStatus.AwaitingDispatch, false), (world.Case.Status, world.Case.Supervised));
        Assert.Contains(world.Events, happened => happened.Event is ExternalReplyOverdue { Raised: false });
    }

    [Fact]
    public void A_time_that_had_passed_before_the_case_came_is_missed_in_the_same_step()
    {
        var world = new CaseWorld(Sample.Xiashi).Send("2026-09-07 09:00", Sent("DEC-02", Hotline, until: "2026-09-04 17:00"));

        var missed = Assert.Single(world.Events.Select(happened => happened.Event).OfType<DeadlineMissed>());

        Assert.Equal((world.At("2026-09-04 17:00"), world.At("2026-09-07 09:00")), (missed.DueAt, missed.FiredAt));
        Assert.Single(world.Events, happened => happened.Event is ExternalReplyOverdue);
    }

    [Fact]
    public void A_parked_case_keeps_its_source_waiting_and_is_not_raised_for_it()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Send("2026-09-07 09:00", Sent("DEC-02", Hotline, until: "2026-09-07 10:00"))
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-07 09:10", Role.Supervisor, new Suspend("The owner is abroad.", new CaseWorld(Sample.Xiashi).At("2026-09-21 09:00")))
            .PassUntil("2026-09-07 10:01");

        Assert.Equal((CaseStatus.Suspended, false), (world.Case.Status, world.Case.Supervised));
        Assert.Contains(world.Events, happened => happened.Event is ExternalReplyOverdue { Raised: false });
    }

    [Fact]
    public void The_end_of_a_case_is_a_reply_where_nobody_wrote_one()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Send("2026-09-07 09:00", Sent("DEC-02", Hotline))
            .Do("2026-09-07 09:10", Role.Dispatcher, new Reject("It lies in the next town."));

        Assert.Equal(("It lies in the next town.", true), (world.Case.External!.Reply, world.Case.External.ByItself));
        Assert.Equal(ClockState.Met, world.Case.FindClock("external-reply")!.State);
        Assert.Empty(CaseFiring.Deadlines(world.Case, Sample.Xiashi));
    }

    [Fact]
    public void The_same_number_again_is_the_same_case_and_what_is_new_is_told_to_it_once()
    {
        var world = new CaseWorld(Sample.Xiashi).Send("2026-09-07 09:00", Sent("DEC-02", Hotline, until: "2026-09-08 17:00"));
        var events = world.Events.Count;

        world.Send("2026-09-07 09:10", Sent("DEC-02", Hotline, until: "2026-09-08 17:00"));
        Assert.Equal(events, world.Events.Count);

        var told = Sent("DEC-02", Hotline, until: "2026-09-09 17:00") with { Description = "They work at night, too." };
        world.Send("2026-09-07 09:20", told).Send("2026-09-07 09:21", told);

        Assert.Equal(["ExternalUpdated", "ClockStopped", "ClockStarted"], world.Events.Skip(events).Select(happened => happened.Event.Name).Where(name => name != "DeadlineWarned"));
        Assert.Equal("They work at night, too.", world.Case.Description);
        Assert.Equal(world.At("2026-09-09 17:00"), world.Case.FindClock("external-reply")!.DueAt(Sample.Xiashi.Calendars["xiashi"]));
        Assert.Equal(RefusalCode.AlreadyReported, world.Refused("2026-09-07 09:30", Role.System, Sent("DEC-02", "four-platforms")));
    }

    [Fact]
    public void Something_new_about_a_closed_case_opens_it_again_and_its_source_waits_anew()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Send("2026-09-07 09:00", Sent("DEC-02", Hotline))
            .Do("2026-09-07 09:05", Role.CommunityStaff, new Acknowledge())
            .Do("2026-09-07 09:30", Role.CommunityStaff, new Resolve())
            .Do("2026-09-07 09:40", Role.GridWorker, new Check(Passed: true));
        Assert.Equal((CaseStatus.Closed, true), (world.Case.Status, world.Case.External!.ByItself));

        world.Send("2026-09-08 09:00", Sent("DEC-02", Hotline) with { Description = "It goes on." });

        Assert.Equal(CaseStatus.PreControl, world.Case.Status);
        Assert.Null(world.Case.External!.RepliedAt);
        Assert.Equal(world.At("2026-09-15 09:00"), world.Case.FindClock("external-reply")!.DueAt(Sample.Xiashi.Calendars["xiashi"]));
    }

    [Fact]
    public void A_dispatcher_moves_the_time_that_the_hotline_gave_by_telephone()
    {
        var world = new CaseWorld(Sample.Xiashi)
            .Send("2026-09-07 09:00", Sent("DEC-02", Hotline, until: "2026-09-07 12:00"));

        world.Do("2026-09-07 09:30", Role.Dispatcher, new UpdateExternal(ReplyBy: world.At("2026-09-09 12:00")));

        Assert.Equal(world.At("2026-09-09 12:00"), world.Case.FindClock("external-reply")!.DueAt(Sample.Xiashi.Calendars["xiashi"]));
    }

    [Fact]
    public void What_cannot_be_taken_is_refused_with_its_own_code()
    {
        var world = new CaseWorld(Sample.Xiashi);
        Assert.Equal(RefusalCode.UnknownSource, world.Refused("2026-09-07 09:00", Role.System, Sent("DEC-02", "nobody")));
        Assert.Equal(RefusalCode.InvalidExternalNumber, world.Refused("2026-09-07 09:00", Role.System, Sent("DEC-02", Hotline) with { External = new(Hotline, " 1") }));
        Assert.Equal(RefusalCode.InvalidExternalNumber, world.Refused("2026-09-07 09:00", Role.System, Sent("DEC-02", Hotline) with { External = new(Hotline, "1\n2") }));
        Assert.Equal(RefusalCode.InvalidReplyBy, world.Refused("2026-09-07 09:00", Role.System, Sent("DEC-02", Hotline, until: "2028-09-07 09:00")));

        world.Report("2026-09-07 09:00", Role.GridWorker, "DEC-02");
        Assert.Equal(RefusalCode.NotExternal, world.Refused("2026-09-07 09:01", Role.Dispatcher, new ReplyExternal("To whom?")));
    }

    private static Report Sent(string type, string source, string? until = null) => new()
    {
        CaseId = "case-1",
        Type = type,
        Place = CaseWorld.Place,
        Description = "Somebody breaks a wall.",
        External = new ExternalReference(source, "HN-1", until is null ? null : new CaseWorld(Sample.Xiashi).At(until)),
    };
}
