using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Notices;

/// <summary>Whom a receiver means.</summary>
public sealed class AudienceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 7, 4, 0, 0, TimeSpan.Zero);

    private static readonly UserRecord[] Users =
    [
        User("dispatcher", Role.Dispatcher, Scope.Street("xiashi")),
        User("captain", Role.Captain, Scope.Street("xiashi")),
        User("o.li", Role.Officer, Scope.Street("xiashi")),
        User("c.wang", Role.CommunityStaff, Scope.Community("xishan")),
        User("c.zhou", Role.CommunityStaff, Scope.Community("xishan")),
        User("c.left", Role.CommunityStaff, Scope.Community("xishan")) with { Enabled = false },
        User("c.other", Role.CommunityStaff, Scope.Community("hehua")),
        User("g.li", Role.GridWorker, Scope.Grid("xishan-01")),
        User("fire", Role.DepartmentStaff, Scope.Department("fire")),
        User("supervisor", Role.Supervisor, Scope.Street("xiashi")),
    ];

    [Theory]
    [InlineData("street:xiashi", "dispatcher")]
    [InlineData("captain:xiashi", "captain")]
    [InlineData("community:xishan", "c.wang c.zhou")]
    [InlineData("grid:xishan-01", "g.li")]
    [InlineData("department:fire", "fire")]
    [InlineData("supervisor:xiashi", "supervisor")]
    [InlineData("grid:xishan-09", "")]
    public void A_party_is_its_people_by_role_and_area(string receiver, string told)
    {
        var audience = Audience.Of(receiver, Users, TeamNow.Nobody, Noon);

        Assert.Equal((told, 0, null), (string.Join(' ', audience.Told), audience.OffDuty.Count, audience.LookAgainAt));
    }

    [Fact]
    public void Whoever_the_roster_keeps_off_duty_is_left_in_peace_and_the_party_is_looked_at_again_when_the_duty_ends()
    {
        var team = new TeamNow(["c.wang", "c.zhou"], [Duty("c.zhou", Role.CommunityStaff)]);

        var audience = Audience.Of("community:xishan", Users, team, Noon);

        Assert.Equal("c.zhou", Assert.Single(audience.Told));
        Assert.Equal("c.wang", Assert.Single(audience.OffDuty));
        Assert.Equal(Noon.AddHours(4), audience.LookAgainAt);
    }

    [Fact]
    public void With_nobody_on_duty_the_party_is_looked_at_again_soon()
    {
        var audience = Audience.Of("community:xishan", Users, new TeamNow(["c.wang", "c.zhou"], []), Noon);

        Assert.Empty(audience.Told);
        Assert.Equal((2, Noon + Audience.Patience), (audience.OffDuty.Count, audience.LookAgainAt!.Value));
    }

    [Fact]
    public void The_second_line_is_who_stands_in_it_and_without_one_the_captains_on_duty_and_never_who_was_asked()
    {
        var officers = Duty("o.li", Role.Officer);
        var captain = Duty("captain", Role.Captain);
        var second = Duty("o.zhang", Role.Officer) with { Line = 2 };

        Assert.Equal(["o.zhang"], Audience.SecondLine("o.li", new TeamNow([], [officers, captain, second])));
        Assert.Equal(["captain"], Audience.SecondLine("o.li", new TeamNow([], [officers, captain])));
        Assert.Empty(Audience.SecondLine("captain", new TeamNow([], [officers, captain])));
    }

    [Fact]
    public void A_grid_s_workers_are_on_the_roster_of_its_community()
    {
        var grid = Sample.Territory.Communities.Where(one => !one.IsUnlocated).SelectMany(one => Sample.Territory.GridsOf(one.Id)).First();

        Assert.Equal(Scope.Community(grid.CommunityId), Audience.TeamOf(grid.Scope.ToString(), Sample.Territory));
        Assert.Equal(Scope.Street("xiashi"), Audience.TeamOf("captain:xiashi", Sample.Territory));
        Assert.Null(Audience.TeamOf("department:fire", Sample.Territory));
    }

    private static UserRecord User(string name, Role role, Scope area) => new() { UserName = name, DisplayName = name, Role = role, Area = area, Stamp = "1" };

    private static OnDuty Duty(string name, Role role) =>
        new() { UserName = name, Role = role, Line = 1, From = Noon.AddHours(-4), Until = Noon.AddHours(4), ShiftId = "d1" };
}
