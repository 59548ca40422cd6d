using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Silo.City;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Auditing;
using Dispatch.Silo.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Silo.Tests.Decoration;

/// <summary>Real grains on a real store: a dossier is committed, swept, told of, found by its flat and audited as a case is.</summary>
public sealed class DossierInTheCityTests : IAsyncDisposable
{
    private const int MostLooks = 1_000_000;
    private static readonly Actor Community = new("c.chen", Role.CommunityStaff, Scope.Community("xishan"));
    private readonly EmbeddedCity _city = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_late_session_is_swept_told_and_over_with_the_session_and_the_store_is_in_order()
    {
        var host = await _city.StartAsync(Stop, "--Clock:Start=2026-09-07T09:00:00+08:00", "--Clock:Speed=60");
        var clock = host.Services.GetRequiredService<ICityClock>();
        var grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IMediationGrain>("mediation:m1");
        var open = new OpenMediation { CommunityId = "xishan", Matter = "Noise at night.", Parties = ["7-2-2001", "7-2-1901"] };
        Assert.Null((await ActAsync(grain, clock, "k1", open, clock.Now.AddDays(-7))).Refusal);
        Assert.Null((await ActAsync(grain, clock, "k1", open)).Refusal);

        await UntilAsync(async () => (await ViewAsync(grain, clock)).Clocks.Single().State == ClockState.Missed);
        var notices = host.Services.GetRequiredService<INoticeStore>();
        var owner = DossierKinds.Owner(DossierKinds.Mediation, "m1");
        Assert.Contains(await notices.OfOwnerAsync(owner, 10, Stop), notice => notice.Notice.Receiver == "community:xishan" && notice.GoneAt is null);

        var held = await ActAsync(grain, clock, "k2", new HoldMediation { Mediator = "Aunt Li", Said = "Heard.", Agreement = "Quiet after nine." });
        Assert.Equal(MediationState.Agreed, Assert.IsType<MediationView>(held.View).State);
        Assert.All(await notices.OfOwnerAsync(owner, 10, Stop), notice => Assert.NotNull(notice.GoneAt));
        Assert.Null((await ActAsync(grain, clock, "k3", new FollowUpMediation { Kept = true, Said = "Quiet." })).Refusal);

        var reads = host.Services.GetRequiredService<IDossierReads>();
        Assert.Empty(await reads.ListAsync(new DossierQuery(DossierKinds.Mediation, Scope.Community("hehua")), Stop));
        Assert.Empty(await reads.ListAsync(new DossierQuery(DossierKinds.Mediation, Scope.Community("xishan"), Open: true), Stop));
        Assert.Equal("mediation:m1", Assert.Single(await reads.ListAsync(new DossierQuery(DossierKinds.Mediation, Scope.Street("xiashi"), Open: false), Stop)).OwnerId);

        var policies = host.Services.GetRequiredService<IPolicyShelf>();
        await _city.StopAsync(host, Stop);
        Assert.Empty((await new StoreAudit(new StorageOptions { Path = _city.Folder }, new OwnerFold(policies)).RunAsync(Stop)).Findings);
    }

    [Fact]
    public async Task The_history_of_a_flat_has_its_cases_and_its_dossiers()
    {
        var host = await _city.StartAsync(Stop, "--Clock:Start=2026-09-07T09:00:00+08:00", "--Clock:Speed=1");
        var clock = host.Services.GetRequiredService<ICityClock>();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        const string Unit = "huayu-qiantang/7-2-2001";
        var opened = await ActAsync(grains.GetGrain<IMediationGrain>("mediation:m1"), clock, "k1", new OpenMediation { CommunityId = "xishan", Matter = "Noise.", Parties = ["7-2-2001", "7-2-1901"], Unit = Unit });
        Assert.Null(opened.Refusal);
        var reported = await grains.GetGrain<ICaseGrain>("case:c1").Execute(new CommandEnvelope
        {
            Command = new Report { CaseId = "c1", Type = "DEC-03", Description = "A bay window.", Place = (await grains.GetGrain<IPlaceGrain>(0).Locate(new PlaceInput { Estate = "huayu-qiantang", Unit = "7-2-2001" })).Place! },
            Actor = Community,
            Key = "r1",
            BodyHash = "",
            ReceivedAt = clock.Now,
        });
        Assert.Null(reported.Refusal);

        var found = await host.Services.GetRequiredService<IDossierReads>().OfUnitAsync(Unit, 10, Stop);
        Assert.Equal(["case:c1", "mediation:m1"], found.Select(owner => owner.OwnerId));
    }

    private static async Task<MediationView> ViewAsync(IMediationGrain grain, ICityClock clock) => (MediationView)(await grain.Look(clock.Now))!;

    private static Task<DossierAnswer> ActAsync(IMediationGrain grain, ICityClock clock, string key, DossierCommand command, DateTimeOffset? at = null) =>
        grain.Act(new DossierAct { Command = command, By = Community, Key = key, BodyHash = key, ReceivedAt = at ?? clock.Now });

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var look = 0; !await holds(); look++)
        {
            Assert.True(look < MostLooks, "It did not come about.");
            await Task.Yield();
        }
    }
}
