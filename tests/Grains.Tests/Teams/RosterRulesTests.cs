using Dispatch.Contracts;
using static Dispatch.Grains.Tests.Teams.TeamWorld;

namespace Dispatch.Grains.Tests.Teams;

public sealed class RosterRulesTests
{
    private const string Now = "2026-09-07 09:00";
    private readonly TeamWorld _world = new();

    public RosterRulesTests()
    {
        _world.Do("2026-08-31 12:00", Captain, new PlanDuty(Duty("08:30-17:30", "officer-1 officer-2")))
            .Do("2026-08-31 12:00", Captain, new PlanDuty(Duty("17:30-08:30", "officer-3 officer-4")));
    }

    [Fact]
    public void Nothing_that_was_is_changed()
    {
        Assert.Equal(RefusalCode.InThePast, Refused(new PlanDuty(Duty("20:00-21:00", "captain") with { First = new DateOnly(2026, 9, 6) })));
        Assert.Equal(RefusalCode.InThePast, Refused(new PlanDuty(Duty("08:59-10:00", "captain") with { First = new DateOnly(2026, 9, 7) })));
        Assert.Equal(RefusalCode.InThePast, Refused(new EndDuty("d1", new DateOnly(2026, 9, 6))));
        Assert.Equal(RefusalCode.InThePast, Refused(new OverrideDuty("captain", _world.At("2026-09-07 12:00"), _world.At("2026-09-07 08:59"))));
        Assert.Equal(RefusalCode.InThePast, Refused(new AskLeave(_world.At("2026-09-08 12:00"), _world.At("2026-09-07 08:59"), "officer-1")));
        Assert.Equal(RefusalCode.InThePast, Refused("officer-1", new AskSwap("officer-3", _world.Span("2026-09-07 08:30", "2026-09-07 10:00"))));
    }

    [Fact]
    public void Nobody_is_given_two_duties_at_once()
    {
        Assert.Equal(RefusalCode.OverlappingShift, Refused(new PlanDuty(Duty("08:00-08:31", "captain", "officer-1") with { First = new DateOnly(2026, 9, 8) })));
        Assert.Equal(RefusalCode.OverlappingShift, Refused(new OverrideDuty("officer-1", _world.At("2026-09-08 12:00"), _world.At("2026-09-08 08:00"))));
        Assert.Equal(RefusalCode.OverlappingShift, Refused("officer-1", new AskSwap("officer-2", _world.Span("2026-09-08 08:30", "2026-09-08 12:00"))));

        _world.Do(Now, Captain, new PlanDuty(Duty("17:30-18:30", "officer-1") with { First = new DateOnly(2026, 9, 8) }));
    }

    [Theory]
    [InlineData("nobody", RefusalCode.UnknownPerson)]
    [InlineData("officer-gone", RefusalCode.UnknownPerson)]
    [InlineData("officer-next", RefusalCode.OutsideTeam)]
    [InlineData("community-xishan", RefusalCode.OutsideTeam)]
    [InlineData("supervisor", RefusalCode.OutsideTeam)]
    public void Only_people_of_the_team_are_planned(string name, RefusalCode code)
    {
        Assert.Equal(code, Refused(new PlanDuty(Duty("08:30-09:30", $"captain {name}") with { First = new DateOnly(2026, 9, 8) })));
        Assert.Equal(code, Refused(new OverrideDuty(name, _world.At("2026-09-08 12:00"))));
        Assert.Equal(code, Refused(new AskLeave(_world.At("2026-09-08 12:00"), UserName: name)));
        Assert.Equal(code, Refused(new SetSkills(name, [])));
        Assert.Equal(code, Refused("officer-1", new AskSwap(name, _world.Span("2026-09-08 08:30", "2026-09-08 10:00"))));
    }

    [Theory]
    [InlineData("captain", null)]
    [InlineData("dispatcher-1", null)]
    [InlineData("officer-1", RefusalCode.RoleNotAllowed)]
    [InlineData("supervisor", RefusalCode.RoleNotAllowed)]
    [InlineData("community-xishan", RefusalCode.RoleNotAllowed)]
    public void Captain_and_dispatcher_change_the_roster_of_their_street(string name, RefusalCode? code)
    {
        RosterCommand[] commands =
        [
            new PlanDuty(Duty("12:00-13:00", "captain") with { First = new DateOnly(2026, 9, 8) }),
            new EndDuty("d1", new DateOnly(2026, 9, 30)),
            new OverrideDuty("captain", _world.At("2026-09-08 12:00")),
            new AskLeave(_world.At("2026-09-08 12:00"), UserName: "officer-4"),
            new SetSkills("officer-1", ["ILL-01"]),
        ];
        foreach (var command in commands)
        {
            if (code is { } refused)
            {
                Assert.Equal(refused, Refused(name, command));
            }
            else
            {
                _world.Do(Now, As(name), command);
            }
        }
    }

    [Fact]
    public void A_captain_of_another_street_is_outside() =>
        Assert.Equal(RefusalCode.OutsideArea, _world.Refused(Now, Captain with { Area = Scope.Street("next") }, new EndDuty("d1", new DateOnly(2026, 9, 30))));

