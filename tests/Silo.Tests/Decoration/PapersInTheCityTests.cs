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

/// <summary>The papers of a case in a real store: a late step is swept and told, a document keeps its text, and the store is in order.</summary>
public sealed class PapersInTheCityTests : IAsyncDisposable
{
    private const int MostLooks = 1_000_000;
    private static readonly Actor Officer = new("officer-1", Role.Officer, Scope.Street("xiashi"));
    private static readonly Actor Captain = new("captain", Role.Captain, Scope.Street("xiashi"));
    private readonly EmbeddedCity _city = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_late_step_is_swept_and_told_and_after_its_documents_the_store_is_in_order()
    {
        var host = await _city.StartAsync(Stop, "--Clock:Start=2026-09-07T17:00:00+08:00", "--Clock:Speed=60");
        var clock = host.Services.GetRequiredService<ICityClock>();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var place = (await grains.GetGrain<IPlaceGrain>(0).Locate(new PlaceInput { Estate = "huayu-qiantang", Unit = "7-2-2001" })).Place!;
        Assert.Null((await grains.GetGrain<ICaseGrain>("case:c1").Execute(new CommandEnvelope
        {
            Command = new Report { CaseId = "c1", Type = "ILL-01", Description = "A conservatory.", Place = place },
            Actor = Officer,
            Key = "r1",
            BodyHash = "",
            ReceivedAt = clock.Now.AddDays(-1),
        })).Refusal);

        var papers = grains.GetGrain<IPapersGrain>("papers:c1");
        await ActAsync("k1", new OpenPapers(), Officer, clock.Now.AddDays(-1));
        await UntilAsync(async () => (await papers.For(Officer, clock.Now))!.Clocks.Single().State == ClockState.Missed);
        var owner = DossierKinds.Owner(DossierKinds.Papers, "c1");
        var notices = host.Services.GetRequiredService<INoticeStore>();
        Assert.Contains(await notices.OfOwnerAsync(owner, 10, Stop), notice => notice.Notice.Receiver == "street:xiashi" && notice.GoneAt is null);

        await ActAsync("k2", new DraftPaper { Paper = "stop-notice", Facts = "正在搭建。" }, Officer);
        await ActAsync("k3", new SignPaper { N = 1 }, Captain);
        await ActAsync("k3", new SignPaper { N = 1 }, Captain);
        await ActAsync("k4", new FinishStep { Step = "stop" }, Officer);
        Assert.All(await notices.OfOwnerAsync(owner, 10, Stop), notice => Assert.NotNull(notice.GoneAt));
        var view = (await papers.For(Officer, clock.Now))!;
        Assert.Equal(("硖石街道责停〔2026〕000001-1号", PapersStepState.Running), (view.Papers[0].Number, view.Steps[1].State));
        Assert.Contains("> 硖石街道责停〔2026〕000001-1号", (await grains.GetGrain<IPapersDeskGrain>(0).Print(view.Papers[0].Print!.Split('/')[^1]))!.Lines);

        var policies = host.Services.GetRequiredService<IPolicyShelf>();
        await _city.StopAsync(host, Stop);
        Assert.Empty((await new StoreAudit(new StorageOptions { Path = _city.Folder }, new OwnerFold(policies)).RunAsync(Stop)).Findings);

        async Task ActAsync(string key, DossierCommand command, Actor by, DateTimeOffset? at = null) =>
            Assert.Null((await papers.Act(new DossierAct { Command = command, By = by, Key = key, BodyHash = key, ReceivedAt = at ?? clock.Now })).Refusal);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var look = 0; !await holds(); look++)
        {
            Assert.True(look < MostLooks, "It did not come about.");
            await Task.Yield();
        }
    }
}
