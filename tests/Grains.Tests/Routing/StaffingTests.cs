using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Tests.Routing;

public sealed class StaffingTests
{
    private static readonly TimeSpan EightThirty = new(8, 30, 0);
    private static readonly TimeSpan HalfPastFive = new(17, 30, 0);

    private static readonly WeeklyTimetable Weekdays = WeeklyTimetable.Of(
        Enumerable.Range(1, 5).Select(day => new TimetableSpan((DayOfWeek)day, EightThirty, HalfPastFive)));

    [Theory]
    [InlineData("2026-03-06T08:29:59.999", false)]
    [InlineData("2026-03-06T08:30:00", true)]
    [InlineData("2026-03-06T17:29:59.999", true)]
    [InlineData("2026-03-06T17:30:00", false)]
    [InlineData("2026-03-07T10:00:00", false)]
    [InlineData("2026-03-09T10:00:00", true)]
    public void A_span_begins_at_its_start_and_is_over_at_its_end(string local, bool staffed) =>
        Assert.Equal(staffed, Weekdays.Includes(DateTime.Parse(local, null)));

    [Theory]
    [InlineData("2026-03-07T21:59:00", false)]
    [InlineData("2026-03-07T22:00:00", true)]
    [InlineData("2026-03-08T05:59:00", true)]
    [InlineData("2026-03-08T06:00:00", false)]
    public void A_night_shift_of_Saturday_ends_on_Sunday_across_the_end_of_the_week(string local, bool staffed)
    {
        var night = WeeklyTimetable.Of([new TimetableSpan(DayOfWeek.Saturday, TimeSpan.FromHours(22), TimeSpan.FromHours(6))]);
        Assert.Equal(staffed, night.Includes(DateTime.Parse(local, null)));
    }

    [Fact]
    public void Day_and_night_shifts_that_meet_are_round_the_clock()
    {
        var shifts = Enum.GetValues<DayOfWeek>().SelectMany(day => new[]
        {
            new TimetableSpan(day, TimeSpan.FromHours(8), TimeSpan.FromHours(20)),
            new TimetableSpan(day, TimeSpan.FromHours(20), TimeSpan.FromHours(8)),
        }).ToList();
        Assert.True(WeeklyTimetable.Of(shifts).IsAlways);
        Assert.False(WeeklyTimetable.Of(shifts.Skip(1)).IsAlways);
    }

    [Fact]
    public void Hours_are_those_of_the_streets_own_zone()
    {
        var boston = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var territory = new Territory(
            [Ground.Street("xiashi"), new Street("boston", Ground.Named("Boston"), boston, Weekdays)],
            [new Community("c", Ground.Named("c"), CommunityKind.Community, "xiashi", Weekdays)],
            [new Grid("g", Ground.Named("g"), "c", Weekdays)]);

        // 09:00 in Haining is 20:00 of the day before in Boston; 14:00 UTC is 09:00 there in winter and 10:00 in summer.
        var haining = DateTimeOffset.Parse("2026-03-06T09:00:00+08:00", null);
        Assert.True(territory.Staffing.IsStaffed(Scope.Community("c"), haining));
        Assert.True(territory.Staffing.IsStaffed(Scope.Grid("g"), haining.ToUniversalTime()));
        Assert.False(territory.Staffing.IsStaffed(Scope.Street("boston"), haining));
        Assert.True(territory.Staffing.IsStaffed(Scope.Street("boston"), DateTimeOffset.Parse("2026-07-01T12:30:00Z", null)));
        Assert.False(territory.Staffing.IsStaffed(Scope.Street("boston"), DateTimeOffset.Parse("2026-01-07T12:30:00Z", null)));
    }

    [Fact]
    public void The_unlocated_grid_and_areas_that_are_no_more_are_staffed_by_nobody()
    {
        var territory = Ground.Of();
        var noon = DateTimeOffset.Parse("2026-03-06T12:00:00+08:00", null);
        Assert.False(territory.Staffing.IsStaffed(Scope.Grid("s-unlocated"), noon));
        Assert.False(territory.Staffing.IsStaffed(Scope.Community("s-unlocated"), noon));
        Assert.False(territory.Staffing.IsStaffed(Scope.Grid("gone"), noon));
        Assert.Throws<ArgumentException>(() => territory.Staffing.IsStaffed(Scope.Officer("o"), noon));
    }

    [Fact]
    public void A_street_covers_its_communities_and_grids_and_no_others()
    {
        var territory = new Territory(
            [Ground.Street("s"), Ground.Street("t")],
            [Ground.Community("c", "s"), Ground.Community("d", "t")],
            [Ground.Grid("g", "c"), Ground.Grid("h", "d")]);
        Assert.True(territory.Covers(Scope.Street("s"), Scope.Grid("g")));
        Assert.True(territory.Covers(Scope.Street("s"), Scope.Grid("s-unlocated")));
        Assert.True(territory.Covers(Scope.Community("c"), Scope.Grid("g")));
        Assert.True(territory.Covers(Scope.Grid("g"), Scope.Grid("g")));
        Assert.False(territory.Covers(Scope.Street("s"), Scope.Grid("h")));
        Assert.False(territory.Covers(Scope.Community("c"), Scope.Street("s")));
        Assert.False(territory.Covers(Scope.Street("s"), Scope.Officer("o")));
    }
}
