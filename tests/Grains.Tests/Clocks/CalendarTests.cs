using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Clocks;

public class CalendarTests
{
    private static readonly WorkCalendar Xiashi = TestCalendars.Xiashi;
    private static readonly WorkCalendar Boston = TestCalendars.Boston;

    [Theory]
    [InlineData("1 wd", "2026-11-23 08:30", "2026-11-24 08:30")]
    [InlineData("1 wd", "2026-11-23 12:00", "2026-11-24 13:30")]
    [InlineData("1 wd", "2026-11-23 13:30", "2026-11-24 13:30")]
    [InlineData("1 wd", "2026-11-20 20:00", "2026-11-24 08:30")]
    [InlineData("1 wd", "2026-11-20 16:50", "2026-11-23 16:50")]
    [InlineData("30 min", "2026-11-23 17:00", "2026-11-23 17:30")]
    [InlineData("30 min", "2026-11-23 11:30", "2026-11-23 12:00")]
    [InlineData("30 min", "2026-11-23 11:45", "2026-11-23 13:45")]
    [InlineData("30 min", "2026-11-20 17:10", "2026-11-23 08:40")]
    [InlineData("30 min", "2026-11-23 17:30", "2026-11-24 09:00")]
    [InlineData("4 wh", "2026-11-23 08:30", "2026-11-23 14:00")]
    [InlineData("8 h", "2026-11-23 08:30", "2026-11-24 09:00")]
    [InlineData("30 min U", "2026-11-20 22:30", "2026-11-20 23:00")]
    [InlineData("24 h U", "2026-11-20 22:30", "2026-11-21 22:30")]
    [InlineData("7 d", "2026-11-20 22:30", "2026-11-27 22:30")]
    public void A_budget_in_Xiashi_is_due(string budget, string from, string due) =>
        Assert.Equal(due, Xiashi.Local(Xiashi.Advance(Budget.Parse(budget), Xiashi.At(from))));

    [Theory]
    [InlineData("1 wd", "2026-02-13 16:00", "2026-02-14 16:00")] // make-up Saturday before Spring Festival
    [InlineData("2 wd", "2026-02-13 16:00", "2026-02-24 16:00")]
    [InlineData("30 min", "2026-02-14 17:15", "2026-02-24 08:45")]
    [InlineData("1 wd", "2026-02-27 09:00", "2026-02-28 09:00")] // make-up Saturday after it
    [InlineData("1 wd", "2026-01-03 12:00", "2026-01-05 08:30")] // make-up Sunday
    [InlineData("1 wd", "2025-09-26 10:00", "2025-09-28 10:00")] // make-up Sunday before National Day
    [InlineData("4 wd", "2025-09-28 10:00", "2025-10-10 10:00")] // eight days off
    [InlineData("6 wd", "2025-09-28 10:00", "2025-10-13 10:00")] // make-up Saturday after it
    [InlineData("1 wd", "2026-09-30 10:00", "2026-10-08 10:00")]
    [InlineData("1 wd", "2025-12-31 10:00", "2026-01-04 10:00")] // across the year
    public void Holidays_are_off_and_make_up_weekends_work(string budget, string from, string due) =>
        Assert.Equal(due, Xiashi.Local(Xiashi.Advance(Budget.Parse(budget), Xiashi.At(from))));

    [Theory]
    [InlineData("1 wd", "2015-05-18 08:30", "2015-05-19 08:30")]
    [InlineData("1 wd", "2015-05-18 00:43", "2015-05-19 08:30")]
    [InlineData("1 wd", "2015-05-18 17:00", "2015-05-20 08:30")]
    [InlineData("3 wd", "2015-05-21 10:15", "2015-05-27 10:15")] // Memorial Day
    [InlineData("1 wd", "2015-03-06 12:00", "2015-03-09 12:00")] // a weekend of 47 hours
    [InlineData("1 d", "2015-03-07 12:00", "2015-03-08 12:00")]
    [InlineData("24 h U", "2015-03-07 12:00", "2015-03-08 13:00")]
    [InlineData("1 d", "2015-10-31 12:00", "2015-11-01 12:00")]
    [InlineData("24 h U", "2015-10-31 12:00", "2015-11-01 11:00")]
    [InlineData("1 d", "2015-10-31 02:00", "2015-11-01 02:00")]
    [InlineData("1 d", "2015-03-07 02:30", "2015-03-08 03:00")] // 02:30 is skipped: due when the skip is over
    public void A_budget_in_Boston_is_due(string budget, string from, string due) =>
        Assert.Equal(due, Boston.Local(Boston.Advance(Budget.Parse(budget), Boston.At(from))));

    [Fact]
    public void A_local_hour_that_comes_twice_is_counted_once()
    {
        var first = Boston.At("2015-11-01 01:30");
        var second = first.AddHours(1);

        Assert.Equal(first, Boston.Advance(Budget.Parse("1 d"), Boston.At("2015-10-31 01:30")));
        Assert.Equal(TimeSpan.FromMinutes(30).TotalMilliseconds, Boston.Measure(ClockAxis.LocalDay, first, second));
        Assert.Equal(0, Boston.Measure(ClockAxis.LocalDay, second, second.AddMinutes(30)));
        Assert.Equal("2015-11-02 02:00", Boston.Local(Boston.Advance(Budget.Parse("1 d"), second)));
    }

