using System.Net;
using System.Text.Json.Nodes;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Decoration;

/// <summary>The committee's month and pilot projects, through real grains into a real store.</summary>
public sealed class CommitteeStoryTests : IAsyncLifetime
{
    private const string Pilot = "/api/pilots/p1";

    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_month_counts_what_was_just_committed_and_each_number_opens_it()
    {
        await _hub.AskAsync("community-beiguan", HttpMethod.Post, "/api/estates/kipeili-2/commands/name-responsible",
            """{"party":{"id":"manager","kind":"propertyManager","name":"硖北里物业","duties":{"zh":"巡查","en":"Walks"},"since":"2026-01-01"}}""");
        var id = (string)(await _hub.AskAsync("manager-kipeili", HttpMethod.Post, "/api/reports",
            """{"type":"DEC-03","place":{"estate":"kipeili-2","unit":"11-1-101"},"description":"A bay window goes."}"""))["id"]!;
        Assert.Equal(0, (int)Line(await _hub.AskAsync("committee", HttpMethod.Get, "/api/committee"), "scenes", "illegal-decoration")["count"]!);
        await _hub.AskAsync("grid-beiguan-02", HttpMethod.Post, $"/api/cases/{id}/commands/verify-report", """{"confirmed":true}""");
        await _hub.AskAsync("community-beiguan", HttpMethod.Post, "/api/mediations/m1/commands/open", """{"communityId":"beiguan","matter":"Noise at noon.","parties":["11-1-101","11-1-602"]}""");
        var before = await _hub.AskAsync("committee", HttpMethod.Get, "/api/committee");
        await _hub.AskAsync("grid-beiguan-02", HttpMethod.Post, "/api/reports", """{"type":"DEC-07","place":{"estate":"kipeili-2","unit":"11-1-602"}}""");

        var report = await _hub.AskAsync("captain", HttpMethod.Get, "/api/committee");
        Assert.Equal((1, 2), ((int)Line(before, "scenes", "illegal-decoration")["count"]!, (int)Line(report, "scenes", "illegal-decoration")["count"]!));
        var source = Line(before, "scenes", "illegal-decoration")["behind"]![0]!;
        Assert.Equal(("case", id, $"/cases/{id}"), ((string)source["kind"]!, (string)source["id"]!, (string)source["page"]!));
        Assert.Equal((1, 21), ((int)Line(report, "mediations", "opened")["count"]!, (int)Line(report, "mediations", "since-start")["earlier"]!));
        var row = Assert.Single(report["competition"]!["rows"]!.AsArray())!;
        Assert.Equal(("硖北里物业", 2), ((string)row["manager"]!, (int)row["points"]!));

        var again = await _hub.AskAsync("supervisor", HttpMethod.Get, $"/api/committee?month={report["month"]}&asOf={Uri.EscapeDataString((string)before["asOf"]!)}");
        Assert.Equal(before.ToJsonString(), again.ToJsonString());
        var figures = await _hub.AskAsync("captain", HttpMethod.Get, $"/api/figures?from={Uri.EscapeDataString((string)report["from"]!)}");
        Assert.Equal((int)figures["total"]!["counts"]!["opened"]!, (int)Line(report, "rates", "response")["of"]!);
    }

    [Theory]
    [InlineData("captain", "?month=2026-13", "invalid-parameter")]
    [InlineData("captain", "?month=2026-3", "invalid-parameter")]
    [InlineData("captain", "?asOf=2099-01-01T00:00:00Z", "invalid-parameter")]
    [InlineData("captain", "?months=2026-03", "unknown-parameter")]
    [InlineData("captain", "?scope=community:xishan", "missing-parameter")]
    [InlineData("captain", "?scope=street:nowhere", "outside-area")]
    [InlineData("officer-1", "", "role-not-allowed")]
    [InlineData("community-xishan", "", "role-not-allowed")]
    public async Task Another_question_is_refused(string user, string query, string code) =>
        Assert.Equal(code, await HubFactory.CodeAsync(await _hub.SendAsync(user, HttpMethod.Get, $"/api/committee{query}")));

    [Fact]
    public async Task A_community_adopts_what_another_has_shared_and_everybody_of_the_street_sees_it()
    {
        var open = """
            {"title":{"zh":"飘窗提前告知","en":"Bay windows told beforehand"},"lead":"Deputy party secretary","bureau":"Bureau","team":"Team","communityIds":["beiguan"],
             "estateIds":["kipeili-2"],"practice":"Rulings with the keys.","compared":{"zh":"违规户","en":"Flats with a violation"},"before":{"part":12,"whole":80,"from":"2026-01-01","to":"2026-03-31"}}
            """;
        Assert.Equal("role-not-allowed", await CodeAsync("community-beiguan", "open-pilot", open));
        var pilot = await AskAsync("captain", "open-pilot", open);
        Assert.Equal(("practice", "硖北里二期"), ((string)pilot["stage"]!, (string)pilot["estates"]![0]!["name"]!["zh"]!));
        Assert.Equal("pilot-not-shared", await CodeAsync("community-xishan", "adopt-pilot", """{"communityId":"xishan","plan":"Soon."}"""));
        await AskAsync("supervisor", "report-pilot-results", """{"said":"Owners ask first.","after":{"part":5,"whole":78,"from":"2026-04-01","to":"2026-06-30"}}""");
        await AskAsync("committee", "share-pilot", """{"experience":"Read the plan together."}""");

        Assert.Equal(["adopt-pilot"], (await _hub.AskAsync("community-xishan", HttpMethod.Get, Pilot))["may"]!.AsArray().Select(command => (string)command!));
        await AskAsync("community-xishan", "adopt-pilot", """{"communityId":"xishan","plan":"From the next hand-over on."}""");
        Assert.Equal("adopted-already", await CodeAsync("community-xishan", "adopt-pilot", """{"communityId":"xishan","plan":"Again."}"""));
        var list = await _hub.AskAsync("grid-xishan-03", HttpMethod.Get, "/api/pilots");
        Assert.Equal("xishan", (string)Assert.Single(list["items"]!.AsArray())!["adoptions"]![0]!["community"]!["id"]!);
        Assert.Empty(list["may"]!.AsArray());
        Assert.Equal(1, (int)Line(await _hub.AskAsync("captain", HttpMethod.Get, "/api/committee"), "pilots", "adopted")["count"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await _hub.SendAsync("captain", HttpMethod.Get, "/api/pilots/none")).StatusCode);
    }

    private static JsonNode Line(JsonNode report, string section, string line) =>
        report["sections"]!.AsArray().Single(one => (string)one!["id"]! == section)!["lines"]!.AsArray().Single(one => (string)one!["id"]! == line)!;

    private Task<JsonNode> AskAsync(string user, string command, string body) => _hub.AskAsync(user, HttpMethod.Post, $"{Pilot}/commands/{command}", body);

    private async Task<string> CodeAsync(string user, string command, string body) =>
        await HubFactory.CodeAsync(await _hub.SendAsync(user, HttpMethod.Post, $"{Pilot}/commands/{command}", body));
}
