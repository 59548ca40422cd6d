using System.Collections.Concurrent;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Users;
using Dispatch.Hub.Access;
using Dispatch.Hub.Tests.Decoration;
using Dispatch.Hub.Tests.Decoration.Catalogue;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>
/// Two streets with a community and a grid each, one case in the first, and users in and out of it. The case checks areas and
/// remembers commands; what a command does is the engine's business and not of these tests.
/// </summary>
public sealed partial class FakeCity : ICityClock
{
    public const string CaseId = "case-1";

    public const string Reporter = "citizen-in";

    /// <summary>The part of the department whose staff are inside.</summary>
    public static AssistView Fire { get; } = new()
    {
        Department = "fire",
        CalledAt = new(2026, 3, 2, 0, 10, 0, TimeSpan.Zero),
        By = "communityStaff-in",
        Ground = WhistleGround.Emergency,
        Reason = "The exit is built up.",
        Misses = 0,
        State = AssistState.Called,
    };

    public static byte[] Secret { get; } = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public FakeCity()
    {
        var (client, grains) = FakeGrains.Create();
        Grains = client;
        grains.Add<ICaseGrain>(key => new FakeCase(this, key["case:".Length..]));
        grains.Add<IGridGrain>(key => new FakeGrid(this, key["grid:".Length..]));
        grains.Add<ICommunityGrain>(key => new FakeCommunity(this, key["community:".Length..]));
        grains.Add<IUserDirectoryGrain>(_ => new FakeUsers(this));
        grains.Add<IPlaceGrain>(_ => new FakePlaces());
        grains.Add<ICityQueryGrain>(_ => new FakeQueries(this));
        grains.Add<IEvidenceGrain>(_ => Evidence);
        grains.Add<IExternalSourceGrain>(_ => new FakeSources());
        grains.Add<IFigureGrain>(_ => new FakeFigures(this));
        grains.Add<IPolicyGrain>(_ => Policies);
        grains.Add<IDryRunGrain>(_ => Policies);
        grains.Add<ICatalogueGrain>(_ => new FakeCatalogue());
        grains.Add<IForecastGrain>(_ => Forecasts);
        grains.Add<IMorningGrain>(_ => Mornings);
        grains.Add<IOutageGrain>(key => new FakeOutages(this, key["street:".Length..]));
        grains.Add<ILookersGrain>(_ => new FakeLookers(this));
        grains.Add<ISurgeGrain>(key => new FakeSurges(this, key["surges:".Length..]));
        this.AddTeams(grains);
        grains.Add<INoticeRingGrain>(_ => new FakeNoticeRing());
        grains.AddDossiers();
        grains.Add<INoticeDeskGrain>(_ => new FakeNoticeDesk(this));
        grains.Add<IPersonNoticesGrain>(_ => new FakePersonNotices(this));
        grains.Add<IStreetFeedGrain>(key => new FakeFeed(this, key));
        Cases[CaseId] = View(CaseId) with { Contact = "138 0000 0000", ReportedBy = Reporter, OfficerIds = ["officer-in", "officer-second"], Assists = [Fire] };
        foreach (var role in Enum.GetValues<Role>())
        {
            Add($"{role.OnWire()}-in", role, AreaOf(role, "xiashi", "xishan", "xishan-01"));
            Add($"{role.OnWire()}-out", role, AreaOf(role, "haichang", "nanmen", "nanmen-01"));
        }
    }

    public IClusterClient Grains { get; }

    public FakeEvidence Evidence { get; } = new();

    public FakeForecasts Forecasts { get; } = new();

    public FakeMornings Mornings { get; } = new();

    public ConcurrentDictionary<string, CaseView> Cases { get; } = [];

    public ConcurrentDictionary<string, UserRecord> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything that reached a case, grid or community to be stored.</summary>
    public ConcurrentQueue<object> Stored { get; } = [];

    public ConcurrentDictionary<(string Case, string Actor, string Key), (string BodyHash, CommandAnswer Answer)> Answered { get; } = [];

    public CaseQuery? LastQuery { get; set; }

    public Sighting? LastSimilar { get; set; }

    /// <summary>What people were told of, where a test says so.</summary>
    public ConcurrentDictionary<string, OwnNotices> Told { get; } = [];

