using Dispatch.Contracts;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>The teams of a fake city.</summary>
internal static class FakeTeams
{
    public static void AddTeams(this FakeCity city, FakeGrains grains)
    {
        grains.Add<ITeamGrain>(key => new FakeTeam(city, key));
        grains.Add<IHandOverGrain>(key => new FakeHandOver(city, key));
        grains.Add<IAssignmentGrain>(_ => new FakeStanding());
        grains.Add<IOfficerGrain>(key => new FakeOfficer(city, key["officer:".Length..]));
    }
}

/// <summary>A team with one officer on duty; remembers changes, or refuses them as the city says.</summary>
internal sealed class FakeTeam(FakeCity city, string key) : ITeamGrain
{
    public static RosterView View(string scope, DateTimeOffset from, DateTimeOffset to) => new()
    {
        Scope = Scope.TryParse(scope, out var team) ? team : default,
        TimeZone = "Asia/Shanghai",
        From = from,
        To = to,
        Members = [new RosterMember("officer-in", "officer-in", Role.Officer, [])],
        Planned = [new PlannedDuty { Id = "d1", Name = "Day", Crews = [["officer-in"]], FromMinute = 510, ToMinute = 1_050, First = new DateOnly(2026, 3, 1) }],
        Overrides = [],
        Swaps = [],
        Leave = [],
        Duty = [],
        Gaps = [],
        Version = 1,
    };

    public Task<IReadOnlyList<OnDuty>> OnDutyAt(DateTimeOffset at) => Task.FromResult<IReadOnlyList<OnDuty>>(
        [new OnDuty { UserName = "officer-in", Role = Role.Officer, Line = 1, From = at, Until = at.AddHours(1), ShiftId = "d1" }]);

    public Task<IReadOnlyList<OnDuty>> OnDutyBetween(DateTimeOffset from, DateTimeOffset to) => OnDutyAt(from);

    public Task Tell(DateTimeOffset now) => throw new NotSupportedException();

    public Task<bool> HasRoster() => Task.FromResult(true);

    public Task<IReadOnlyList<string>> Kept() => Task.FromResult<IReadOnlyList<string>>(["officer-in"]);

    public Task<RosterView?> Roster(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now) => Task.FromResult<RosterView?>(View(key, from, to));

    public Task<TeamAnswer> Change(RosterChange change)
    {
        if (city.Refusal is { } refusal)
        {
            return Task.FromResult(new TeamAnswer(null, refusal));
        }

        city.Stored.Enqueue(change);
        return Task.FromResult(new TeamAnswer(View(key, change.At, change.At.AddDays(7))));
    }

    public Task<TeamAnswer> Preview(RosterChange change) => Task.FromResult(city.Refusal is { } refusal
        ? new TeamAnswer(null, refusal)
        : new TeamAnswer(View(key, change.At, change.At.AddDays(14))));

    public Task Seed(IReadOnlyList<PlannedDuty> duties) => throw new NotSupportedException();
}

/// <summary>An officer who stands as they last said.</summary>
internal sealed class FakeOfficer(FakeCity city, string userName) : IOfficerGrain
{
    public Task<PresenceAnswer> Seen(PresenceSign sign) => Store(sign, PresenceKind.SignedIn, sign.Position);

    public Task<PresenceAnswer> SetPresence(PresenceKind kind, PresenceSign sign) => Store((kind, sign), kind, sign.Position);

    public Task<PresenceAnswer> SignOff(Actor by, DateTimeOffset at) => Store(by, PresenceKind.SignedOff, null);

    public Task<Presence> Presence(DateTimeOffset at) => Task.FromResult(Of(PresenceKind.OnTheMove, new OfficerPosition(30.5, 120.6)));

    public Task DidNotAnswer(DateTimeOffset askedAt) => Task.CompletedTask;

    private Task<PresenceAnswer> Store(object said, PresenceKind kind, OfficerPosition? position)
    {
        city.Stored.Enqueue(said);
        return Task.FromResult(new PresenceAnswer(Of(kind, position)));
    }

    private Presence Of(PresenceKind kind, OfficerPosition? position) => new() { UserName = userName, Kind = kind, Position = position };
}

/// <summary>A hand-over that remembers what was done about it, or refuses it as the city says.</summary>
internal sealed class FakeHandOver(FakeCity city, string key) : IHandOverGrain
{
    public Task<HandOverAnswer> Sheet(HandOverAct act) => Answer(act, null, store: false);

    public Task<HandOverAnswer> Write(HandOverAct act, string note) => Answer(act, note, store: true);

    public Task<HandOverAnswer> Sign(HandOverAct act) => Answer(act, null, store: true);

    public Task<IReadOnlyList<HandOverShift>> Late(DateTimeOffset at) => Task.FromResult<IReadOnlyList<HandOverShift>>(
        [new HandOverShift { From = at.AddHours(-9), To = at.AddHours(-1), State = HandOverState.Written, Late = true }]);

    private Task<HandOverAnswer> Answer(HandOverAct act, string? note, bool store)
    {
        if (city.Refusal is { } refusal)
        {
            return Task.FromResult(new HandOverAnswer(null, refusal));
        }

        if (store)
        {
            city.Stored.Enqueue(act);
        }

        var shift = new HandOverShift { From = act.Shift ?? act.At, To = act.At.AddHours(1), State = HandOverState.Open };
        return Task.FromResult(new HandOverAnswer(new HandOverView
        {
            Scope = Scope.TryParse(key, out var team) ? team : default,
            Shift = shift,
            Outgoing = ["officer-in"],
            Incoming = [],
            Sheet = new HandOverSheet
            {
                AsOf = act.At,
                Opened = 0,
                Ended = 0,
                Escalated = 0,
                Missed = 0,
                Changed = [],
                ChangedInAll = 0,
                Promises = [],
                PromisesInAll = 0,
                Alarms = [],
                AlarmsInAll = 0,
            },
            Note = note,
            NoSign = RefusalCode.HandOverTooEarly,
            Shifts = [shift],
        }));
    }
}

/// <summary>A street with one officer on duty, on the way to a case.</summary>
internal sealed class FakeStanding : IAssignmentGrain
{
    public Task<OfferRanking?> BestFor(OfferQuestion question) => throw new NotSupportedException();

    public Task<TeamAhead?> Ahead(DateTimeOffset from, DateTimeOffset until) => throw new NotSupportedException();

    public Task<IReadOnlyList<Presence>> Standing(DateTimeOffset at) => Task.FromResult<IReadOnlyList<Presence>>(
        [new Presence { UserName = "officer-in", Kind = PresenceKind.OnTheMove, CaseId = "c1", CaseNumber = "xiashi-2026-000001", Position = new OfficerPosition(30.5, 120.6) }]);
}
