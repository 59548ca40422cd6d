using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Teams;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Teams;

/// <summary>The roster of the sample street, changed by its rules. Instants are local readings in the zone of the calendar.</summary>
internal sealed class TeamWorld(WorkCalendar? calendar = null, Scope? team = null)
{
    public static readonly Scope Street = Scope.Street("xiashi");
    private readonly WorkCalendar _calendar = calendar ?? Sample.Xiashi.StreetCalendar;
    private readonly Scope _team = team ?? Street;

    public Roster Roster { get; private set; } = new();

    public DutyCalendar Calendar => new(_calendar.Zone, _calendar);

    public DutyPlan Plan => new(Roster, Calendar);

    public static Actor Captain { get; } = As("captain");

    public static Actor As(string userName)
    {
        var person = Sample.Territory.People.Single(one => one.UserName == userName);
        return new Actor(userName, person.Role, person.Area);
    }

    public static IReadOnlyDictionary<string, UserRecord> Users { get; } = Sample.Territory.People
        .Select(person => new UserRecord { UserName = person.UserName, DisplayName = person.Name.En, Role = person.Role, Area = person.Area, Stamp = "1" })
        .Append(new UserRecord { UserName = "officer-gone", DisplayName = "Gone", Role = Role.Officer, Area = Street, Stamp = "1", Enabled = false })
        .Append(new UserRecord { UserName = "officer-next", DisplayName = "Next", Role = Role.Officer, Area = Scope.Street("next"), Stamp = "1" })
        .ToDictionary(user => user.UserName);

    public DateTimeOffset At(string local)
    {
        var reading = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(reading, _calendar.Zone.GetUtcOffset(reading)).ToUniversalTime();
    }

    public DutySpan Span(string from, string to) => new(At(from), At(to));

    /// <summary>A duty every day of the year's working days, by one crew: <c>shift("08:30-17:30", "officer-1 officer-2")</c>.</summary>
    public static PlannedDuty Duty(string hours, params string[] crews) => new()
    {
        Name = "Duty",
        Crews = [.. crews.Select(crew => crew.Split(' '))],
        FromMinute = Minute(hours[..5]),
        ToMinute = Minute(hours[6..]),
        First = new DateOnly(2026, 9, 1),
    };

    public TeamWorld Do(string at, Actor by, RosterCommand command)
    {
        var verdict = Decide(at, by, command);
        Assert.Null(verdict.Refusal);
        Roster = verdict.Roster!;
        return this;
    }

    public RefusalCode Refused(string at, Actor by, RosterCommand command)
    {
        var before = Roster;
        var refusal = Decide(at, by, command).Refusal;
        Assert.NotNull(refusal);
        Assert.NotEmpty(refusal.Reason);
        Assert.Same(before, Roster);
        return refusal.Code;
    }

    /// <summary>Who is on duty: <c>officer-1 officer-2 | captain</c>, first line and second.</summary>
    public string OnDuty(string at)
    {
        var duty = Plan.At(At(at));
        Assert.Equal(duty.Count, duty.Select(one => one.UserName).Distinct().Count());
        Assert.All(duty, one => Assert.True(one.From <= At(at) && At(at) < one.Until));
        var second = string.Join(' ', duty.Where(one => one.Line == 2).Select(one => one.UserName));
        return string.Join(' ', duty.Where(one => one.Line == 1).Select(one => one.UserName)) + (second.Length > 0 ? $" | {second}" : "");
    }

    /// <summary>Gaps as lines: <c>09-07 08:30 to 09-07 17:30 lacks 1</c>.</summary>
    public IReadOnlyList<string> Gaps(string from, string to) =>
        [.. Plan.Gaps(At(from), At(to)).Select(gap => $"{Local(gap.From)} to {Local(gap.To)} lacks {gap.Missing}")];

    private string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _calendar.Zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    private RosterVerdict Decide(string at, Actor by, RosterCommand command) =>
        RosterDecider.Decide(Roster, new RosterChange(command, by, At(at)), _team, Sample.Territory, Calendar, Users);

    private static int Minute(string time) => (int)TimeSpan.Parse(time, CultureInfo.InvariantCulture).TotalMinutes;
}
