using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Tests.Clocks;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Policies;

public sealed class CalendarLintTests
{
    private static readonly WorkWeek Week = TestCalendars.Week("08:30-12:00,13:30-17:30", "", "");

    [Theory]
    [InlineData("2026-10-31 23:59", "")]
    [InlineData("2026-11-01 00:00", "next-year-missing 2027")]
    [InlineData("2027-01-01 00:00", "year-missing 2027")]
    [InlineData("2027-12-01 00:00", "year-missing 2027; next-year-missing 2028")]
    public void A_year_is_missing_when_it_has_begun_and_the_coming_one_from_November_on(string local, string found)
    {
        var calendar = Calendar([2025, 2026]);

        Assert.Equal(found, string.Join("; ", CalendarLint.Of([calendar], calendar.At(local)).Select(finding => $"{finding.Code} {finding.Detail[..4]}")));
    }

    [Fact]
    public void November_begins_where_the_calendar_is()
    {
        var calendar = Calendar([2025, 2026]);

        Assert.Empty(CalendarLint.Of([calendar], new DateTimeOffset(2026, 10, 31, 15, 59, 0, TimeSpan.Zero)));
        Assert.Single(CalendarLint.Of([calendar], new DateTimeOffset(2026, 10, 31, 16, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void A_coming_year_without_make_up_days_is_found_where_every_year_before_it_had_some()
    {
        var at = Calendar([2026]).At("2026-06-01 09:00");

        Assert.Equal([CalendarLint.MakeUpDaysMissing], CalendarLint.Of([Calendar([2025, 2026, 2027], "2025-01-26", "2026-02-14")], at).Select(finding => finding.Code));
        Assert.Empty(CalendarLint.Of([Calendar([2025, 2026, 2027], "2025-01-26", "2026-02-14", "2027-02-06")], at));
        Assert.Empty(CalendarLint.Of([Calendar([2025, 2026, 2027])], at));
    }

    [Fact]
    public void An_urgent_clock_over_the_weekend_is_due_on_a_day_off_and_one_of_working_time_never_is()
    {
        var urgent = new CaseWorld(Sample.Xiashi).Report("2026-09-04 17:20", Role.CommunityStaff, "DEC-03");
        Assert.Empty(CalendarLint.DaysOff(urgent.Case, "n", Sample.Xiashi));

        var clock = SlaClock.Start("rectify", Budget.Parse("24 h U"), "xiashi", [100], urgent.At("2026-09-04 12:00"));
        var @case = urgent.Case with { Clocks = [clock] };

        Assert.Equal(
            [new DueOnDayOff("n", "rectify", "xiashi", new DateTimeOffset(2026, 9, 5, 12, 0, 0, TimeSpan.FromHours(8)), Urgent: true)],
            CalendarLint.DaysOff(@case, "n", Sample.Xiashi));
        Assert.Empty(CalendarLint.DaysOff(@case with { Clocks = [clock.Stop(urgent.At("2026-09-04 13:00"), ClockState.Met)] }, "n", Sample.Xiashi));
    }

    private static WorkCalendar Calendar(int[] years, params string[] makeUpDays) => new(
        "office", TestCalendars.Zone("Asia/Shanghai"), Week, [], makeUpDays.Select(day => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), years);
}
