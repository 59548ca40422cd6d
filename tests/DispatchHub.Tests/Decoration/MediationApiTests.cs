using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Decoration;

/// <summary>Mediations over HTTP, through real grains into a real store.</summary>
public sealed class MediationApiTests : IAsyncLifetime
{
    private const string Community = "community-xishan";
    private const string Address = "/api/mediations/case-7";

    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_mediation_of_a_case_is_found_by_it_counted_and_shown_with_what_one_may_do()
    {
        Assert.Empty((await _hub.AskAsync(Community, HttpMethod.Get, "/api/mediations/of-case/case-7"))["items"]!.AsArray());
        await _hub.AskAsync(Community, HttpMethod.Post, $"{Address}/commands/open", """{"communityId":"xishan","matter":"Water.","parties":["7-2-2001","7-2-1202"],"caseId":"case-7"}""");
        var found = Assert.Single((await _hub.AskAsync(Community, HttpMethod.Get, "/api/mediations/of-case/case-7"))["items"]!.AsArray())!;
        Assert.Equal(["give-up", "hold"], found["may"]!.AsArray().Select(one => (string)one!));
        Assert.Empty((await _hub.AskAsync("supervisor", HttpMethod.Get, Address))["may"]!.AsArray());
        Assert.Equal("outside-area", await HubFactory.CodeAsync(await _hub.SendAsync("community-hehua", HttpMethod.Get, "/api/mediations/of-case/case-7")));

        await _hub.AskAsync(Community, HttpMethod.Post, $"{Address}/commands/give-up", """{"reason":"Both go to court."}""");
        var over = await _hub.AskAsync("captain", HttpMethod.Get, "/api/mediations?open=true");
        Assert.Equal((0, 1, 21, 4, true), (over["items"]!.AsArray().Count, (int)over["here"]!, (int)over["before"]!, (int)over["reviewsBefore"]!, (bool)over["mayOpen"]!));
        Assert.False((bool)(await _hub.AskAsync("supervisor", HttpMethod.Get, "/api/mediations"))["mayOpen"]!);
    }
}
