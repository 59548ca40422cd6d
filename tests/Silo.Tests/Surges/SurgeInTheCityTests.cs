using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Silo.City;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Auditing;
using Dispatch.Silo.Tests.Hosting;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dispatch.Silo.Tests.Surges;

/// <summary>Real grains on a real store: a surge reaches every open case of its area, by the sweeper's own deadlines.</summary>
public sealed class SurgeInTheCityTests : IAsyncDisposable
{
    private const int Cases = 450;
    private const int MostLooks = 1_000_000;
    private static readonly Actor Supervisor = new("s.sun", Role.Supervisor, Scope.Street("xiashi"));
    private static readonly string[] Grids = [.. Sample.Territory.Grids.Where(grid => !grid.IsUnlocated).Select(grid => grid.Id)];
    private readonly EmbeddedCity _city = new();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_open_case_of_the_area_hears_of_a_surge_and_of_its_end_and_the_store_is_in_order()
    {
        var host = await StartAsync();
        var (grains, clock) = (host.Services.GetRequiredService<IGrainFactory>(), host.Services.GetRequiredService<ICityClock>());
        await Task.WhenAll(Enumerable.Range(0, Cases).Select(i => ReportAsync(grains, i, clock.Now)));
        var surges = grains.GetGrain<ISurgeGrain>("surges:xiashi");

        var declared = await DeclareAsync(surges, clock, "k");
        Assert.Null(declared.Refusal);
        Assert.Equal(declared.View!.Id, (await DeclareAsync(surges, clock, "k")).View!.Id);
        Assert.Equal(RefusalCode.OverlappingSurge, (await DeclareAsync(surges, clock, "another")).Refusal!.Code);
        await CarriedAsync(surges, clock);

        var frozen = await ViewsAsync(grains);
        Assert.All(frozen, view => Assert.Equal(view.CommunityId == "xishan", view.Surge is not null));
        Assert.All(frozen.Where(view => view.Surge is not null), view =>
        {
            Assert.Equal(Priority.High, view.Priority);
            Assert.Contains(view.Clocks, one => one is { Name: "surge-end", State: ClockState.Running });
            Assert.Contains(view.Clocks, one => one.State == ClockState.Paused);
        });
        Assert.Contains(frozen, view => view.Surge is null);
        var opened = await ReportAsync(grains, Cases, clock.Now, "xishan-01");
        Assert.Equal(declared.View.Id, opened.Surge!.Id);

        Assert.Null((await EndAsync(surges, clock)).Refusal);
        await CarriedAsync(surges, clock);
        Assert.All(await ViewsAsync(grains), view =>
        {
            Assert.Null(view.Surge);
            Assert.Equal(Priority.Normal, view.Priority);
            Assert.DoesNotContain(view.Clocks, one => one.State == ClockState.Paused);
        });
        Assert.Equal(RefusalCode.SurgeOver, (await EndAsync(surges, clock)).Refusal!.Code);

        var policies = host.Services.GetRequiredService<IPolicyShelf>();
        await _city.StopAsync(host, Stop);
        Assert.Empty((await new StoreAudit(new StorageOptions { Path = _city.Folder }, new OwnerFold(policies)).RunAsync(Stop)).Findings);
    }

    [Fact]
    public async Task After_a_restart_a_surge_is_still_in_force_and_is_carried_on()
    {
        var host = await StartAsync();
        var clock = host.Services.GetRequiredService<ICityClock>();
        await Task.WhenAll(Enumerable.Range(0, 250).Select(i => ReportAsync(host.Services.GetRequiredService<IGrainFactory>(), i, clock.Now)));
        var declared = await DeclareAsync(host.Services.GetRequiredService<IGrainFactory>().GetGrain<ISurgeGrain>("surges:xiashi"), clock, "k");
        await _city.StopAsync(host, Stop);

        host = await StartAsync();
        (var grains, clock) = (host.Services.GetRequiredService<IGrainFactory>(), host.Services.GetRequiredService<ICityClock>());
        var surges = grains.GetGrain<ISurgeGrain>("surges:xiashi");
        Assert.Equal(declared.View!.Id, Assert.Single(await surges.KnownAt(clock.Now)).Id);
        await CarriedAsync(surges, clock);
        Assert.All(await ViewsAsync(grains, 250), view => Assert.Equal(view.CommunityId == "xishan", view.Surge is not null));
    }

    private Task<IHost> StartAsync() => _city.StartAsync(Stop, "--Clock:Start=2026-09-07T09:00:00+08:00", "--Clock:Speed=1", $"--Policy:Path={ByHandPack.Folder}");

    private static Task<SurgeAnswer> DeclareAsync(ISurgeGrain surges, ICityClock clock, string key) => surges.Declare(new SurgeDeclaration
    {
        Area = Scope.Community("xishan"),
        Until = clock.Now.AddHours(5),
        Reason = "Storm.",
        Raise = Priority.High,
        By = Supervisor,
        Key = key,
        BodyHash = "",
        ReceivedAt = clock.Now,
    });

    private static Task<SurgeAnswer> EndAsync(ISurgeGrain surges, ICityClock clock) => surges.End(new SurgeEnding
    {
        Id = "xiashi.1",
        Reason = "It is over.",
        By = Supervisor,
        Key = $"end-{clock.Now.Ticks}",
        BodyHash = "",
        ReceivedAt = clock.Now,
    });

    private static async Task CarriedAsync(ISurgeGrain surges, ICityClock clock)
    {
        for (var looks = 0; !(await surges.List(clock.Now))[0].Carried; looks++)
        {
            Assert.True(looks < MostLooks, "It was never carried to all cases.");
        }
    }

    private static async Task<CaseView[]> ViewsAsync(IGrainFactory grains, int count = Cases) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(async i => (await grains.GetGrain<ICaseGrain>($"case:c{i:D4}").View())!));

    private static async Task<CaseView> ReportAsync(IGrainFactory grains, int i, DateTimeOffset at, string? gridId = null)
    {
        var grid = Sample.Territory.FindGrid(gridId ?? Grids[i % Grids.Length])!;
        var answer = await grains.GetGrain<ICaseGrain>($"case:c{i:D4}").Execute(new CommandEnvelope
        {
            Command = new Report
            {
                CaseId = $"c{i:D4}",
                Type = "DEC-02",
                Place = new CasePlace { StreetId = "xiashi", CommunityId = grid.CommunityId, GridId = grid.Id },
            },
            Actor = new Actor("w", Role.GridWorker, Scope.Grid(grid.Id)),
            Key = "report",
            BodyHash = "",
            ReceivedAt = at,
        });
        Assert.Null(answer.Refusal);
        return answer.View!;
    }
}
