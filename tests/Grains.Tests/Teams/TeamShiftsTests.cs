using Dispatch.Contracts;
using Dispatch.Grains.Teams.HandOvers;
using static Dispatch.Grains.Tests.Teams.TeamWorld;

namespace Dispatch.Grains.Tests.Teams;

public sealed class TeamShiftsTests
{
    private static readonly TeamWorld Local = new();

    [Fact]
    public void Day_and_night_meet_at_the_hand_over_hour()
    {
        var shifts = Of("2026-09-08 09:00", Duty("08:30-17:30", "officer-1 officer-2"), Duty("17:30-08:30", "officer-3 officer-4"));

        Assert.Equal(Local.Span("2026-09-08 08:30", "2026-09-08 17:30"), shifts.RunningAt(Local.At("2026-09-08 08:30")));
        Assert.Equal(Local.Span("2026-09-07 17:30", "2026-09-08 08:30"), shifts.LastBefore(Local.At("2026-09-08 08:30")));
        Assert.Equal(Local.Span("2026-09-08 17:30", "2026-09-09 08:30"), shifts.After(Local.Span("2026-09-08 08:30", "2026-09-08 17:30")));
    }

    [Fact]
    public void A_duty_that_begins_while_another_runs_cuts_nothing_and_one_that_ends_does()
    {
        var shifts = Of("2026-09-08 09:30", Duty("08:30-17:30", "officer-1"), Duty("09:00-18:00", "officer-2"));

        Assert.Equal(Local.Span("2026-09-08 08:30", "2026-09-08 17:30"), shifts.RunningAt(Local.At("2026-09-08 09:30")));
        Assert.Equal(Local.Span("2026-09-08 17:30", "2026-09-08 18:00"), shifts.RunningAt(Local.At("2026-09-08 17:30")));
    }

    [Fact]
    public void Where_nobody_is_planned_no_shift_runs_and_the_next_follows_after_days_off()
    {
        var shifts = Of("2026-09-12 12:00", Duty("08:30-17:30", "officer-1") with { Days = DutyDays.WorkingDays });

        Assert.Null(shifts.RunningAt(Local.At("2026-09-12 12:00")));
        var friday = shifts.LastBefore(Local.At("2026-09-12 12:00"));
        Assert.Equal(Local.Span("2026-09-11 08:30", "2026-09-11 17:30"), friday);
        Assert.Equal(Local.Span("2026-09-14 08:30", "2026-09-14 17:30"), shifts.After(friday!));
    }

    [Fact]
    public void The_second_line_hands_nothing_over() =>
        Assert.Null(Of("2026-09-08 09:00", Duty("08:30-17:30", "captain") with { Line = 2 }).RunningAt(Local.At("2026-09-08 09:00")));

    private static TeamShifts Of(string now, params PlannedDuty[] duties) => new(duties, Local.Calendar, Local.At(now));
}
