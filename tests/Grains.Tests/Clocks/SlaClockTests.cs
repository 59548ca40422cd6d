using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Clocks;

public class SlaClockTests
{
    private static readonly WorkCalendar Xiashi = TestCalendars.Xiashi;

    private static readonly SlaClock Started =
        SlaClock.Start("rectify", Budget.Parse("2 wd"), "xiashi", [50, 80, 100], At("2026-11-23 08:30"));

    private static DateTimeOffset At(string local) => Xiashi.At(local);

    private static string Due(SlaClock clock) => Xiashi.Local(clock.DueAt(Xiashi));

    [Fact]
    public void A_clock_paused_over_lunch_loses_no_time()
    {
        var clock = Started.Pause(At("2026-11-23 12:00"), "lunch").Resume(At("2026-11-23 13:30"));

        Assert.Equal(Due(Started), Due(clock));
        Assert.Equal("2026-11-25 08:30", Due(clock));
        Assert.Equal(3, clock.Generation);
    }

    [Fact]
    public void A_paused_clock_has_no_due_instant_and_spends_nothing()
    {
        var paused = Started.Pause(At("2026-11-23 10:30"), "owner abroad");

        Assert.Equal(ClockState.Paused, paused.State);
        Assert.Null(paused.DueAt(Xiashi));
        Assert.Null(paused.NextMark(Xiashi));
        Assert.Null(paused.Since);
        Assert.Empty(paused.MarksPast(Xiashi, At("2026-12-30 10:00")));
        Assert.Equal(TimeSpan.FromHours(2).TotalMilliseconds, paused.Spent(Xiashi, At("2026-12-30 10:00")));
        Assert.Equal("2026-12-31 15:30", Due(paused.Resume(At("2026-12-30 08:30"))));
    }

    [Theory]
    [InlineData("1 wd", "2026-11-25 10:00")]
    [InlineData("450 min", "2026-11-23 17:30")]
    public void What_is_used_up_just_where_the_clock_stood_still_is_due_there_or_for_days_when_time_counts_again(
        string budget, string due)
    {
        var clock = SlaClock.Start("check", Budget.Parse(budget), "xiashi", [100], At("2026-11-23 08:30"))
            .Pause(At("2026-11-23 20:00"), "court").Resume(At("2026-11-25 10:00"));

        Assert.Equal(due, Due(clock));
    }

    [Fact]
    public void A_clock_is_in_time_at_its_due_instant_and_late_a_millisecond_after()
    {
        var due = Started.DueAt(Xiashi)!.Value;

        Assert.DoesNotContain(Started.MarksPast(Xiashi, due), mark => mark.Mark == 100);
        Assert.Contains(Started.MarksPast(Xiashi, due.AddMilliseconds(1)), mark => mark == new MarkDue(100, due));
    }

    [Fact]
    public void Marks_that_are_past_together_come_in_order_each_with_its_own_instant()
    {
        var past = Started.MarksPast(Xiashi, At("2026-11-25 09:00"));

        Assert.Equal(
            ["50 at 2026-11-24 08:30", "80 at 2026-11-24 14:30", "100 at 2026-11-25 08:30"],
            past.Select(mark => $"{mark.Mark} at {Xiashi.Local(mark.DueAt)}"));
        Assert.Equal(past[0], Started.NextMark(Xiashi));
        Assert.Equal(past[1], Started.MarkFired(50).NextMark(Xiashi));
    }

    [Fact]
    public void A_new_generation_has_the_marks_that_did_not_fire_and_100_again()
    {
        var missed = Started.MarkFired(50).MarkFired(80).MarkFired(100);
        var extended = missed.Extend(At("2026-11-25 09:00"), Budget.Parse("1 wd"));
        var again = missed.Restart(At("2026-11-25 09:00"));

        Assert.Equal(ClockState.Missed, missed.State);
        Assert.Null(missed.NextMark(Xiashi));
        Assert.Equal(ClockState.Running, extended.State);
        Assert.Equal([50, 80], extended.Fired);
        Assert.Equal("2026-11-26 08:30", Due(extended));
        Assert.Equal(2, again.Generation);
        Assert.Empty(again.Fired);
        Assert.Equal("2026-11-27 09:00", Due(again));
    }

    [Fact]
    public void A_missed_clock_stays_missed_when_it_is_paused_and_resumed()
    {
        var resumed = Started.MarkFired(50).MarkFired(80).MarkFired(100)
            .Pause(At("2026-11-25 10:00"), "court").Resume(At("2026-11-26 10:00"));

        Assert.Equal(ClockState.Missed, resumed.State);
        Assert.Empty(resumed.MarksPast(Xiashi, At("2026-12-30 10:00")));
        Assert.Equal("2026-11-25 08:30", Due(resumed));
    }

