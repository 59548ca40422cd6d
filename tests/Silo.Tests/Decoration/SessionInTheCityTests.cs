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

/// <summary>Real grains on a real store: a session that nobody held is swept, told of and held, and the store is in order.</summary>
public sealed class SessionInTheCityTests : IAsyncDisposable
{
    private const int MostLooks = 1_000_000;
    /// <summary>The parties that are told; their people are told by and by.</summary>
    private static async Task<IReadOnlyList<string>> PartiesAsync(INoticeStore notices, Scope owner) =>
    [
        .. (await notices.OfOwnerAsync(owner, 10, Stop)).Select(notice => notice.Notice.Receiver)
            .Where(receiver => !receiver.StartsWith("user:", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    private static readonly Actor Owner = new("learn", Role.Citizen, null);
    private static readonly Actor Captain = new("captain", Role.Captain, Scope.Street("xiashi"));
    private readonly EmbeddedCity _city = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_session_that_nobody_held_is_told_to_the_community_and_the_supervisor_and_the_link_leads_to_it_until_then()
    {
        var host = await _city.StartAsync(Stop, "--Clock:Start=2026-09-07T09:00:00+08:00", "--Clock:Speed=60");
        var clock = host.Services.GetRequiredService<ICityClock>();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var session = grains.GetGrain<ITeachingSessionGrain>("session:s1");
        var desk = grains.GetGrain<ITeachingDeskGrain>(0);
        var link = (await desk.Answers("kipeili-2")).Link!["/learn/".Length..];
        Assert.StartsWith("kipeili-2.owners-20260907-", (await desk.Learn(link, clock.Now))!.SessionId, StringComparison.Ordinal);
        Assert.Null(await desk.Learn(link + "x", clock.Now));

        var ask = new AskQuestion { EstateId = "kipeili-2", Question = "May the sill go?" };
        Assert.Null((await ActAsync(session, Owner, "k1", ask, clock.Now.AddDays(-40))).Refusal);
        Assert.Null((await ActAsync(session, Owner, "k1", ask, clock.Now)).Refusal);
        var page = (await desk.Learn(link, clock.Now))!;
        Assert.Equal(("s1", 1), (page.SessionId, page.Questions));

        var notices = host.Services.GetRequiredService<INoticeStore>();
        var owner = DossierKinds.Owner(DossierKinds.Session, "s1");
        for (var look = 0; (await PartiesAsync(notices, owner)).Count < 3; look++)
        {
            Assert.True(look < MostLooks, "It did not come about.");
            await Task.Yield();
        }

        Assert.Equal(["community:beiguan", "community:beiguan", "supervisor:xiashi"], await PartiesAsync(notices, owner));
        Assert.Null((await ActAsync(session, Captain, "k2", new HoldSession { Attendance = [new(TeachingGroup.Owners, 3)] }, clock.Now)).Refusal);
        Assert.All(await notices.OfOwnerAsync(owner, 10, Stop), notice => Assert.NotNull(notice.GoneAt));
        Assert.Null((await ActAsync(session, Captain, "k3", new AnswerQuestion { Number = 1, Answer = new Text("不可以。", "No.") }, clock.Now)).Refusal);
        Assert.Null((await ActAsync(session, Captain, "k4", new PublishAnswers(), clock.Now)).Refusal);
        Assert.Equal("No.", Assert.Single((await desk.Answers("kipeili-2")).Items).Answer.En);
        Assert.NotEqual("s1", (await desk.Learn(link, clock.Now))!.SessionId);
        Assert.Empty((await desk.List(Scope.Street("xiashi"), open: true, after: null, 10, Captain)).Items);

        var policies = host.Services.GetRequiredService<IPolicyShelf>();
        await _city.StopAsync(host, Stop);
        Assert.Empty((await new StoreAudit(new StorageOptions { Path = _city.Folder }, new OwnerFold(policies)).RunAsync(Stop)).Findings);
    }

    private static Task<DossierAnswer> ActAsync(ITeachingSessionGrain grain, Actor by, string key, DossierCommand command, DateTimeOffset at) =>
        grain.Act(new DossierAct { Command = command, By = by, Key = key, BodyHash = key, ReceivedAt = at });
}
