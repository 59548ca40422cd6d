using System.Net;
using System.Text.Json.Nodes;
using Dispatch.Hub.Tests.Evidence;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Decoration;

/// <summary>A round over HTTP: drawn up, walked with a photo, with a case for work that nobody filed.</summary>
public sealed class RoundApiTests : IAsyncLifetime
{
    private const string Manager = "manager-huayu";
    private const string Round = "/api/rounds/r1";

    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task The_manager_walks_a_round_stops_with_a_photo_and_unfiled_work_becomes_a_case_of_its_flat()
    {
        var today = await TodayAsync();
        await _hub.AskAsync("community-xishan", HttpMethod.Post, "/api/filings/huayu-qiantang.7-2-2001/commands/file",
            $$"""{"works":["finishes"],"contractor":"Anju","from":"{{today:yyyy-MM-dd}}","to":"{{today.AddDays(20):yyyy-MM-dd}}"}""");
        Assert.Equal("huayu-qiantang", (string)(await _hub.AskAsync(Manager, HttpMethod.Get, "/api/rounds"))["unwalked"]![0]!["id"]!);
        await _hub.AskAsync(Manager, HttpMethod.Post, $"{Round}/commands/draw-round", """{"estateId":"huayu-qiantang"}""");
        Assert.Equal(["clear", "found"], (await _hub.AskAsync(Manager, HttpMethod.Get, Round))["marks"]!["1"]!.AsArray().Select(mark => (string)mark!));
        Assert.Empty((await _hub.AskAsync("committee", HttpMethod.Get, Round))["marks"]!.AsObject());
        Assert.Equal("outside-area", await HubFactory.CodeAsync(await _hub.SendAsync("manager-kipeili", HttpMethod.Get, Round)));

        await MarkAsync("found");
        Assert.Equal("photo-required", await HubFactory.CodeAsync(await _hub.SendAsync(Manager, HttpMethod.Post, $"{Round}/commands/mark-round-item", Mark("manager-stopped"))));
        var photo = await UploadAsync();
        await _hub.AskAsync(Manager, HttpMethod.Post, $"{Round}/commands/mark-round-item", Mark("manager-stopped", photo));
        Assert.Equal(HttpStatusCode.OK, (await _hub.SendAsync("community-xishan", HttpMethod.Get, $"{Round}/images/{photo}")).StatusCode);

        var reported = await _hub.AskAsync(Manager, HttpMethod.Post, $"{Round}/unfiled-work/7-2-2002", """{"description":"Drilling.","inProgress":true}""");
        var item = reported["items"]!.AsArray()[^1]!;
        Assert.Equal(("unfiled", "7-2-2002"), ((string)item["kind"]!, (string)item["unitId"]!));
        var opened = await _hub.AskAsync(Manager, HttpMethod.Get, $"/api/cases/{item["caseId"]}");
        Assert.Equal(("DEC-05", "7-2-2002"), ((string)opened["type"]!, (string)opened["place"]!["unit"]!));
        Assert.NotNull(item["reportedAt"]);
        Assert.Equal(HttpStatusCode.Conflict, (await _hub.SendAsync(Manager, HttpMethod.Post, $"{Round}/unfiled-work/7-2-2001", "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _hub.SendAsync("dispatcher-1", HttpMethod.Post, $"{Round}/unfiled-work/7-1-1202", "{}")).StatusCode);

        var ended = await MarkAsync("manager-reported");
        Assert.Equal(4, ended["receipts"]!.AsArray().Count(receipt => (string)receipt!["itemId"]! == "1"));
        Assert.Equal("open", (string)ended["state"]!);
    }

    [Fact]
    public async Task The_checks_of_a_filing_are_proposed_as_one_visit_and_a_department_sees_its_checklist()
    {
        var today = await TodayAsync();
        await _hub.AskAsync("community-xishan", HttpMethod.Post, "/api/filings/huayu-qiantang.7-2-2001/commands/file",
            $$"""{"works":["finishes","waterproofing"],"contractor":"Anju","from":"{{today:yyyy-MM-dd}}","to":"{{today.AddDays(20):yyyy-MM-dd}}","wetOn":"{{today:yyyy-MM-dd}}"}""");
        var proposed = Assert.Single((await _hub.AskAsync("officer-1", HttpMethod.Get, "/api/visit-proposals?scope=street:xiashi"))["items"]!.AsArray())!;
        Assert.Equal(["enforcement", "housing"], proposed["departments"]!.AsArray().Select(department => (string)department!));
        var ids = proposed["checks"]!.AsArray().Select(check => check!["id"]!.ToJsonString());
        await _hub.AskAsync("officer-1", HttpMethod.Post, "/api/visits/v1/commands/plan-visit",
            $$"""{"estateId":"huayu-qiantang","checkIds":[{{string.Join(',', ids)}}],"at":"{{proposed["until"]}}"}""");
        Assert.Empty((await _hub.AskAsync("officer-1", HttpMethod.Get, "/api/visit-proposals?scope=street:xiashi"))["items"]!.AsArray());

        await _hub.AskAsync("officer-1", HttpMethod.Post, "/api/visits/v1/commands/begin-visit", """{"officers":["officer-1","officer-2"]}""");
        var seen = await _hub.AskAsync("department-housing", HttpMethod.Get, "/api/visits/v1");
        Assert.Equal(["tick-visit"], seen["may"]!.AsArray().Select(command => (string)command!));
        Assert.Equal("wrong-party", await HubFactory.CodeAsync(await _hub.SendAsync(
            "department-housing", HttpMethod.Post, "/api/visits/v1/commands/sign-visit", """{"department":"enforcement"}""")));
        Assert.Single((await _hub.AskAsync("department-housing", HttpMethod.Get, "/api/visits?scope=street:xiashi&open=true"))["items"]!.AsArray());
    }

    /// <summary>The hub's own day.</summary>
    private async Task<DateOnly> TodayAsync() => DateOnly.Parse(
        (string)(await _hub.AskAsync("community-xishan", HttpMethod.Get, "/api/units/huayu-qiantang/7-2-2001"))["door"]!["today"]!,
        System.Globalization.CultureInfo.InvariantCulture);

    private Task<JsonNode> MarkAsync(string mark) => _hub.AskAsync(Manager, HttpMethod.Post, $"{Round}/commands/mark-round-item", Mark(mark));

    private static string Mark(string mark, string? photo = null) =>
        $$"""{"itemId":"1","mark":"{{mark}}","evidenceIds":[{{(photo is null ? "" : $"\"{photo}\"")}}]}""";

    private async Task<string> UploadAsync() => (string)(await _hub.AskAsync(Manager, HttpMethod.Post, "/api/evidence", Pictures.Quarters(800, 600)))["id"]!;
}
