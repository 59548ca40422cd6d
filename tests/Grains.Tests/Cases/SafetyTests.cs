using System.Collections.Frozen;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Figures;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Cases;

/// <summary>Signs from a site and alarms.</summary>
public sealed class SafetyTests
{
    private const string Day = "2026-09-07 ";

    [Fact]
    public void A_type_without_a_time_for_signs_waits_for_none()
    {
        var world = OnSite("DEC-01");

        Assert.Null(world.Case.FindClock(SideClocks.CheckIn));
        Assert.Equal(RefusalCode.NoCheckIn, world.Refused(Day + "09:21", Role.Officer, new CheckIn(), "o.zhang"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_illegal_building_waits_for_signs_only_while_it_is_built(bool inProgress) =>
        Assert.Equal(inProgress, OnSite("ILL-01", inProgress).Case.IsActive(SideClocks.CheckIn));

    [Fact]
    public void Only_an_officer_of_the_visit_gives_its_sign()
    {
        var world = OnSite("DEC-04");

        Assert.Equal(RefusalCode.NotYours, world.Refused(Day + "09:21", Role.Officer, new CheckIn(), "o.wang"));
        Assert.Equal(RefusalCode.RoleNotAllowed, world.Refused(Day + "09:21", Role.Dispatcher, new CheckIn()));
    }

    [Fact]
    public void The_next_sign_counts_from_when_the_last_one_was_given_and_not_from_when_it_arrived()
    {
        var world = OnSite("DEC-04").Do(Day + "09:38", Role.Officer, new CheckIn(), "o.zhang", occurredAt: Day + "09:25");

        Assert.Equal(world.At(Day + "09:45"), Due(world, SideClocks.CheckIn));
    }

    [Fact]
    public void A_sign_given_in_time_answers_for_the_miss_that_was_found_before_it_arrived()
    {
        var world = OnSite("DEC-04").Do(Day + "09:44", Role.Officer, new CheckIn(), "o.zhang", occurredAt: Day + "09:39");

        Assert.Equal((null, world.At(Day + "09:59")), (world.Case.OpenAlarm, Due(world, SideClocks.CheckIn)));
    }

    [Fact]
    public void A_sign_that_comes_after_the_next_was_due_shows_nothing_and_leaves_the_alarm()
    {
        var world = OnSite("DEC-04").Do(Day + "09:50", Role.Officer, new CheckIn(), "o.zhang", occurredAt: Day + "09:25");

        Assert.NotNull(world.Case.OpenAlarm);
        Assert.Equal("CheckedIn o.zhang too late to tell", CaseLine.Of(world.Events[^1].Event, at => $"{at}"));
    }

    [Fact]
    public void Signs_that_arrive_out_of_order_never_shorten_the_time()
    {
        var world = OnSite("DEC-04")
            .Do(Day + "09:30", Role.Officer, new CheckIn(), "o.li")
            .Do(Day + "09:31", Role.Officer, new CheckIn(), "o.zhang", occurredAt: Day + "09:25");

        Assert.Equal(world.At(Day + "09:50"), Due(world, SideClocks.CheckIn));
    }

    [Fact]
    public void An_officer_alone_has_no_partner_to_be_asked()
    {
        var pack = Sample.Xiashi with
        {
            Types = Sample.Xiashi.Types.ToFrozenDictionary(type => type.Key, type => type.Value with { MinOfficers = 1 }),
        };
        var world = new CaseWorld(pack)
            .Report(Day + "09:00", Role.CommunityStaff, "DEC-04")
            .Do(Day + "09:05", Role.CommunityStaff, new Whistle("r"))
            .Do(Day + "09:08", Role.Dispatcher, new Assign(["o.zhang"]))
            .Do(Day + "09:10", Role.Officer, new OfferAccept(), "o.zhang")
            .Do(Day + "09:20", Role.Officer, new Arrive(), "o.zhang")
            .PassUntil(Day + "09:40:30");

        Assert.NotNull(world.Case.OpenAlarm);
    }

    [Fact]
    public void The_clock_stands_still_with_a_suspension_and_ends_when_the_officers_have_left()
    {
        var parked = OnSite("DEC-04").Do(Day + "09:25", Role.Supervisor, new Suspend("r", At(Day + "12:00")));
        Assert.Equal(ClockState.Paused, parked.Case.FindClock(SideClocks.CheckIn)!.State);

        parked.Do(Day + "11:00", Role.Supervisor, new Resume());
        Assert.Equal(At(Day + "11:15"), Due(parked, SideClocks.CheckIn));

        parked.Do(Day + "11:10", Role.Officer, new Resolve(), "o.zhang");
        Assert.Equal(ClockState.Cancelled, parked.Case.FindClock(SideClocks.CheckIn)!.State);
    }

    [Fact]
    public void A_missed_sign_makes_no_case_late_and_no_figure_worse()
    {
        var world = OnSite("DEC-04").PassUntil(Day + "10:30");
        var view = CaseViews.View(world.Case, "n", 1, Sample.Xiashi);

        Assert.Null(view.OverdueSince);
        Assert.False(CaseViews.Columns(world.Case, Sample.Xiashi).Overdue);
        Assert.False(world.Case.Supervised);
        Assert.DoesNotContain(CaseFactsFold.Of(world.Events, DateTimeOffset.MaxValue)!.Clocks, clock => SideClocks.IsSafety(clock.Name));
    }

    [Fact]
    public void An_alarm_climbs_until_the_supervisor_and_then_stands()
    {
        var world = OnSite("DEC-01").Do(Day + "09:30", Role.Officer, new RaiseAlarm("Behind building 7"), "o.li").PassUntil(Day + "18:00");

        Assert.Equal(
            """
            AlarmRaised o.li
            ClockStarted alarm#1 1 min U
            DeadlineMissed alarm#1
            AlarmUnanswered to Captain
            ClockStopped alarm#1 Missed
            ClockStarted alarm#2 1 min U
            DeadlineMissed alarm#2
            AlarmUnanswered to Supervisor
            ClockStopped alarm#2 Missed
            ClockStarted alarm#3 1 min U
            DeadlineMissed alarm#3
            ClockStopped alarm#3 Missed
            """,
            string.Join('\n', world.Events.SkipWhile(happened => happened.Event is not AlarmRaised)
                .Select(happened => CaseLine.Of(happened.Event, at => $"{at}").Split(" due")[0])));
        Assert.Equal((AlarmRung.Supervisor, null), (world.Case.OpenAlarm!.Rung, world.Case.OpenAlarm.AcknowledgedBy));
    }

    [Fact]
    public void Whoever_raised_an_alarm_neither_acknowledges_nor_ends_it()
    {
        var world = OnSite("DEC-01").Do(Day + "09:30", Role.Captain, new RaiseAlarm(), "cap");

        Assert.Equal(RefusalCode.NotYours, world.Refused(Day + "09:30", Role.Captain, new AcknowledgeAlarm(), "cap"));
        Assert.Equal(RefusalCode.NotYours, world.Refused(Day + "09:30", Role.Captain, new EndAlarm(AlarmOutcome.FalseAlarm), "cap"));
        world.Do(Day + "09:30", Role.Captain, new AcknowledgeAlarm(), "another-captain");
    }

    [Fact]
    public void Nothing_ends_parks_or_sends_away_a_case_over_an_open_alarm()
    {
        var world = OnSite("DEC-01").Do(Day + "09:30", Role.Officer, new RaiseAlarm(), "o.li");

        Assert.Equal(RefusalCode.AlarmOpen, world.Refused(Day + "09:31", Role.Officer, new Resolve(), "o.zhang"));
        Assert.Equal(RefusalCode.AlarmOpen, world.Refused(Day + "09:31", Role.Supervisor, new Suspend("r", At(Day + "12:00"))));
        Assert.Equal(RefusalCode.AlarmOpen, world.Refused(Day + "09:31", Role.Dispatcher, new Return(Scope.Community("xishan"), "r")));
        Assert.Equal(RefusalCode.AlarmOpen, world.Refused(Day + "09:31", Role.Dispatcher, new Merge("other")));

        world.Do(Day + "09:32", Role.Dispatcher, new EndAlarm(AlarmOutcome.Helped)).Do(Day + "09:33", Role.Officer, new Resolve(), "o.zhang");
    }

    [Fact]
    public void Ending_an_alarm_that_nobody_had_acknowledged_acknowledges_it()
    {
        var world = OnSite("DEC-01").Do(Day + "09:30", Role.Officer, new RaiseAlarm(), "o.li").Do(Day + "09:30:30", Role.Dispatcher, new EndAlarm(AlarmOutcome.FalseAlarm));

        Assert.Equal(("Dispatcher", ClockState.Met), (world.Case.Alarm!.AcknowledgedBy, world.Case.FindClock(SideClocks.Alarm)!.State));
        Assert.Equal(RefusalCode.NoAlarm, world.Refused(Day + "09:31", Role.Dispatcher, new EndAlarm(AlarmOutcome.Safe)));
    }

    [Fact]
    public void A_second_cry_before_an_answer_is_the_same_alarm_and_one_after_it_asks_anew()
    {
        var world = OnSite("DEC-01")
            .Do(Day + "09:30", Role.Officer, new RaiseAlarm(), "o.li")
            .Do(Day + "09:30:20", Role.Officer, new RaiseAlarm(What: "He has a knife."), "o.zhang");
        Assert.Equal((At(Day + "09:30"), "He has a knife.", 1), (world.Case.OpenAlarm!.At, world.Case.OpenAlarm.What, world.Case.FindClock(SideClocks.Alarm)!.Generation));

        world.Do(Day + "09:30:40", Role.Dispatcher, new AcknowledgeAlarm());
        Assert.Equal(RefusalCode.AlarmAnswered, world.Refused(Day + "09:30:41", Role.Dispatcher, new AcknowledgeAlarm(), "d2"));

        world.Do(Day + "09:31", Role.Officer, new RaiseAlarm(), "o.li");
        Assert.Equal((null, true), (world.Case.OpenAlarm!.AcknowledgedBy, world.Case.IsActive(SideClocks.Alarm)));
    }

    [Fact]
    public void A_cry_after_all_rungs_were_silent_climbs_again_from_the_first()
    {
        var world = OnSite("DEC-01")
            .Do(Day + "09:30", Role.Officer, new RaiseAlarm(), "o.li")
            .Do(Day + "09:40", Role.Officer, new RaiseAlarm(), "o.li");

        Assert.Equal((AlarmRung.Dispatcher, true), (world.Case.OpenAlarm!.Rung, world.Case.IsActive(SideClocks.Alarm)));
    }

    [Fact]
    public void An_alarm_made_out_of_reach_is_taken_whatever_became_of_the_case_and_says_when_it_was_raised()
    {
        var world = OnSite("DEC-04")
            .Do(Day + "09:30", Role.Dispatcher, new Return(Scope.Community("xishan"), "r"))
            .Do(Day + "09:45", Role.Officer, new RaiseAlarm(), "o.li", occurredAt: Day + "09:25");

        Assert.Equal(At(Day + "09:25"), world.Case.OpenAlarm!.At);
        Assert.Equal(At(Day + "09:46"), Due(world, SideClocks.Alarm));
    }

    [Fact]
    public void A_board_sees_that_there_is_an_alarm_and_neither_words_nor_whereabouts()
    {
        var world = OnSite("DEC-04").Do(Day + "09:30", Role.Officer, new RaiseAlarm("Behind building 7", "Two men"), "o.li");
        var row = CaseViews.View(world.Case, "n", 1, Sample.Xiashi).AsRow();

        Assert.Equal(("o.li", null, null), (row.Safety!.Alarm!.By, row.Safety.Alarm.Where, row.Safety.Alarm.What));
        Assert.DoesNotContain(row.Clocks, clock => SideClocks.IsSafety(clock.Name));
    }

    [Fact]
    public void The_dispatcher_gives_an_officer_s_sign_with_channel_and_words()
    {
        var (@case, zhang) = (OnSite("DEC-04").Case, new Actor("o.zhang", Role.Officer, Scope.Street("xiashi")));
        var envelope = new CommandEnvelope
        {
            Command = new CheckIn(),
            Actor = new Actor("d", Role.Dispatcher, Scope.Street("xiashi")),
            Key = "k",
            BodyHash = "",
            ReceivedAt = At(Day + "09:30"),
            OnBehalf = new OnBehalf("o.zhang", Channel.Radio, "All quiet here."),
        };

        var decision = Assert.IsType<Decision>(CaseDecider.Decide(@case, 1, envelope, envelope.ReceivedAt, Sample.Xiashi, Known.Nothing with { SpokenFor = zhang }));

        Assert.Equal(new SpokenFor("o.zhang", Channel.Radio, "All quiet here."), decision.Events[0].Event);
        Assert.Equal(("o.zhang", new CheckedIn("o.zhang")), (decision.Events[1].Actor, decision.Events[1].Event));
    }

    private static DateTimeOffset? Due(CaseWorld world, string clock) => world.Case.FindClock(clock)!.DueAt(Sample.Xiashi.StreetCalendar);

    private static DateTimeOffset At(string local) => new CaseWorld(Sample.Xiashi).At(local);

    private static CaseWorld OnSite(string type, bool inProgress = false) => new CaseWorld(Sample.Xiashi)
        .Report(Day + "09:00", Role.CommunityStaff, type, inProgress)
        .Do(Day + "09:05", Role.CommunityStaff, new Whistle("r"))
        .Do(Day + "09:08", Role.Dispatcher, new Assign(["o.zhang", "o.li"]))
        .Do(Day + "09:10", Role.Officer, new OfferAccept(), "o.zhang")
        .Do(Day + "09:20", Role.Officer, new Arrive(), "o.zhang");
}