    /// <summary>What the street has adopted.</summary>
    public FakePolicies Policies { get; } = new();

    /// <summary>The figures or cases behind them that were asked for last.</summary>
    public FigureCaseQuery? LastFigures { get; set; }

    /// <summary>The one row of every figures.</summary>
    public FigureRow FigureRow { get; set; } = Figures.FigureRows.Of("xishan", new Text("西山社区", "Xishan Community"), opened: 3, closed: 2);

    /// <summary>Who has any case open in other hub processes.</summary>
    public IReadOnlyList<Looker> LookersElsewhere { get; set; } = [];

    /// <summary>Thrown by commands, and to hubs that say who looks, instead of an answer.</summary>
    public Exception? Outage { get; set; }

    /// <summary>Answered to every command instead of carrying it out.</summary>
    public Refusal? Refusal { get; set; }

    public DateTimeOffset Now { get; } = new(2026, 3, 2, 0, 30, 0, TimeSpan.Zero);

    public CityTime Time => new(Now.ToOffset(TimeSpan.FromHours(8)), 60, "Asia/Shanghai");

    public static CaseView View(string id) => new()
    {
        Id = id,
        Number = "xiashi-2026-000001",
        Type = "DEC-03",
        Title = "外立面",
        StreetId = "xiashi",
        CommunityId = "xishan",
        GridId = "xishan-01",
        Level = CaseLevel.Grid,
        Status = CaseStatus.AtGrid,
        Priority = Priority.Normal,
        Responsible = Scope.Grid("xishan-01"),
        OfficerIds = [],
        Clocks = [],
        OpenedAt = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero),
        Version = 1,
        Place = new CasePlace { StreetId = "xiashi", CommunityId = "xishan", GridId = "xishan-01" },
        PossibleDuplicates = [],
    };

    public void Add(string userName, Role role, Scope? area) => Users[userName] = new UserRecord
    {
        UserName = userName,
        DisplayName = userName,
        Role = role,
        Area = area,
        Stamp = "1",
        Demo = true,
    };

    private static Scope? AreaOf(Role role, string street, string community, string grid) => role switch
    {
        Role.Citizen or Role.Administrator or Role.System => null,
        Role.GridWorker => Scope.Grid(grid),
        Role.DepartmentStaff => Scope.Department(street == "xiashi" ? Fire.Department : "gas"),
        Role.PropertyManager or Role.CommunityStaff => Scope.Community(community),
        _ => Scope.Street(street),
    };

    private sealed class FakeGrid(FakeCity city, string id) : IGridGrain
    {
        public Task<IReadOnlyList<string>> Place(Sighting sighting) => Task.FromResult<IReadOnlyList<string>>([CaseId]);

        public Task<IReadOnlyList<string>> Similar(Sighting sighting)
        {
            city.LastSimilar = sighting;
            return Task.FromResult<IReadOnlyList<string>>(["on-its-way", .. city.Cases.Keys.Order(StringComparer.Ordinal)]);
        }

        public Task Open(DateTimeOffset now) => Task.CompletedTask;

        public Task<bool> IsStaffed(DateTimeOffset at) => Task.FromResult(true);

        public Task<IReadOnlyList<StaffingException>> StaffingExceptions() => Task.FromResult<IReadOnlyList<StaffingException>>([]);

        public async Task<GridAnswer> SetStaffing(StaffingChange change) => new(await StoreAsync(change));

        public async Task<GridAnswer> RecordPatrol(PatrolRecord patrol) => new(await StoreAsync(patrol));

        public Task<FiringOutcome> OnDeadline(DeadlineFiring firing) => throw new NotSupportedException();

        public Task<GridView?> View(DateTimeOffset now) => Task.FromResult(id is "xishan-01" or "nanmen-01"
            ? new GridView
            {
                Id = id,
                Name = new Text("西山一", "Xishan 1"),
                CommunityId = id is "xishan-01" ? "xishan" : "nanmen",
                StreetId = id is "xishan-01" ? "xiashi" : "haichang",
                Staffed = true,
                OpenCases = 1,
                NextDue = [],
                Clocks = [],
                Version = 1,
            }
            : null);

        private Task<GridView?> StoreAsync(object change)
        {
            city.Stored.Enqueue(change);
            return View(default);
        }
    }

    private sealed class FakeCommunity(FakeCity city, string id) : ICommunityGrain
    {
        public Task Open(DateTimeOffset now) => Task.CompletedTask;

        public Task<bool> IsStaffed(DateTimeOffset at) => Task.FromResult(true);

        public Task<IReadOnlyList<StaffingException>> StaffingExceptions() => Task.FromResult<IReadOnlyList<StaffingException>>([]);

        public async Task<CommunityAnswer> SetStaffing(StaffingChange change) => new(await StoreAsync(change));

        public async Task<CommunityAnswer> ConsoleSeen(Actor by, DateTimeOffset at) => new(await StoreAsync(by));

        public Task<FiringOutcome> OnDeadline(DeadlineFiring firing) => throw new NotSupportedException();

        public Task<CommunityView?> View(DateTimeOffset now) => Task.FromResult(id is "xishan" or "nanmen"
            ? new CommunityView
            {
                Id = id,
                Name = new Text("西山", "Xishan"),
                Kind = "community",
                StreetId = id is "xishan" ? "xiashi" : "haichang",
                GridIds = ["xishan-01"],
                Staffed = true,
                OpenCases = 1,
                ToAcknowledge = 0,
                WhistlesToday = 0,
                NextDue = [],
                Clocks = [],
                Version = 1,
            }
            : null);

        private Task<CommunityView?> StoreAsync(object change)
        {
            city.Stored.Enqueue(change);
            return View(default);
        }
    }

    private sealed class FakeUsers(FakeCity city) : IUserDirectoryGrain
    {
        public Task<UserRecord?> Find(string userName) => Task.FromResult(city.Users.GetValueOrDefault(userName));

        public Task<IReadOnlyList<UserRecord>> List() => Task.FromResult<IReadOnlyList<UserRecord>>([.. city.Users.Values.OrderBy(user => user.UserName)]);

        public async Task<IReadOnlyList<StaffMember>> Handling(Scope scope) =>
            [.. (await List()).Where(user => user.Area == scope).Select(user => new StaffMember(user.UserName, user.DisplayName, user.Role, scope))];

        public Task Save(UserRecord user)
        {
            city.Users[user.UserName] = user;
            return Task.CompletedTask;
        }

        public Task<byte[]> SigningKey() => Task.FromResult(Secret);

        public Task<string> CaseIdFor(string actorId, string key) => Task.FromResult(CaseIds.Derive(Secret, actorId, key));
    }

    private sealed class FakeQueries(FakeCity city) : ICityQueryGrain
    {
        public Task<CasePage> Cases(CaseQuery query)
        {
            city.LastQuery = query;
            return Task.FromResult(new CasePage([.. city.Cases.Values], null));
        }

        public Task<IReadOnlyList<HistoryEntry>?> History(string ownerId, long afterSeq, int limit) =>
            Task.FromResult<IReadOnlyList<HistoryEntry>?>([.. Enumerable.Range(1, 3).Select(seq => new HistoryEntry
            {
                Seq = seq,
                Event = "Reported",
                At = city.Now,
                Actor = Reporter,
                Data = $$$"""{"type":"DEC-03","contact":"138 0000 0000","by":"{{{Reporter}}}","seen":["{{{Reporter}}}"],"inner":{"reportedBy":"{{{Reporter}}}"}}""",
            }).Where(entry => entry.Seq > afterSeq).Take(limit)]);

        public Task<CaseLedger?> Ledger(string caseId, DateTimeOffset now) => Task.FromResult<CaseLedger?>(new CaseLedger([new ClockLedger
        {
            Name = "acknowledge",
            Generation = 2,
            State = ClockState.Paused,
            Calendar = "office",
            Budget = "30 min",
            BudgetMs = 1_800_000,
            SpentMs = 60_000,
            StartedAt = now.AddMinutes(-5),
            Provisional = false,
            Spans = [new LedgerSpan(now.AddMinutes(-5), now, SpanKind.Running, null), new LedgerSpan(now, null, SpanKind.Paused, "Owner abroad.")],
            Extensions = [new LedgerExtension(now, "2 wd", "Parts are missing.")],
            Marks = [new LedgerMark(100, null, null)],
        }]));

        public async Task<FeedSnapshot?> BoardAt(string streetId, DateTimeOffset at) =>
            at < city.Now.AddDays(-30) ? null : await new FakeFeed(city, streetId).Snapshot();

        public Task<DeadlineReport> Deadlines(DateTimeOffset now) =>
            Task.FromResult(new DeadlineReport(0, 0, new Lateness(0, 0, 0), null, new OpenCases(1, 0, 0, 0, 0)));

        public Task<AnswerLinks?> Links(string caseId) => Task.FromResult<AnswerLinks?>(new AnswerLinks(false, [new AnswerLink
        {
            Clock = "grid", Asked = Scope.Grid("xishan-01"), AskedAt = city.Now, Outcome = LinkOutcome.InTime, By = Reporter, AnsweredAt = city.Now, TookMs = 0, SpentMs = 0, Limit = "30 min", LimitMs = 1_800_000,
        }]));

        public Task<string> Catalogue(Scope? area, DateTimeOffset at) => Task.FromResult("""{"types":[]}""");

        public Task<CalendarSpans?> WorkingSpans(string calendarId, DateTimeOffset from, DateTimeOffset to) =>
            Task.FromResult(calendarId == "office" ? new CalendarSpans("office", "Asia/Shanghai", 27_000_000, [], false) : null);
    }

    private sealed class FakeFigures(FakeCity city) : IFigureGrain
    {
        public Task<FigureComparison?> Compare(FigureQuery query, string adoptionId)
        {
            city.LastFigures = new FigureCaseQuery { Figures = query, Measure = Measure.Opened, Limit = 50 };
            var total = new FigureTotal(city.FigureRow.Counts, city.FigureRow.Rates);
            return Task.FromResult(adoptionId != city.Policies.Act.Id ? null : new FigureComparison
            {
                Adoption = city.Policies.Act,
                Scope = query.Scope,
                From = query.From,
                To = query.To,
                AsOf = query.AsOf,
                Pilot = total,
                Rest = total,
                Comparable = false,
            });
        }

        public Task<FigureAnswer> Count(FigureQuery query)
        {
            city.LastFigures = new FigureCaseQuery { Figures = query, Measure = Measure.Opened, Limit = 50 };
            var row = city.FigureRow;
            return Task.FromResult(new FigureAnswer(
                query.Scope, query.From, query.To, query.AsOf, query.By, [row], new FigureTotal(row.Counts, row.Rates)));
        }

        public Task<FigureCasePage> Cases(FigureCaseQuery query)
        {
            city.LastFigures = query;
            return Task.FromResult(new FigureCasePage([], null));
        }
    }

    private sealed class FakeLookers(FakeCity city) : ILookersGrain
    {
        public Task<IReadOnlyList<Looker>> Say(string hub, IReadOnlyList<Looker> looking) => city.Outage is { } outage
            ? Task.FromException<IReadOnlyList<Looker>>(outage)
            : Task.FromResult(city.LookersElsewhere);
    }

    private sealed class FakeFeed(FakeCity city, string streetId) : IStreetFeedGrain
    {
        public Task Committed(FeedBatch batch) => throw new NotSupportedException();

        public Task<FeedBatch?> Follow(IFeedFollower follower, FeedPosition position) =>
            Task.FromResult<FeedBatch?>(new FeedBatch(streetId, "epoch", 7, 7, []));

        public Task Unfollow(IFeedFollower follower) => Task.CompletedTask;

        public Task<FeedSnapshot> Snapshot() => Task.FromResult(new FeedSnapshot(streetId, "epoch", 7, [.. city.Cases.Values
            .Where(view => view.StreetId == streetId)
            .Select(view => new CaseRow
            {
                Id = view.Id,
                Number = view.Number,
                Type = view.Type,
                Title = view.Title,
                CommunityId = view.CommunityId,
                GridId = view.GridId,
                Level = view.Level,
                Status = view.Status,
                Priority = view.Priority,
                Responsible = view.Responsible,
                OfficerIds = view.OfficerIds,
                Clocks = view.Clocks,
                OpenedAt = view.OpenedAt,
                Version = view.Version,
            })]));
    }
}
