using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>Commits as a case grain would make them, small enough to read in a test.</summary>
public static class Commits
{
    public static readonly DateTimeOffset Start = new(2026, 3, 6, 8, 30, 0, TimeSpan.Zero);

    public static Commit Report(string id, string street = "xiashi", DateTimeOffset? at = null, CommandMark? command = null) => new()
    {
        Owner = Scope.Case(id),
        ExpectedVersion = 0,
        Snapshot = $$"""{"id":"{{id}}","version":1}""",
        Columns = Columns(street, at ?? Start),
        Events = [Event("Reported", at ?? Start), Event("ClockStarted", at ?? Start)],
        Deadlines = [new Deadline("acknowledge", 1, 50, (at ?? Start).AddMinutes(15))],
        Feed = [new FeedChange(street, Row(id, 1), false)],
        Command = command,
        NumberYear = 2026,
    };

    public static Commit Next(Commit before, string? number, DateTimeOffset? at = null) => before with
    {
        ExpectedVersion = before.ExpectedVersion + 1,
        Snapshot = $$"""{"id":"{{before.Owner.Id}}","version":{{before.ExpectedVersion + 2}}}""",
        Events = [Event("Acknowledged", at ?? Start.AddMinutes(5)), Event("ClockStopped", at ?? Start.AddMinutes(5))],
        Deadlines = [new Deadline("pre-control", 1, 100, (at ?? Start).AddHours(4))],
        Feed = [.. before.Feed.Select(change => change with { Row = Row(before.Owner.Id, before.ExpectedVersion + 2) })],
        Command = null,
        NumberYear = null,
        Number = number,
    };

    public static Commit Close(Commit before, string? number, DateTimeOffset? at = null)
    {
        var next = Next(before, number, at);
        return next with
        {
            Columns = next.Columns with { Open = false, Status = CaseStatus.Closed, Footing = Footing.None },
            Deadlines = [],
            Feed = [.. next.Feed.Select(change => change with { Gone = true })],
        };
    }

    public static EventRecord Event(string name, DateTimeOffset at, string data = "{}") => new(name, at, null, "g.li", data);

    public static CommandMark Mark(string key = "key-1", string hash = "hash-1") => new("g.li", key, hash);

    public static OwnerColumns Columns(string street, DateTimeOffset openedAt) => new()
    {
        StreetId = street,
        CommunityId = "xishan",
        GridId = "xishan-03",
        Type = "DEC-03",
        Status = CaseStatus.AwaitingCommunity,
        Level = CaseLevel.Community,
        OpenedAt = openedAt,
        Open = true,
        Footing = Footing.Clocked,
        ReportedBy = "g.li",
        SearchText = "bay window at 7-2-2001",
    };

    public static CaseRow Row(string id, long version) => new()
    {
        Id = id,
        Number = "",
        Type = "DEC-03",
        Title = "外立面",
        CommunityId = "xishan",
        GridId = "xishan-03",
        Level = CaseLevel.Community,
        Status = CaseStatus.AwaitingCommunity,
        Priority = Priority.Normal,
        Responsible = Scope.Community("xishan"),
        OfficerIds = [],
        Clocks = [],
        OpenedAt = Start,
        Version = version,
    };
}
