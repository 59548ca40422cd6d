using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Teams;
using Dispatch.Silo.City;

namespace Dispatch.Scenarios.LongRun;

/// <summary>The sample street with sixty officers, who do days in two halves, nights in four turns, and days off in the nights' turns.</summary>
internal static class SixtyOfficers
{
    private const int Count = 60;
    private const int ByDay = 36;

    /// <summary>Their names; the first four are the sample's.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(1, Count).Select(number => $"officer-{number}")];

    /// <summary>The files of the sample, with them in.</summary>
    public static CityFiles In(CityFiles sample)
    {
        var ground = sample.Territory;
        var street = ground.Streets[0].Scope;
        var others = ground.People.Where(person => person.Role != Role.Officer);
        var officers = Names.Select(name => new Person(name, new Text(name, name), Role.Officer, street));
        var territory = new Territory(
            ground.Streets,
            ground.Communities.Where(community => !community.IsUnlocated),
            ground.Grids.Where(grid => !grid.IsUnlocated),
            ground.Estates,
            [.. others, .. officers],
            ground.Aliases);
        var team = new TeamRoster(street, [
            Duty("Days", 510, 1050, 7, [.. Names.Take(ByDay).Chunk(ByDay / 2)]) with { Days = DutyDays.WorkingDays, Least = 10 },
            Duty("Nights", 1050, 510, 1, [.. Names.Skip(ByDay).Chunk(6)]) with { Least = 4 },
            Duty("Days off", 510, 1050, 1, [.. Names.Take(ByDay).Chunk(9).Reverse()]) with { Days = DutyDays.DaysOff, Least = 4 },
            Duty("On call", 510, 510, 1, [["captain"]]) with { Line = 2 },
        ]);
        return sample with { Territory = territory, Rosters = [team, .. sample.Rosters.Where(roster => roster.Team != street)] };
    }

    /// <summary>A day of changes: one falls ill until the evening after next, another stands in at once, and two of the day shift swap tomorrow.</summary>
    public static async Task ChangeAsync(ITeamGrain team, DateTimeOffset now)
    {
        var onDuty = (await team.OnDutyAt(now)).Where(duty => duty.Role == Role.Officer).Select(duty => duty.UserName).ToList();
        var free = Names.Except(onDuty, StringComparer.Ordinal).ToList();
        var captain = new Actor("captain", Role.Captain, Scope.Street("xiashi"));
        await DoAsync(team, new AskLeave(now.AddDays(2).AddHours(5.5), null, onDuty[0]), captain, now);
        await DoAsync(team, new OverrideDuty(free[0], now.AddHours(5.5), null, onDuty[1]), captain, now);
        var mine = new Actor(onDuty[2], Role.Officer, Scope.Street("xiashi"));
        var asked = await DoAsync(team, new AskSwap(free[1], new DutySpan(now.AddHours(1), now.AddHours(5.5))), mine, now);
        await DoAsync(team, new AnswerSwap(asked.Swaps[^1].Id, true), new Actor(free[1], Role.Officer, Scope.Street("xiashi")), now);
    }

    private static async Task<RosterView> DoAsync(ITeamGrain team, RosterCommand command, Actor by, DateTimeOffset now)
    {
        var answer = await team.Change(new RosterChange(command, by, now));
        Assert.True(answer.Refusal is null, $"{command} was refused: {answer.Refusal}");
        return answer.View!;
    }

    private static PlannedDuty Duty(string name, int from, int to, int turn, IReadOnlyList<IReadOnlyList<string>> crews) => new()
    {
        Name = name,
        FromMinute = from,
        ToMinute = to,
        TurnDays = turn,
        Crews = crews,
        First = new DateOnly(2026, 1, 5),
    };
}
