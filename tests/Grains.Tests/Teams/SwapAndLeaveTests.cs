using Dispatch.Contracts;
using static Dispatch.Grains.Tests.Teams.TeamWorld;

namespace Dispatch.Grains.Tests.Teams;

public sealed class SwapAndLeaveTests
{
    private const string Now = "2026-09-07 09:00";
    private readonly TeamWorld _world = new();

    public SwapAndLeaveTests()
    {
        _world.Do("2026-08-31 12:00", Captain, new PlanDuty(Duty("08:30-17:30", "officer-1 officer-2")))
            .Do("2026-08-31 12:00", Captain, new PlanDuty(Duty("17:30-08:30", "officer-3 officer-4")));
    }

    private AskSwap DayForNight => new(
        "officer-3", _world.Span("2026-09-08 08:30", "2026-09-08 17:30"), _world.Span("2026-09-09 17:30", "2026-09-10 08:30"));

    [Fact]
    public void A_swap_holds_when_the_other_has_agreed_and_not_before()
    {
        _world.Do(Now, As("officer-1"), DayForNight);
        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-08 12:00"));
        Assert.Equal(RefusalCode.NotYours, _world.Refused(Now, As("officer-1"), new AnswerSwap("s3", true)));
        Assert.Equal(RefusalCode.NotYours, _world.Refused(Now, Captain, new AnswerSwap("s3", true)));

        _world.Do(Now, As("officer-3"), new AnswerSwap("s3", true));

        Assert.Equal("officer-2 officer-3", _world.OnDuty("2026-09-08 12:00"));
        Assert.Equal("officer-1 officer-4", _world.OnDuty("2026-09-09 20:00"));
        Assert.Equal("officer-3 officer-4", _world.OnDuty("2026-09-10 20:00"));
        Assert.Equal(RefusalCode.AnsweredAlready, _world.Refused(Now, As("officer-3"), new AnswerSwap("s3", false)));
        Assert.Empty(_world.Gaps("2026-09-07 09:00", "2026-09-20 00:00"));
    }

    [Fact]
    public void A_declined_swap_and_one_taken_back_change_nothing()
    {
        _world.Do(Now, As("officer-1"), DayForNight).Do(Now, As("officer-3"), new AnswerSwap("s3", false));
        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-08 12:00"));

        _world.Do(Now, As("officer-1"), DayForNight).Do(Now, As("officer-1"), new WithdrawChange("s4"));
        Assert.Equal(RefusalCode.Unknown, _world.Refused(Now, As("officer-3"), new AnswerSwap("s4", true)));
    }

    [Fact]
    public void The_same_swap_is_not_asked_twice()
    {
        _world.Do(Now, As("officer-1"), DayForNight);

        Assert.Equal(RefusalCode.AnsweredAlready, _world.Refused(Now, As("officer-1"), DayForNight));
    }

    [Fact]
    public void A_swap_is_judged_again_when_it_is_agreed()
    {
        _world.Do(Now, As("officer-1"), DayForNight);
        Assert.Equal(RefusalCode.InThePast, _world.Refused("2026-09-08 08:31", As("officer-3"), new AnswerSwap("s3", true)));

        _world.Do(Now, Captain, new OverrideDuty("captain", _world.At("2026-09-08 12:00"), _world.At("2026-09-08 10:00"), "officer-1"));
        Assert.Equal(RefusalCode.NotOnDuty, _world.Refused(Now, As("officer-3"), new AnswerSwap("s3", true)));
    }

    [Fact]
    public void Nobody_gives_away_or_takes_hours_that_are_not_a_duty()
    {
        Assert.Equal(RefusalCode.NotOnDuty, _world.Refused(Now, As("officer-1"), DayForNight with { Given = _world.Span("2026-09-08 08:00", "2026-09-08 17:30") }));
        Assert.Equal(RefusalCode.NotOnDuty, _world.Refused(Now, As("officer-1"), DayForNight with { Taken = _world.Span("2026-09-09 12:00", "2026-09-09 18:00") }));
        Assert.Equal(RefusalCode.OutsideTeam, _world.Refused(Now, As("community-xishan"), DayForNight));
    }

    [Fact]
    public void An_agreed_swap_binds_both_until_captain_or_dispatcher_ends_it()
    {
        _world.Do(Now, As("officer-1"), DayForNight).Do(Now, As("officer-3"), new AnswerSwap("s3", true));
        Assert.Equal(RefusalCode.RoleNotAllowed, _world.Refused(Now, As("officer-1"), new WithdrawChange("s3")));

        _world.Do(Now, As("dispatcher-1"), new WithdrawChange("s3"));

        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-08 12:00"));
        Assert.Equal("officer-3 officer-4", _world.OnDuty("2026-09-09 20:00"));
    }

    [Fact]
    public void Leave_asked_for_oneself_holds_when_captain_or_dispatcher_grants_it()
    {
        _world.Do(Now, As("officer-1"), new AskLeave(_world.At("2026-09-09 00:00"), _world.At("2026-09-08 00:00")));
        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-08 12:00"));
        Assert.Equal(RefusalCode.RoleNotAllowed, _world.Refused(Now, As("officer-1"), new DecideLeave("l3", true)));

        _world.Do(Now, As("dispatcher-1"), new DecideLeave("l3", true));

        Assert.Equal("officer-2", _world.OnDuty("2026-09-08 12:00"));
        Assert.Equal(RefusalCode.AnsweredAlready, _world.Refused(Now, Captain, new DecideLeave("l3", false)));
    }

    [Fact]
    public void Leave_granted_late_takes_nobody_off_the_hours_that_they_have_done()
    {
        _world.Do(Now, As("officer-1"), new AskLeave(_world.At("2026-09-09 00:00")))
            .Do("2026-09-07 11:00", Captain, new DecideLeave("l3", true));

        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-07 10:59"));
        Assert.Equal("officer-2", _world.OnDuty("2026-09-07 11:00"));
    }

    [Fact]
    public void Whoever_comes_back_early_is_on_duty_again_from_then_on()
    {
        _world.Do(Now, Captain, new AskLeave(_world.At("2026-09-10 00:00"), UserName: "officer-1"))
            .Do("2026-09-08 09:00", As("officer-1"), new WithdrawChange("l3"));

        Assert.Equal("officer-2", _world.OnDuty("2026-09-08 08:59"));
        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-08 09:00"));
        Assert.Equal(RefusalCode.RoleNotAllowed, _world.Refused(Now, As("officer-2"), new AskLeave(_world.At("2026-09-10 00:00"), UserName: "officer-1")));
    }
}
