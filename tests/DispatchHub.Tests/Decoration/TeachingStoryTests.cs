using System.Net;
using System.Text.Json.Nodes;
using Dispatch.Hub.Tests.Evidence;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Decoration;

/// <summary>Owners' questions about bay windows and equipment balconies, from a phone without an account to published rulings.</summary>
public sealed class TeachingStoryTests : IAsyncLifetime
{
    private const string Manager = "manager-kipeili";
    private const string Community = "community-beiguan";
    private const string Estate = "/api/estates/kipeili-2";

    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Questions_asked_by_the_link_are_answered_at_the_session_and_become_rulings_that_residents_read()
    {
        var photo = (string)(await _hub.AskAsync(Manager, HttpMethod.Post, "/api/evidence", Pictures.Quarters(800, 600)))["id"]!;
        await _hub.AskAsync(Manager, HttpMethod.Post, $"{Estate}/commands/draw-floor-plan", $$$"""{"planId":"type-a","name":{"zh":"A户型","en":"Type A"},"evidenceId":"{{{photo}}}","units":["11-1-101"]}""");
        foreach (var (spot, kind) in (IEnumerable<(string, string)>)[("bay", "bayWindow"), ("balcony", "equipmentBalcony")])
        {
            await _hub.AskAsync(Manager, HttpMethod.Post, $"{Estate}/commands/mark-spot", $$$"""{"planId":"type-a","spot":{"id":"{{{spot}}}","x":0.5,"y":0.5,"kind":"{{{kind}}}","ruling":"allowed","sentence":{"zh":"可以。","en":"Yes."},"evidenceId":"{{{photo}}}"}}""");
        }

        await _hub.AskAsync("captain", HttpMethod.Post, $"{Estate}/commands/publish-guidance", """{"planId":"type-a"}""");
        var guidance = (string)(await _hub.AskAsync("captain", HttpMethod.Get, Estate))["plans"]![0]!["link"]!;
        var before = await ReadAsync($"/api/guidance/{guidance["/g/".Length..]}/answers");
        Assert.Empty(before["items"]!.AsArray());
        var link = (string)before["link"]!;

        Assert.Contains("id=\"count\"", await PostAsync($"{link}/ask", ("question", "飘窗台板可以拆吗？"), HttpStatusCode.OK), StringComparison.Ordinal);
        Assert.Contains("请不要填写电话", await PostAsync($"{link}/ask", ("question", "请打 13812345678"), HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        await PostAsync($"{link}/ask", ("question", "飘窗台板可以拆吗？"), HttpStatusCode.OK);
        await PostAsync($"{link}/ask", ("question", "设备平台可以封闭吗？<b>"), HttpStatusCode.OK);
        await PostAsync($"{link}/order", ("topic", "structure"), HttpStatusCode.OK);
        await PostAsync($"{link}/order", ("topic", "poetry"), HttpStatusCode.UnprocessableEntity);
        await PostAsync($"{link}x/ask", ("question", "Anything?"), HttpStatusCode.NotFound);

        var list = await _hub.AskAsync(Community, HttpMethod.Get, "/api/sessions");
        var session = Assert.Single(list["items"]!.AsArray())!;
        var address = $"/api/sessions/{session["id"]}";
        Assert.Equal(("owners", "collecting", 2), ((string)session["audience"]!, (string)session["state"]!, session["questions"]!.AsArray().Count));
        Assert.NotEmpty(list["menu"]!["topics"]!.AsArray());
        await _hub.AskAsync(Community, HttpMethod.Post, $"{address}/commands/plan-session", $$"""{"place":"小区会所","at":"{{DateTime.UtcNow.AddDays(3):O}}"}""");
        var page = await TextAsync(link);
        Assert.Contains("小区会所", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);

        Assert.Equal("status-not-allowed", await CodeAsync("captain", $"{address}/commands/publish-answers", "{}"));
        Assert.Equal("unknown", await HubFactory.CodeAsync(await _hub.SendAsync("captain", HttpMethod.Get, $"{address}/effect")));
        await _hub.AskAsync(Community, HttpMethod.Post, $"{address}/commands/hold-session", """{"attendance":[{"group":"representatives","count":14}]}""");
        await _hub.AskAsync(Community, HttpMethod.Post, $"{address}/commands/answer-question", """{"number":1,"answer":{"zh":"台板是结构，不得拆除。","en":"The sill is structure and stays."},"ruling":{"planId":"type-a","spotId":"bay","ruling":"forbidden"}}""");
        Assert.Equal("question-unanswered", await CodeAsync("captain", $"{address}/commands/publish-answers", "{}"));
        await _hub.AskAsync(Community, HttpMethod.Post, $"{address}/commands/answer-question", """{"number":2,"answer":{"zh":"设备平台不封闭。","en":"It stays open."}}""");
        Assert.Equal(["answer-question", "publish-answers", "set-question-aside"], (await _hub.AskAsync("captain", HttpMethod.Get, address))["may"]!.AsArray().Select(one => (string)one!));
        Assert.Equal("done", (string)(await _hub.AskAsync("captain", HttpMethod.Post, $"{address}/commands/publish-answers", "{}"))["state"]!);

        var published = await ReadAsync($"/api/guidance/{guidance["/g/".Length..]}");
        var ruling = published["guidance"]!["lines"]![0]!["spot"]!;
        Assert.Equal((2, "forbidden", "The sill is structure and stays.", photo), ((int)published["guidance"]!["version"]!, (string)ruling["ruling"]!, (string)ruling["sentence"]!["en"]!, (string)ruling["evidenceId"]!));
        Assert.Equal(["forbidden", null], (await ReadAsync($"/api/guidance/{guidance["/g/".Length..]}/answers"))["items"]!.AsArray().Select(one => (string?)one!["ruling"]?["ruling"]));
        Assert.Contains("台板是结构", await TextAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_briefing_is_signed_by_the_property_team_and_its_effect_names_the_cases_that_make_it()
    {
        const string Address = "/api/sessions/briefing-1";
        Assert.Equal("outside-area", await CodeAsync("manager-huayu", $"{Address}/commands/order-topics", Order("managers")));
        await _hub.AskAsync(Manager, HttpMethod.Post, $"{Address}/commands/order-topics", Order("managers"));
        Assert.Equal("outside-area", await HubFactory.CodeAsync(await _hub.SendAsync("manager-huayu", HttpMethod.Get, Address)));
        var early = await ReportAsync("DEC-03");
        await ReportAsync("DISP-01");
        await _hub.AskAsync("captain", HttpMethod.Post, $"{Address}/commands/hold-session", """{"attendance":[{"group":"managers","count":4}]}""");
        Assert.Equal("role-not-allowed", await CodeAsync("captain", $"{Address}/commands/sign-spot-list", "{}"));
        var signed = await _hub.AskAsync(Manager, HttpMethod.Post, $"{Address}/commands/sign-spot-list", "{}");
        Assert.Equal((Manager, "done"), ((string)signed["signature"]!["by"]!, (string)signed["state"]!));

        var effect = await _hub.AskAsync("captain", HttpMethod.Get, $"{Address}/effect");
        Assert.Equal((90, 13, true), ((int)effect["days"]!, (int)effect["flats"]!, (bool)effect["tooFew"]!));
        Assert.All(effect["before"]!["caseIds"]!.AsArray().Concat(effect["after"]!["caseIds"]!.AsArray()), one => Assert.Equal(early, (string)one!));
    }

    private static string Order(string audience) => $$"""{"estateId":"kipeili-2","audience":"{{audience}}","topics":["structure","filing"]}""";

    private async Task<string> ReportAsync(string type) => (string)(await _hub.AskAsync(
        Community, HttpMethod.Post, "/api/reports", $$"""{"type":"{{type}}","place":{"estate":"kipeili-2","unit":"11-1-101"},"description":"{{Guid.NewGuid()}}"}"""))["id"]!;

    private async Task<string> CodeAsync(string user, string path, object body) => await HubFactory.CodeAsync(await _hub.SendAsync(user, HttpMethod.Post, path, body));

    private async Task<JsonNode> ReadAsync(string path) => await HubFactory.ReadAsync(await _hub.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    private Task<string> TextAsync(string path) => _hub.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>Sends a form as a phone would; the page that it answers.</summary>
    private async Task<string> PostAsync(string path, (string Name, string Value) field, HttpStatusCode expected)
    {
        using var form = new FormUrlEncodedContent([new(field.Name, field.Value)]);
        var answer = await _hub.Client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