    [Fact]
    public void A_community_is_planned_by_its_own_staff()
    {
        var world = new TeamWorld(team: Scope.Community("xishan"));
        var duty = new PlanDuty(Duty("08:30-17:30", "community-xishan grid-xishan-01"));

        Assert.Equal(RefusalCode.OutsideArea, world.Refused("2026-08-31 12:00", As("community-hehua"), duty));
        Assert.Equal(RefusalCode.RoleNotAllowed, world.Refused("2026-08-31 12:00", Captain, duty));
        Assert.Equal(RefusalCode.OutsideTeam, world.Refused("2026-08-31 12:00", As("community-xishan"), new PlanDuty(Duty("08:30-17:30", "grid-beiguan-02"))));
        Assert.Equal("community-xishan grid-xishan-01", world.Do("2026-08-31 12:00", As("community-xishan"), duty).OnDuty(Now));
    }

    [Theory]
    [InlineData(0, 600, 1, 1, 1)]
    [InlineData(-1, 600, 1, 1, 1)]
    [InlineData(480, 1_440, 1, 1, 1)]
    [InlineData(480, 600, 3, 1, 1)]
    [InlineData(480, 600, 1, 0, 1)]
    [InlineData(480, 600, 1, 1, 2)]
    [InlineData(480, 600, 1, 1, 0)]
    public void A_duty_that_makes_no_sense_is_refused(int from, int to, int line, int turn, int least)
    {
        var duty = Duty("08:00-10:00", from == 0 ? "captain captain" : "captain") with
        {
            First = new DateOnly(2026, 9, 8),
            FromMinute = from,
            ToMinute = to,
            Line = line,
            TurnDays = turn,
            Least = least,
        };

        Assert.Equal(RefusalCode.InvalidValue, Refused(new PlanDuty(duty)));
    }

    [Fact]
    public void What_holds_no_names_or_names_that_are_none_is_refused_before_anybody_is_looked_up()
    {
        var duty = Duty("08:00-10:00", "captain") with { First = new DateOnly(2026, 9, 8) };
        RosterCommand[] commands =
        [
            new PlanDuty(duty with { Crews = [null!] }),
            new PlanDuty(duty with { Crews = [["captain", null!]] }),
            new PlanDuty(duty with { Crews = [.. Enumerable.Range(0, 601).Select(i => (string[])[$"officer-{i}"])] }),
            new PlanDuty(null!),
            new OverrideDuty("", _world.At("2026-09-08 12:00")),
            new OverrideDuty(new string('a', 97), _world.At("2026-09-08 12:00")),
            new AskSwap("officer-3", null!),
            new SetSkills("officer-1", null!),
            new WithdrawChange("o\n1"),
        ];

        Assert.All(commands, command => Assert.Equal(RefusalCode.InvalidValue, Refused(command)));
    }

    [Fact]
    public void A_duty_ended_today_is_begun_for_the_last_time_and_one_ended_before_it_began_is_gone()
    {
        _world.Do(Now, Captain, new PlanDuty(Duty("12:00-13:00", "captain") with { First = new DateOnly(2026, 9, 9) }))
            .Do(Now, Captain, new EndDuty("d1", new DateOnly(2026, 9, 7)))
            .Do(Now, Captain, new EndDuty("d3", new DateOnly(2026, 9, 8)));

        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-07 17:29"));
        Assert.Equal("", _world.OnDuty("2026-09-09 12:30"));
        Assert.Equal(["d1", "d2"], _world.Roster.Planned.Select(duty => duty.Id));
        Assert.Equal(RefusalCode.Unknown, Refused(new EndDuty("d3", new DateOnly(2026, 9, 8))));
    }

    [Fact]
    public void What_has_been_done_of_an_override_stays_when_it_is_withdrawn()
    {
        _world.Do(Now, Captain, new OverrideDuty("captain", _world.At("2026-09-07 12:00"), Replaces: "officer-1"))
            .Do("2026-09-07 10:00", Captain, new WithdrawChange("o3"));

        Assert.Equal("captain officer-2", _world.OnDuty("2026-09-07 09:59"));
        Assert.Equal("officer-1 officer-2", _world.OnDuty("2026-09-07 10:00"));
        Assert.Equal(RefusalCode.InThePast, _world.Refused("2026-09-07 13:00", Captain, new WithdrawChange("o3")));
    }

    [Fact]
    public void Somebody_without_a_duty_is_not_replaced_and_somebody_on_leave_replaces_nobody()
    {
        var (from, to) = (_world.At("2026-09-08 09:00"), _world.At("2026-09-08 12:00"));
        _world.Do(Now, Captain, new AskLeave(_world.At("2026-09-09 00:00"), _world.At("2026-09-08 00:00"), "captain"));

        Assert.Equal(RefusalCode.NotOnDuty, Refused(new OverrideDuty("officer-4", to, from, "officer-3")));
        Assert.Equal(RefusalCode.OnLeave, Refused(new OverrideDuty("captain", to, from, "officer-1")));
    }

    [Fact]
    public void A_roster_does_not_grow_without_bound_and_forgets_what_is_long_over()
    {
        for (var i = 0; i < Grains.Teams.Roster.MostOverrides; i++)
        {
            var from = _world.At("2026-09-08 08:30").AddMinutes(i);
            _world.Do(Now, Captain, new OverrideDuty("captain", from.AddMinutes(1), from));
        }

        Assert.Equal(RefusalCode.InvalidValue, Refused(new OverrideDuty("captain", _world.At("2026-10-08 12:00"))));

        _world.Do("2026-11-12 09:00", Captain, new OverrideDuty("captain", _world.At("2026-11-12 12:00")));
        Assert.Single(_world.Roster.Overrides);
    }

    private RefusalCode Refused(RosterCommand command) => _world.Refused(Now, Captain, command);

    private RefusalCode Refused(string by, RosterCommand command) => _world.Refused(Now, As(by), command);
}