    [Fact]
    public void Another_calendar_and_budget_count_what_ran_and_keep_the_pause_and_the_extension()
    {
        var clock = Started.Pause(At("2026-11-23 10:30"), "rain").Resume(At("2026-11-24 10:30"))
            .Extend(At("2026-11-24 11:00"), Budget.Parse("1 wd"))
            .ChangePolicy(Budget.Parse("4 d"), "xiashi", [100]);

        Assert.Equal("2026-11-29 08:30", Due(clock));
        Assert.Equal([100], clock.Marks);
    }

    [Fact]
    public void A_stopped_clock_is_closed_and_only_a_restart_opens_it_again()
    {
        var met = Started.Stop(At("2026-11-23 17:30"), ClockState.Met);

        Assert.False(met.IsOpen);
        Assert.Equal(At("2026-11-23 17:30"), met.StoppedAt);
        Assert.Null(met.DueAt(Xiashi));
        Assert.Equal(TimeSpan.FromHours(7.5).TotalMilliseconds, met.Spent(Xiashi, At("2026-12-30 10:00")));
        Assert.Throws<InvalidOperationException>(() => met.Pause(At("2026-11-24 10:00"), "late"));
        Assert.Throws<InvalidOperationException>(() => met.Extend(At("2026-11-24 10:00"), Budget.Parse("1 wd")));
        Assert.Throws<InvalidOperationException>(() => met.Stop(At("2026-11-24 10:00"), ClockState.Met));
        Assert.Throws<InvalidOperationException>(() => met.MarkFired(50));
        Assert.Equal(ClockState.Running, met.Restart(At("2026-11-24 10:00")).State);
    }

    [Fact]
    public void Deeds_that_do_not_fit_are_bugs()
    {
        Assert.Throws<InvalidOperationException>(() => Started.Resume(At("2026-11-23 10:00")));
        Assert.Throws<InvalidOperationException>(() => Started.MarkFired(60));
        Assert.Throws<InvalidOperationException>(() => Started.MarkFired(50).MarkFired(50));
        Assert.Throws<ArgumentException>(() => Started.Stop(At("2026-11-23 10:00"), ClockState.Running));
        Assert.Throws<ArgumentOutOfRangeException>(() => Started.Pause(At("2026-11-23 08:29"), "before it began"));
        Assert.Throws<ArgumentException>(() => SlaClock.Start("c", Budget.Parse("1 d"), "x", [50], At("2026-11-23 10:00")));
        Assert.Throws<ArgumentException>(() => SlaClock.Start("c", Budget.Parse("1 d"), "x", [80, 50, 100], At("2026-11-23 10:00")));
    }

    [Fact]
    public void A_due_instant_in_a_year_that_the_calendar_lacks_is_provisional_until_it_is_loaded()
    {
        var clock = SlaClock.Start("rectify", Budget.Parse("2 wd"), "xiashi", [100], At("2026-12-30 10:00"));
        var loaded = Xiashi.WithYear(2027, [new DateOnly(2027, 1, 1)], []);
        var moved = clock.CalendarLoaded();

        Assert.True(clock.IsProvisional(Xiashi));
        Assert.Equal("2027-01-01 10:00", Due(clock));
        Assert.False(moved.IsProvisional(loaded));
        Assert.Equal("2027-01-04 10:00", loaded.Local(moved.DueAt(loaded)));
        Assert.Equal(2, moved.Generation);
        Assert.False(Started.IsProvisional(Xiashi));
    }

    [Fact]
    public void A_clock_survives_JSON_unchanged()
    {
        var clock = Started.MarkFired(50).Pause(At("2026-11-24 10:00"), "等待业主").Resume(At("2026-11-24 11:00"))
            .Extend(At("2026-11-24 11:30"), Budget.Parse("1 wd"));
        var json = JsonSerializer.Serialize(clock, JsonSerializerOptions.Web);

        Assert.Equal(clock, JsonSerializer.Deserialize<SlaClock>(json, JsonSerializerOptions.Web));
        Assert.NotEqual(clock, clock.Restart(At("2026-11-24 12:00")));
        Assert.True(json.Length < 700, json);
        Assert.Equal(Started, JsonSerializer.Deserialize<SlaClock>(JsonSerializer.Serialize(Started)));
    }

    [Fact]
    public void Instants_are_cut_to_whole_milliseconds_in_UTC()
    {
        var odd = new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.FromHours(8)).AddTicks(19_999);

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 0, 30, 0, 1, TimeSpan.Zero), odd.CutToMilliseconds());
        Assert.Equal(TimeSpan.Zero, odd.CutToMilliseconds().Offset);
        Assert.Equal(odd.CutToMilliseconds(), SlaClock.Start("c", Budget.Parse("1 d"), "x", [100], odd).StartedAt);
    }
}
