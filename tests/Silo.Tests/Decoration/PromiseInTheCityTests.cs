using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;
using Dispatch.Silo.City;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Auditing;
using Dispatch.Silo.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Silo.Tests.Decoration;

/// <summary>Real grains on a real store: what is said by a secret link is stored with the case, once, and the audit finds it in order.</summary>
public sealed class PromiseInTheCityTests : IAsyncDisposable
{
    private static readonly Actor Grid = new("grid-xishan-03", Role.GridWorker, Scope.Grid("xishan-03"));
    private static readonly Actor Community = new("c.chen", Role.CommunityStaff, Scope.Community("xishan"));
    private readonly EmbeddedCity _city = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task Many_taps_on_not_solved_open_a_case_again_once_and_the_store_is_in_order()
    {
        var host = await _city.StartAsync(Stop, "--Clock:Start=2026-09-07T09:00:00+08:00", "--Clock:Speed=1");
        var clock = host.Services.GetRequiredService<ICityClock>();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var one = grains.GetGrain<ICaseGrain>("case:c1");
        var desk = grains.GetGrain<IPromiseDeskGrain>(0);
        Assert.Null(await desk.Links("c1", clock.Now));
        var place = (await grains.GetGrain<IPlaceGrain>(0).Locate(new PlaceInput { Estate = "huayu-qiantang", Unit = "7-2-2001" })).Place!;
        await GiveAsync(new Report { CaseId = "c1", Type = "DEC-07", Place = place }, Grid);
        await GiveAsync(new Settle(), Grid);
        await GiveAsync(new Check(true), Community);

        var link = (await desk.Links("c1", clock.Now))!.Reporter;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.Answer(link, OutcomeAnswer.NotSolved, clock.Now)));
        Assert.All(answers, answer => Assert.Null(answer!.Refusal));
        Assert.Equal(CaseLevel.Supervision, (await one.View())!.Level);
        Assert.Equal(1, (await desk.Open(link, clock.Now))!.Steps.Count(step => step.What == "reopened"));
        Assert.Null(await desk.Answer(link + "x", OutcomeAnswer.Satisfied, clock.Now));

        var policies = host.Services.GetRequiredService<IPolicyShelf>();
        await _city.StopAsync(host, Stop);
        Assert.Empty((await new StoreAudit(new StorageOptions { Path = _city.Folder }, new OwnerFold(policies)).RunAsync(Stop)).Findings);

        async Task GiveAsync(CaseCommand command, Actor actor) => Assert.Null((await one.Execute(new CommandEnvelope
        {
            Command = command,
            Actor = actor,
            Key = command.Name,
            BodyHash = "",
            ReceivedAt = clock.Now,
        })).Refusal);
    }
}
