using System.Net;
using System.Text.Json.Nodes;
using Dispatch.Hub.Tests.Evidence;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Decoration;

/// <summary>From the floor plan to a report that is looked at first, through real grains into a real store.</summary>
public sealed class EstateStoryTests : IAsyncLifetime
{
    private const string Manager = "manager-kipeili";
    private const string Estate = "/api/estates/kipeili-2";
    private const string Review = "/api/reviews/r1";

    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Residents_read_what_is_published_by_its_link_and_nothing_by_any_other()
    {
        var empty = await _hub.AskAsync("captain", HttpMethod.Get, Estate);
        Assert.Equal((0, 13), ((int)empty["version"]!, empty["units"]!.AsArray().Count));
        var plan = (await DrawAndMarkAsync())["plans"]![0]!;
        Assert.Null(plan["link"]);

        var link = (string)(await _hub.AskAsync("captain", HttpMethod.Post, $"{Estate}/commands/publish-guidance", """{"planId":"type-a"}"""))["plans"]![0]!["link"]!;
        var address = $"/api/guidance/{link["/g/".Length..]}";
        var guidance = await HubFactory.ReadAsync(await _hub.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal((1, "forbidden"), ((int)guidance["guidance"]!["version"]!, (string)guidance["guidance"]!["lines"]![0]!["spot"]!["ruling"]!));
        Assert.Equal("image/jpeg", await TypeAsync($"{address}/images/{guidance["image"]!["id"]}"));
        Assert.Equal("image/svg+xml", await TypeAsync($"{address}/qr"));
        Assert.Null(await TypeAsync($"{address[..^1]}{(address[^1] == 'A' ? 'B' : 'A')}"));
        Assert.Null(await TypeAsync($"{address}/images/{new string('a', 64)}"));
        Assert.Equal(HttpStatusCode.OK, (await _hub.SendAsync("grid-beiguan-02", HttpMethod.Get, $"{Estate}/images/{guidance["image"]!["id"]}")).StatusCode);
    }

    [Fact]
    public async Task What_is_no_picture_lies_outside_or_is_not_theirs_is_refused_and_nothing_is_stored()
    {
        Assert.Equal("evidence-type", await CodeAsync(Manager, "/api/evidence", "this is no picture"u8.ToArray()));
        Assert.Equal("unknown-evidence", await CodeAsync(Manager, $"{Estate}/commands/draw-floor-plan", Plan(new string('a', 64))));
        Assert.Equal("outside-area", await CodeAsync("manager-huayu", $"{Estate}/commands/draw-floor-plan", Plan(new string('a', 64))));
        Assert.Equal("unknown", await CodeAsync("captain", "/api/estates/nowhere/commands/plan-hand-over", """{"on":"2030-01-01"}"""));
        Assert.Equal("outside-area", await HubFactory.CodeAsync(await _hub.SendAsync("manager-huayu", HttpMethod.Get, Estate)));
        Assert.Equal(0, (int)(await _hub.AskAsync("captain", HttpMethod.Get, Estate))["version"]!);
        await DrawAndMarkAsync();
        Assert.Equal("spot-outside-plan", await CodeAsync(Manager, $"{Estate}/commands/mark-spot", Spot("1.01")));
    }

    [Fact]
    public async Task A_finished_review_makes_reports_at_its_spots_come_first_and_says_whether_its_forecast_came_true()
    {
        await DrawAndMarkAsync();
        var day = DateTime.UtcNow.AddDays(400).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await _hub.AskAsync("community-beiguan", HttpMethod.Post, $"{Review}/commands/open-review", $$"""{"estateId":"kipeili-2","handOverOn":"{{day}}","agenda":["Bay windows"]}""");
        Assert.Equal("planned", (string)(await _hub.AskAsync("captain", HttpMethod.Get, Estate))["handOver"]!["state"]!);
        await _hub.AskAsync("department-housing", HttpMethod.Post, $"{Review}/commands/foresee-harm", """{"harm":{"planId":"type-a","spotId":"bay","type":"DEC-03","why":"Owners nearby took theirs out."}}""");
        foreach (var (user, party) in (IEnumerable<(string, string)>)
                 [("officer-1", "enforcement"), ("department-housing", "housing"), ("dispatcher-1", "street"), ("community-beiguan", "community"), (Manager, "manager")])
        {
            Assert.Equal("signature-missing", await CodeAsync("captain", $"{Review}/commands/finish-review", "{}"));
            Assert.Equal("wrong-party", await CodeAsync(user, $"{Review}/commands/sign-review", $$"""{"party":"{{(party == "street" ? "manager" : "street")}}"}"""));
            Assert.Equal(party, (string)(await _hub.AskAsync(user, HttpMethod.Get, Review))["signsAs"]!);
            await _hub.AskAsync(user, HttpMethod.Post, $"{Review}/commands/sign-review", $$"""{"party":"{{party}}"}""");
            Assert.Equal("signed-already", await CodeAsync(user, $"{Review}/commands/sign-review", $$"""{"party":"{{party}}"}"""));
        }

        Assert.Equal("Normal", await PriorityAsync("DEC-03", "11-1-101"));
        await _hub.AskAsync("captain", HttpMethod.Post, $"{Review}/commands/finish-review", "{}");
        var estate = await _hub.AskAsync("captain", HttpMethod.Get, Estate);
        Assert.Equal(("reviewed", "r1-1"), ((string)estate["handOver"]!["state"]!, (string)estate["watch"]![0]!["id"]!));

        Assert.Equal("High", await PriorityAsync("DEC-03", "11-1-101"));
        Assert.Equal("Normal", await PriorityAsync("DEC-07", "11-1-101"));
        Assert.Equal("Normal", await PriorityAsync("DEC-03", "12-1-201"));
        var outcomes = await _hub.AskAsync("captain", HttpMethod.Get, $"{Review}/outcomes");
        Assert.Equal((2, 2), (outcomes["items"]![0]!["caseIds"]!.AsArray().Count, (int)outcomes["unforeseen"]!));
        var list = await _hub.AskAsync("dispatcher-1", HttpMethod.Get, "/api/estates?scope=street:xiashi");
        Assert.Equal(["huayu-qiantang", "kipeili-2", "shanyu-lanting"], list["items"]!.AsArray().Select(one => (string)one!["id"]!));
        Assert.Equal(4, (int)(await _hub.AskAsync("captain", HttpMethod.Get, "/api/reviews"))["before"]!);
    }

    private async Task<JsonNode> DrawAndMarkAsync()
    {
        var photo = (string)(await _hub.AskAsync(Manager, HttpMethod.Post, "/api/evidence", Pictures.Quarters(800, 600)))["id"]!;
        await _hub.AskAsync(Manager, HttpMethod.Post, $"{Estate}/commands/draw-floor-plan", Plan(photo));
        return await _hub.AskAsync(Manager, HttpMethod.Post, $"{Estate}/commands/mark-spot", Spot("0.5"));
    }

    private async Task<string> PriorityAsync(string type, string unit) => (string)(await _hub.AskAsync(
        "community-beiguan", HttpMethod.Post, "/api/reports", $$"""{"type":"{{type}}","place":{"estate":"kipeili-2","unit":"{{unit}}"},"description":"{{Guid.NewGuid()}}"}"""))["priority"]!;

    private async Task<string> CodeAsync(string user, string path, object body) => await HubFactory.CodeAsync(await _hub.SendAsync(user, HttpMethod.Post, path, body));

    /// <summary>The media type of what anybody is answered; null where it is refused.</summary>
    private async Task<string?> TypeAsync(string path)
    {
        var answer = await _hub.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.IsSuccessStatusCode ? answer.Content.Headers.ContentType!.MediaType : null;
    }

    private static string Plan(string photo) => $$"""{"planId":"type-a","name":{"zh":"A户型","en":"Type A"},"evidenceId":"{{photo}}","units":["11-1-101","11-1-602"]}""";

    private static string Spot(string x) =>
        $$$$"""{"planId":"type-a","spot":{"id":"bay","x":{{{{x}}}},"y":0.5,"kind":"bayWindow","ruling":"forbidden","sentence":{"zh":"不得拆除。","en":"It stays."}}}""";
}
