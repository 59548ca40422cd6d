using Dispatch.Contracts;
using Dispatch.Grains.Duties;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Duties;

public sealed class StaffingRosterTests
{
    private static readonly Scope Grid = Scope.Grid("xishan-01");
    private static readonly Actor Captain = new("c.wu", Role.Captain, Scope.Street("xiashi"));
    private static readonly DateTimeOffset Now = DutyWorld.At("2026-09-07 09:00");

    private readonly StaffingRoster _roster = new();

    [Fact]
    public void An_exception_holds_from_its_first_instant_to_before_its_end_whatever_the_timetable_says()
    {
        Take(staffed: false, hours: 2, until: 4);

        Assert.True(_roster.IsStaffed(Now.AddHours(2).AddMilliseconds(-1), byTimetable: true));
        Assert.False(_roster.IsStaffed(Now.AddHours(2), byTimetable: true));
        Assert.False(_roster.IsStaffed(Now.AddHours(4).AddMilliseconds(-1), byTimetable: true));
        Assert.True(_roster.IsStaffed(Now.AddHours(4), byTimetable: true));
    }

    [Fact]
    public void Where_two_exceptions_meet_the_one_said_later_holds()
    {
        Take(staffed: false, hours: 0, until: 10);
        Take(staffed: true, hours: 3, until: 5);

        Assert.False(_roster.IsStaffed(Now.AddHours(2), byTimetable: true));
        Assert.True(_roster.IsStaffed(Now.AddHours(4), byTimetable: false));
        Assert.False(_roster.IsStaffed(Now.AddHours(6), byTimetable: true));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 1)]
    [InlineData(0, (31 * 24) + 1)]
    [InlineData(-3, 0)]
    [InlineData(367 * 24, 368 * 24)]
    public void A_range_that_is_empty_too_long_over_or_too_far_ahead_is_refused(int from, int to) =>
        Assert.Equal(RefusalCode.InvalidValue, Refusal(Change(true, from, to))!.Code);

    [Fact]
    public void What_is_over_makes_room_and_beyond_64_standing_exceptions_another_is_refused()
    {
        Take(staffed: true, hours: -1, until: 1);
        for (var i = 1; i < StaffingRoster.Capacity; i++)
        {
            Take(staffed: true, hours: i, until: i + 2);
        }

        Assert.Equal(RefusalCode.InvalidValue, Refusal(Change(true, 100, 101))!.Code);

        var later = Change(true, 100, 101) with { At = Now.AddHours(1) };
        Assert.Null(Refusal(later));
        Assert.Equal(StaffingRoster.Capacity, _roster.With(later).Count);
    }

    [Theory]
    [InlineData(Role.GridWorker, "grid:xishan-01", RefusalCode.RoleNotAllowed)]
    [InlineData(Role.Citizen, null, RefusalCode.RoleNotAllowed)]
    [InlineData(Role.CommunityStaff, "community:hehua", RefusalCode.OutsideArea)]
    [InlineData(Role.Supervisor, "street:other", RefusalCode.OutsideArea)]
    [InlineData(Role.Captain, null, RefusalCode.OutsideArea)]
    [InlineData(Role.CommunityStaff, "community:xishan", null)]
    [InlineData(Role.Supervisor, "street:xiashi", null)]
    [InlineData(Role.Dispatcher, "street:xiashi", null)]
    [InlineData(Role.System, null, null)]
    public void Only_those_who_answer_for_a_place_change_who_is_there(Role role, string? area, RefusalCode? code)
    {
        var by = new Actor("somebody", role, Scope.TryParse(area, out var scope) ? scope : null);

        Assert.Equal(code, Refusal(Change(true, 1, 2) with { By = by })?.Code);
    }

    private static StaffingChange Change(bool staffed, int from, int to) => new(staffed, Now.AddHours(from), Now.AddHours(to), Captain, Now);

    private Refusal? Refusal(StaffingChange change) => _roster.Refuses(change, Grid, Sample.Territory);

    private void Take(bool staffed, int hours, int until)
    {
        var change = Change(staffed, hours, until);
        Assert.Null(Refusal(change));
        _roster.Exceptions = _roster.With(change);
    }
}