    [Fact]
    public void A_day_that_works_round_the_clock_has_23_or_25_hours_when_the_zone_changes()
    {
        var calendar = TestCalendars.Always;
        double Hours(string from, string to) =>
            calendar.Measure(ClockAxis.Working, calendar.At(from), calendar.At(to)) / 3_600_000.0;

        Assert.Equal(23, Hours("2015-03-08 00:00", "2015-03-09 00:00"));
        Assert.Equal(25, Hours("2015-11-01 00:00", "2015-11-02 00:00"));
        Assert.Equal(24, Hours("2015-06-01 00:00", "2015-06-02 00:00"));
    }

    [Fact]
    public void The_end_of_a_working_span_is_outside_it()
    {
        Assert.True(Xiashi.IsWorking(Xiashi.At("2026-11-23 08:30")));
        Assert.True(Xiashi.IsWorking(Xiashi.At("2026-11-23 12:00").AddMilliseconds(-1)));
        Assert.False(Xiashi.IsWorking(Xiashi.At("2026-11-23 12:00")));
        Assert.Equal("2026-11-23 13:30", Xiashi.Local(Xiashi.NextWorking(Xiashi.At("2026-11-23 12:00"))));
        Assert.Equal("2026-11-23 13:31", Xiashi.Local(Xiashi.NextWorking(Xiashi.At("2026-11-23 13:31"))));
        Assert.Equal("2026-02-24 08:30", Xiashi.Local(Xiashi.NextWorking(Xiashi.At("2026-02-14 17:30"))));
    }

    [Fact]
    public void Working_spans_are_cut_to_the_range_and_go_on_across_the_year()
    {
        var spans = Xiashi.WorkingSpans(Xiashi.At("2025-12-31 14:00"), Xiashi.At("2026-01-04 12:30"));

        Assert.Equal(
            ["2025-12-31 14:00 to 2025-12-31 17:30", "2026-01-04 08:30 to 2026-01-04 12:00"],
            spans.Select(span => $"{Xiashi.Local(span.From)} to {Xiashi.Local(span.To)}"));
        Assert.Empty(Xiashi.WorkingSpans(Xiashi.At("2026-11-23 12:00"), Xiashi.At("2026-11-23 13:30")));
        Assert.Empty(Xiashi.WorkingSpans(Xiashi.At("2026-11-23 11:00"), Xiashi.At("2026-11-23 10:00")));
    }

    [Fact]
    public void What_touches_a_year_that_the_calendar_lacks_is_provisional_and_counts_weekly_hours()
    {
        var from = Xiashi.At("2026-12-31 10:00");
        var due = Xiashi.Advance(Budget.Parse("1 wd"), from);

        Assert.Equal("2027-01-01 10:00", Xiashi.Local(due));
        Assert.True(Xiashi.IsProvisional(ClockAxis.Working, from, due));
        Assert.False(Xiashi.IsProvisional(ClockAxis.Elapsed, from, due));
        Assert.False(Xiashi.IsProvisional(ClockAxis.Working, from, from));
        Assert.Equal([2027], Xiashi.UncoveredYears(from, due));
        Assert.True(Xiashi.IsCovered(Xiashi.At("2026-12-31 23:59")));
        Assert.False(Xiashi.IsCovered(Xiashi.At("2027-01-01 00:00")));
        Assert.False(Xiashi.IsCovered(DateTimeOffset.MinValue));
        Assert.False(Xiashi.IsCovered(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void A_year_that_is_loaded_later_moves_what_was_provisional()
    {
        var from = Xiashi.At("2026-12-31 10:00");
        var loaded = Xiashi.WithYear(2027, [new DateOnly(2027, 1, 1)], [new DateOnly(2027, 1, 3)]);
        var due = loaded.Advance(Budget.Parse("1 wd"), from);

        Assert.Equal("2027-01-03 10:00", loaded.Local(due));
        Assert.False(loaded.IsProvisional(ClockAxis.Working, from, due));
        Assert.Equal("2027-01-01 10:00", Xiashi.Local(Xiashi.Advance(Budget.Parse("1 wd"), from)));
    }

    [Fact]
    public void Nothing_is_due_beyond_the_horizon()
    {
        var sundays = new WorkCalendar("s", Xiashi.Zone, TestCalendars.Week("", "", "10:00-10:01"), [], [], []);
        var late = Xiashi.At("2190-01-01 00:00");

        Assert.Equal(sundays.Horizon, sundays.Advance(Budget.Parse("3660 h"), late));
        Assert.Equal(sundays.Horizon, sundays.Advance(Budget.Parse("3660 wd"), sundays.Horizon.AddYears(50)));
        Assert.Throws<ArgumentOutOfRangeException>(() => sundays.IsWorking(DateTimeOffset.UnixEpoch.AddMilliseconds(-1)));
    }

    [Fact]
    public void A_due_instant_allocates_nothing_once_its_year_is_known()
    {
        var clock = SlaClock.Start("rectify", Budget.Parse("7 wd"), "xiashi", [50, 80, 100], Xiashi.At("2026-09-28 10:00"))
            .Pause(Xiashi.At("2026-09-29 10:00"), "waiting").Resume(Xiashi.At("2026-09-30 10:00"));
        var (due, next) = (clock.DueAt(Xiashi), clock.NextMark(Xiashi));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            (due, next) = (clock.DueAt(Xiashi), clock.NextMark(Xiashi));

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal("2026-10-14 10:00", Xiashi.Local(due));
        Assert.Equal(50, next?.Mark);
    }
}
