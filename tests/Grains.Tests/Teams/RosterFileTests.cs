using System.Globalization;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Teams;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Teams;

public sealed class RosterFileTests : IDisposable
{
    private const string Sound = """{ "name": "Day", "crews": [["officer-1"]], "hours": "08:30-17:30", "first": "2026-01-05" }""";

    private static readonly WorkCalendar Calendar = Sample.Xiashi.StreetCalendar;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rosters");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("2026-03-10 09:00", "officer-1 officer-2 officer-3 officer-4 captain")]
    [InlineData("2026-03-10 22:00", "officer-3 officer-4 captain")]
    [InlineData("2026-03-17 04:00", "officer-1 officer-2 captain")]
    [InlineData("2026-03-14 10:00", "officer-1 officer-2 captain")]
    [InlineData("2026-10-01 10:00", "officer-3 officer-4 captain")]
    public void In_the_sample_street_all_are_on_duty_by_day_and_a_pair_by_night_and_on_days_off(string at, string there)
    {
        var plan = PlanOf("street:xiashi");

        Assert.Equal(there, string.Join(' ', plan.At(Calendar.Zone.At(at)).Select(one => one.UserName)));
    }

    [Fact]
    public void The_sample_promises_no_gap_in_its_first_year()
    {
        foreach (var team in Load().Teams)
        {
            Assert.Empty(PlanOf(team.Team.ToString()).Gaps(Calendar.Zone.At("2026-01-06 00:00"), Calendar.Zone.At("2027-01-01 00:00")));
        }
    }

    [Fact]
    public void Every_community_where_people_work_has_its_staff_on_duty_by_day()
    {
        var communities = Sample.Territory.Communities.Where(community => !community.IsUnlocated).Select(community => community.Id).ToList();

        Assert.Equal(9, communities.Count);
        Assert.All(communities, id => Assert.Equal($"community-{id}", Assert.Single(PlanOf($"community:{id}").At(Calendar.Zone.At("2026-03-10 09:00"))).UserName));
    }

    [Fact]
    public void A_folder_without_the_file_has_no_rosters()
    {
        var load = RosterFile.Load(_folder.FullName, Sample.Territory, Calendar);

        Assert.Empty(load.Teams);
        Assert.Empty(load.Faults);
    }

    [Theory]
    [InlineData("street:elsewhere", Sound, "teams.street:elsewhere: is no street or community of the territory")]
    [InlineData("street:xiashi", """{ "name": "Day", "crews": [["nobody"]], "hours": "08:30-17:30", "first": "2026-01-05" }""", "teams.street:xiashi[0].crews[0]: unknown person \"nobody\"")]
    [InlineData("community:xishan", Sound, "teams.community:xishan[0].crews[0]: \"officer-1\" does not belong to community:xishan")]
    [InlineData("street:xiashi", """{ "name": "Day", "crews": [["officer-1"]], "hours": "8-17", "first": "5 Jan" }""", "teams.street:xiashi[0].hours: must be hours such as \"08:30-17:30\", not \"8-17\"")]
    [InlineData("street:xiashi", """{ "name": "Day", "crews": [["officer-1"]], "hours": "08:30-17:30", "first": "5 Jan" }""", "teams.street:xiashi[0].first: must be a day such as \"2026-01-05\", not \"5 Jan\"")]
    [InlineData("street:xiashi", """{ "name": "Day", "crews": [["officer-1"]], "hours": "08:30-17:30", "first": "2026-01-05", "days": "mon" }""", "teams.street:xiashi[0].days: must be \"everyDay\", \"workingDays\" or \"daysOff\", not \"mon\"")]
    [InlineData("street:xiashi", """{ "name": "Day", "crews": [["officer-1"]], "hours": "08:30-17:30", "first": "2026-01-05", "least": 2 }""", "teams.street:xiashi[0]: Promise at least one person, and no more than the smallest crew has.")]
    [InlineData("street:xiashi", """{ "name": "Day", "crews": [[7]], "hours": "08:30-17:30", "first": "2026-01-05" }""", "teams.street:xiashi[0].crews[0][0]: expected text, found a number")]
    [InlineData("street:xiashi", Sound + "," + Sound, "teams.street:xiashi: \"officer-1\" has two duties at 2026-01-05 08:30")]
    public void A_fault_is_told_by_its_path(string team, string duties, string fault)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, RosterFile.FileName), $$"""{ "teams": { "{{team}}": [ {{duties}} ] } }""");

        var load = RosterFile.Load(_folder.FullName, Sample.Territory, Calendar);

        Assert.Contains($"rosters.json/{fault}", load.Faults.Select(one => one.ToString()));
        Assert.Empty(load.Teams);
    }

    private static RosterLoad Load()
    {
        var load = RosterFile.Load(Repository.PathOf("samples", "xiashi", "territory"), Sample.Territory, Calendar);
        Assert.Empty(load.Faults);
        return load;
    }

    private static DutyPlan PlanOf(string team)
    {
        var duties = Load().Teams.Single(one => one.Team.ToString() == team).Duties;
        var roster = new Roster { Planned = [.. duties.Select((duty, index) => duty with { Id = $"d{index}" })] };
        return new DutyPlan(roster, new DutyCalendar(Calendar.Zone, Calendar));
    }
}

file static class ZoneReading
{
    public static DateTimeOffset At(this TimeZoneInfo zone, string local)
    {
        var reading = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(reading, zone.GetUtcOffset(reading)).ToUniversalTime();
    }
}
