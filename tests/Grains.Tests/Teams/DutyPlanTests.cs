using Dispatch.Contracts;
using Dispatch.Grains.Tests.Clocks;
using static Dispatch.Grains.Tests.Teams.TeamWorld;

namespace Dispatch.Grains.Tests.Teams;

public sealed class DutyPlanTests
{
    private const string Before = "2026-08-31 12:00";

    private readonly TeamWorld _world = new();

    [Fact]
    public void A_shift_holds_from_its_first_minute_to_before_its_last_in_local_time()
    {
        Plan(Duty("08:30-17:30", "officer-1 officer-2"));

        Assert.Equal("", _world.OnDuty("2026-09-07 08:29"));
        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-07 08:30"));
        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-07 17:29"));
        Assert.Equal("", _world.OnDuty("2026-09-07 17:30"));
    }

    [Fact]
    public void A_shift_past_midnight_belongs_to_the_day_on_which_it_begins()
    {
        Plan(Duty("22:00-06:00", "officer-1", "officer-2") with { Last = new DateOnly(2026, 9, 2) });

        Assert.Equal("officer-1", _world.OnDuty("2026-09-02 05:59"));
        Assert.Equal("", _world.OnDuty("2026-09-02 06:00"));
        Assert.Equal("officer-2", _world.OnDuty("2026-09-03 05:59"));
        Assert.Equal("", _world.OnDuty("2026-09-03 22:00"));
    }

    [Fact]
    public void Working_days_count_make_up_days_and_leave_holidays_out()
    {
        Plan(Duty("08:30-17:30", "officer-1") with { Days = DutyDays.WorkingDays });
        Plan(Duty("08:30-17:30", "officer-2") with { Days = DutyDays.DaysOff });

        // A working Sunday before the holiday of National Day, and a Thursday in it.
        Assert.Equal("officer-1", _world.OnDuty("2026-09-20 10:00"));
        Assert.Equal("officer-2", _world.OnDuty("2026-10-01 10:00"));
        Assert.Equal("officer-2", _world.OnDuty("2026-09-12 10:00"));
    }

    [Fact]
    public void A_weekly_turn_is_handed_over_at_its_hour_on_the_day_of_its_anchor()
    {
        Plan(Duty("09:00-09:00", "officer-1", "officer-2", "officer-3") with { TurnDays = 7 });

        Assert.Equal("officer-1", _world.OnDuty("2026-09-08 08:59"));
        Assert.Equal("officer-2", _world.OnDuty("2026-09-08 09:00"));
        Assert.Equal("officer-3", _world.OnDuty("2026-09-15 09:00"));
        Assert.Equal("officer-1", _world.OnDuty("2026-09-22 09:00"));
    }

    [Fact]
    public void A_hand_over_in_an_hour_that_is_skipped_or_comes_twice_leaves_no_gap_and_nobody_twice()
    {
        var world = new TeamWorld(TestCalendars.Boston);
        var duty = Duty("02:30-02:30", "officer-1", "officer-2") with { First = new DateOnly(2026, 3, 1) };
        world.Do("2026-02-27 12:00", Captain, new PlanDuty(duty));

        // The clock goes from 02:00 to 03:00 on 8 March, and back from 02:00 to 01:00 on 1 November.
        Assert.Equal("officer-1", world.OnDuty("2026-03-08 01:59"));
        Assert.Equal("officer-2", world.OnDuty("2026-03-08 03:00"));
        Assert.Empty(world.Gaps("2026-03-02 00:00", "2026-11-05 00:00"));
        var spans = world.Plan.Between(world.At("2026-03-02 00:00"), world.At("2026-11-05 00:00"));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
    }

    [Fact]
    public void An_override_takes_the_place_of_one_or_adds_to_all()
    {
        Plan(Duty("08:30-17:30", "officer-1 officer-2") with { Least = 2 });
        _world.Do(Before, Captain, new OverrideDuty("officer-3", _world.At("2026-09-07 12:00"), _world.At("2026-09-07 10:00"), "officer-2"))
            .Do(Before, Captain, new OverrideDuty("officer-4", _world.At("2026-09-07 11:00"), _world.At("2026-09-07 07:00"), Line: 2));

        Assert.Equal(" | officer-4", _world.OnDuty("2026-09-07 07:00"));
        Assert.Equal("officer-1 officer-2 | officer-4", _world.OnDuty("2026-09-07 09:59"));
        Assert.Equal("officer-1 officer-3 | officer-4", _world.OnDuty("2026-09-07 10:00"));
        Assert.Equal("officer-1 officer-3", _world.OnDuty("2026-09-07 11:00"));
        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-07 12:00"));
        Assert.Empty(_world.Gaps("2026-09-07 00:00", "2026-09-08 00:00"));
    }

    [Fact]
    public void A_leave_without_a_cover_is_a_gap_days_ahead_and_with_one_it_is_none()
    {
        Plan(Duty("08:30-17:30", "officer-1 officer-2") with { Least = 2 });
        _world.Do(Before, Captain, new AskLeave(_world.At("2026-09-12 00:00"), _world.At("2026-09-10 12:00"), "officer-1"));

        Assert.Equal("officer-2", _world.OnDuty("2026-09-10 12:00"));
        Assert.Equal(
            ["09-10 12:00 to 09-10 17:30 lacks 1", "09-11 08:30 to 09-11 17:30 lacks 1"], _world.Gaps("2026-09-01 00:00", "2026-09-15 00:00"));

        _world.Do("2026-09-01 12:00", Captain, new OverrideDuty("officer-3", _world.At("2026-09-12 00:00"), _world.At("2026-09-10 12:00"), "officer-1"));

        Assert.Equal("officer-2 officer-3", _world.OnDuty("2026-09-10 12:00"));
        Assert.Empty(_world.Gaps("2026-09-01 00:00", "2026-09-15 00:00"));
    }

    [Fact]
    public void A_first_line_that_ends_with_nothing_after_it_is_a_gap_from_then_on()
    {
        Plan(Duty("08:00-08:00", "officer-1", "officer-2") with { Last = new DateOnly(2026, 9, 9) });

        Assert.Empty(_world.Gaps("2026-09-02 00:00", "2026-09-10 08:00"));
        Assert.Equal(["09-10 08:00 to 09-16 00:00 lacks 1"], _world.Gaps("2026-09-02 00:00", "2026-09-16 00:00"));
    }

    [Fact]
    public void The_first_line_stands_before_the_second_with_what_each_can_do()
    {
        Plan(Duty("08:30-17:30", "captain") with { Line = 2 });
        Plan(Duty("08:30-17:30", "officer-2 officer-1"));
        _world.Do(Before, Captain, new SetSkills("officer-2", ["ILL-01"]));

        var duty = _world.Plan.At(_world.At("2026-09-07 09:00"));

        Assert.Equal(["officer-1", "officer-2", "captain"], duty.Select(one => one.UserName));
        Assert.Equal([Role.Officer, Role.Officer, Role.Captain], duty.Select(one => one.Role));
        Assert.Equal([[], ["ILL-01"], []], duty.Select(one => one.Skills));
    }

    private void Plan(PlannedDuty duty) => _world.Do(Before, Captain, new PlanDuty(duty));
}
