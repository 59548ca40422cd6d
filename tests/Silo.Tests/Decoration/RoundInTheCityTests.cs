using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Silo.City;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Auditing;
using Dispatch.Silo.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Silo.Tests.Decoration;

/// <summary>Real grains on a real store: a filed flat is walked and visited, what is missed is swept and told, and the store is in order.</summary>
public sealed class RoundInTheCityTests : IAsyncDisposable
{
    private const int MostLooks = 1_000_000;
    private const string Estate = "huayu-qiantang";
    private static readonly Actor Community = new("community-xishan", Role.CommunityStaff, Scope.Community("xishan"));
    private static readonly Actor Manager = new("manager-huayu", Role.PropertyManager, Scope.Grid("xishan-03"));
    private static readonly Actor Officer = new("officer-1", Role.Officer, Scope.Street("xiashi"));
    private static readonly Actor Housing = new("department-housing", Role.DepartmentStaff, Scope.Department("housing"));
    private readonly EmbeddedCity _city = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_missed_round_is_told_and_walked_and_a_visit_leaves_the_inspections_with_their_filing()
    {
        var host = await _city.StartAsync(Stop, "--Clock:Start=2026-09-07T09:00:00+08:00", "--Clock:Speed=60");
        var clock = host.Services.GetRequiredService<ICityClock>();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var filing = grains.GetGrain<IFilingGrain>($"filing:{Estate}.7-2-2001");
        await DoneAsync(filing, clock, "f1", Community, new FileWorks
        {
            Works = ["finishes", "waterproofing"],
            Contractor = "Anju",
            From = new(2026, 9, 7),
            To = new(2026, 10, 9),
            WetOn = new(2026, 9, 8),
        });

        var round = grains.GetGrain<IRoundGrain>("round:r1");
        var desk = grains.GetGrain<IRoundDeskGrain>(0);
        Assert.Equal(Estate, Assert.Single((await desk.List(Scope.Community("xishan"), true, null, 50, clock.Now)).Unwalked).Id);
        var drawn = (RoundView)await DoneAsync(round, clock, "r1", Manager, new DrawRound { EstateId = Estate }, clock.Now.AddDays(-5));
        Assert.Equal("7-2-2001", Assert.Single(drawn.Items).UnitId);
        Assert.Empty((await desk.List(Scope.Community("xishan"), true, null, 50, clock.Now)).Unwalked);
        await UntilAsync(async () => (await round.OpenFor(Manager, clock.Now))!.Missed);
        var owner = DossierKinds.Owner(DossierKinds.Round, "r1");
        var notices = host.Services.GetRequiredService<INoticeStore>();
        Assert.Contains(await notices.OfOwnerAsync(owner, 10, Stop), notice => notice.Notice.Receiver == "community:xishan" && notice.GoneAt is null);
        var walked = (RoundView)await DoneAsync(round, clock, "r2", Manager, new MarkRoundItem { ItemId = "1", Mark = RoundMark.Clear });
        Assert.Equal((RoundState.Walked, "r1-1"), (walked.State, Assert.Single(walked.Receipts).Number));
        Assert.All(await notices.OfOwnerAsync(owner, 10, Stop), notice => Assert.NotNull(notice.GoneAt));

        var visits = grains.GetGrain<IVisitDeskGrain>(0);
        var proposals = await visits.Proposals(Scope.Street("xiashi"), clock.Now);
        var proposed = Assert.Single(proposals.Items, visit => visit.Departments.Contains("housing"));
        var visit = grains.GetGrain<IVisitGrain>("visit:v1");
        await DoneAsync(visit, clock, "v1", Officer, new PlanVisit
        {
            EstateId = Estate,
            CheckIds = [.. proposed.Checks.Select(check => check.Id)],
            At = proposed.From > clock.Now.AddHours(1) ? proposed.From : clock.Now.AddHours(1),
        });
        Assert.DoesNotContain(await OpenAsync(visits, clock), check => proposed.Checks.Any(taken => taken.Id == check));
        var second = grains.GetGrain<IVisitGrain>("visit:v2");
        Assert.Equal(RefusalCode.CheckNotOpen, (await ActAsync(second, clock, "v2", Officer, new PlanVisit { EstateId = Estate, CheckIds = [proposed.Checks[0].Id], At = clock.Now.AddHours(2) })).Refusal!.Code);

        await DoneAsync(visit, clock, "v3", Officer, new BeginVisit { Officers = ["officer-1", "officer-2"] });
        var lines = (await visit.OpenFor(Officer, clock.Now))!.Checklists.SelectMany(list => list.Lines).ToList();
        for (var n = 0; n < lines.Count; n++)
        {
            await DoneAsync(visit, clock, $"t{n}", Officer, new TickVisit { Item = lines[n].Item, UnitId = lines[n].UnitId, Good = true });
        }

        await DoneAsync(visit, clock, "s1", Housing, new SignVisit { Department = "housing" });
        var held = (VisitView)await DoneAsync(visit, clock, "s2", Officer, new SignVisit { Department = "enforcement" });
        Assert.Equal((VisitState.Held, proposed.Checks.Count - 1), (held.State, held.Avoided));
        Assert.Empty(held.NotRecorded);
        var inspections = Assert.IsType<UnitFilingsView>(await filing.Look(clock.Now)).Filings[0].Inspections;
        Assert.All(inspections.Where(one => one.Stage != WorkStage.Finish), one => Assert.Equal((true, "officer-1"), (one.IsPassed(), one.By)));

        var policies = host.Services.GetRequiredService<IPolicyShelf>();
        await _city.StopAsync(host, Stop);
        Assert.Empty((await new StoreAudit(new StorageOptions { Path = _city.Folder }, new OwnerFold(policies)).RunAsync(Stop)).Findings);
    }

    private static async Task<IEnumerable<string>> OpenAsync(IVisitDeskGrain visits, ICityClock clock) =>
        (await visits.Proposals(Scope.Street("xiashi"), clock.Now)).Items.SelectMany(visit => visit.Checks).Select(check => check.Id);

    private static async Task<DossierView> DoneAsync(IDossierGrain grain, ICityClock clock, string key, Actor by, DossierCommand command, DateTimeOffset? at = null)
    {
        var answer = await ActAsync(grain, clock, key, by, command, at);
        Assert.Null(answer.Refusal);
        return answer.View!;
    }

    private static Task<DossierAnswer> ActAsync(IDossierGrain grain, ICityClock clock, string key, Actor by, DossierCommand command, DateTimeOffset? at = null) =>
        grain.Act(new DossierAct { Command = command, By = by, Key = key, BodyHash = "", ReceivedAt = at ?? clock.Now });

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var looks = 0; !await isSo(); looks++)
        {
            Assert.True(looks < MostLooks, "It never came.");
            await Task.Yield();
        }
    }
}
