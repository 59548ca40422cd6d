using System.Collections.Immutable;
using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Teams;

/// <summary>
/// Reads the first rosters of a territory's teams from <c>rosters.json</c> beside <c>territory.json</c>, if it is there. Whatever is
/// wrong with it is a <see cref="Fault"/>, all of them in one reading.
/// </summary>
public static class RosterFile
{
    /// <summary>The file, in the folder of the territory.</summary>
    public const string FileName = "rosters.json";

    private const int MaxNoteLength = 2_000;

    /// <summary>Reads the file of a folder; no teams where there is none.</summary>
    /// <param name="folder">The folder of the territory.</param>
    /// <param name="territory">Says who its people are.</param>
    /// <param name="calendar">Says which days are working days.</param>
    public static RosterLoad Load(string folder, Territory territory, WorkCalendar calendar)
    {
        var faults = new List<Fault>();
        if (!File.Exists(Path.Combine(folder, FileName)))
        {
            return new RosterLoad([], []);
        }

        using var document = CheckedJson.Open(folder, FileName, faults);
        return document is null
            ? new RosterLoad([], [.. faults])
            : Read(new CheckedJson(document.RootElement, $"{FileName}/", faults), territory, calendar);
    }

    private static RosterLoad Read(CheckedJson root, Territory territory, WorkCalendar calendar)
    {
        var teams = new List<TeamRoster>();
        if (root.IsObjectOf("note", "teams"))
        {
            _ = root.Has("note") ? root.Text("note", MaxNoteLength) : "";
            foreach (var (key, _) in root.Entries("teams"))
            {
                if (!Scope.TryParse(key, out var team) || !Membership.HasTeam(team, territory))
                {
                    root.Member("teams").Fault(key, "is no street or community of the territory");
                    continue;
                }

                teams.Add(ReadTeam(root.Member("teams"), team, territory, calendar));
            }
        }

        return root.Faults.Count > 0 ? new RosterLoad([], [.. root.Faults]) : new RosterLoad([.. teams], []);
    }

    private static TeamRoster ReadTeam(CheckedJson teams, Scope team, Territory territory, WorkCalendar calendar)
    {
        var before = teams.Faults.Count;
        var duties = teams.Items(team.ToString()).Select(json => ReadDuty(json, team, territory)).OfType<PlannedDuty>().ToImmutableArray();
        if (teams.Faults.Count == before && Doubled(duties, territory.StreetOf(team)!.Zone, calendar) is { } doubled)
        {
            teams.Fault(team.ToString(), doubled);
        }

        return new TeamRoster(team, duties);
    }

    private static PlannedDuty? ReadDuty(CheckedJson json, Scope team, Territory territory)
    {
        if (!json.IsObjectOf("name", "line", "crews", "hours", "days", "first", "last", "turnDays", "least"))
        {
            return null;
        }

        var before = json.Faults.Count;
        var (from, to) = Hours(json);
        var duty = new PlannedDuty
        {
            Name = json.Text("name", Text.MaxLength),
            Line = Number(json, "line", 2),
            Crews = [.. json.Items("crews").Select(crew => Crew(crew, team, territory))],
            FromMinute = from,
            ToMinute = to,
            Days = Days(json),
            First = Day(json, "first"),
            Last = json.Has("last") ? Day(json, "last") : null,
            TurnDays = Number(json, "turnDays", 366),
            Least = Number(json, "least", 60),
        };
        if (json.Faults.Count == before && PlanRules.Malformed(duty) is { } malformed)
        {
            json.Fault(malformed.Reason);
        }

        return duty;
    }

    private static List<string> Crew(CheckedJson crew, Scope team, Territory territory)
    {
        var names = new List<string>();
        foreach (var name in crew.Texts(Text.MaxLength))
        {
            if (territory.People.FirstOrDefault(person => person.UserName == name) is not { } person)
            {
                crew.Fault($"unknown person \"{name}\"");
            }
            else if (!Membership.Belongs(person.Role, person.Area, team, territory))
            {
                crew.Fault($"\"{name}\" does not belong to {team}");
            }

            names.Add(name);
        }

        return names;
    }

    private static (int From, int To) Hours(CheckedJson json)
    {
        var text = json.Text("hours", Text.MaxLength);
        if (text.Split('-') is [var from, var to] && Minute(from) is { } first && Minute(to) is { } last)
        {
            return (first, last);
        }

        if (text.Length > 0)
        {
            json.Fault("hours", $"must be hours such as \"08:30-17:30\", not \"{text}\"");
        }

        return (0, 0);
    }

    private static int? Minute(string text) =>
        TimeSpan.TryParseExact(text, "hh\\:mm", CultureInfo.InvariantCulture, out var time) ? (int)time.TotalMinutes : null;

    private static DutyDays Days(CheckedJson json)
    {
        var text = json.Has("days") ? json.Text("days", Text.MaxLength) : "everyDay";
        switch (text)
        {
            case "everyDay":
                return DutyDays.EveryDay;
            case "workingDays":
                return DutyDays.WorkingDays;
            case "daysOff":
                return DutyDays.DaysOff;
            default:
                json.Fault("days", $"must be \"everyDay\", \"workingDays\" or \"daysOff\", not \"{text}\"");
                return default;
        }
    }

    private static DateOnly Day(CheckedJson json, string member)
    {
        var text = json.Text(member, Text.MaxLength);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && text.Length > 0)
        {
            json.Fault(member, $"must be a day such as \"2026-01-05\", not \"{text}\"");
        }

        return day;
    }

    private static int Number(CheckedJson json, string member, int most) => json.Has(member) ? (int)json.Number(member, 1, most) : 1;

    private static string? Doubled(ImmutableArray<PlannedDuty> duties, TimeZoneInfo zone, WorkCalendar calendar)
    {
        if (duties.IsEmpty)
        {
            return null;
        }

        var days = new DutyCalendar(zone, calendar);
        var from = days.At(duties.Max(duty => duty.First), 0);
        var plan = new DutyPlan(new Roster { Planned = duties }, days);
        return plan.Doubled(duties.SelectMany(duty => duty.Crews).SelectMany(crew => crew), from, from + RosterStep.Furthest) is { } doubled
            ? $"\"{doubled.UserName}\" has two duties at {TimeZoneInfo.ConvertTime(doubled.At, zone):yyyy-MM-dd HH:mm}"
            : null;
    }
}

/// <summary>The first roster of a team.</summary>
/// <param name="Team">The street or community.</param>
/// <param name="Duties">What is planned.</param>
public sealed record TeamRoster(Scope Team, ImmutableArray<PlannedDuty> Duties);

/// <summary>What <see cref="RosterFile.Load"/> found: rosters, or at least one fault.</summary>
/// <param name="Teams">The teams; none when there are faults.</param>
/// <param name="Faults">Every fault, in the order of the file.</param>
public sealed record RosterLoad(ImmutableArray<TeamRoster> Teams, ImmutableArray<Fault> Faults);
