using System.Net;
using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;
using Dispatch.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Hub.Tests.Decoration;

/// <summary>The disposal of cases over HTTP, through real grains into a real store, until a document is printed.</summary>
public sealed class PapersStoryTests : IAsyncLifetime
{
    private const string Stop = """{"paper":"stop-notice","facts":"露台上正在搭建<b>阳光房</b>。"}""";

    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_stop_work_notice_is_drafted_signed_and_printed_and_what_comes_next_is_always_said()
    {
        var id = await ReportAsync("ILL-01");
        var before = await LookAsync("officer-1", id);
        Assert.Equal((0, "notOpened", "open-papers"), ((int)before["version"]!, (string)before["state"]!, (string)before["acts"]![0]!["command"]!));
        Assert.Empty((await LookAsync("supervisor", id))["acts"]!.AsArray());
        await DoAsync("officer-1", id, "open-papers", "{}");
        await DoAsync("officer-1", id, "draft-paper", Stop);
        Assert.Equal("role-not-allowed", await CodeAsync("officer-1", id, "sign-paper", """{"n":1}"""));
        var draft = await PageAsync((string)(await LookAsync("officer-1", id))["papers"]![0]!["print"]!);
        Assert.Contains("草稿，未签发，无效", draft, StringComparison.Ordinal);

        Assert.Contains(Acts(await LookAsync("captain", id)), act => act == "sign-paper");
        await DoAsync("captain", id, "sign-paper", """{"n":1}""");
        var paper = (await LookAsync("officer-1", id))["papers"]![0]!;
        var page = await PageAsync((string)paper["print"]!);
        Assert.Contains((string)paper["number"]!, page, StringComparison.Ordinal);
        Assert.Contains("<h1>责令停工通知书</h1>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;阳光房&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("草稿", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);

        await DoAsync("officer-1", id, "finish-step", """{"step":"stop"}""");
        var range = await _hub.AskAsync("officer-1", HttpMethod.Get, $"/api/papers/{id}/fine?punishment=P12&cost=80000");
        Assert.Equal((4_000, 8_000), ((int)range["least"]!, (int)range["most"]!));
        Assert.Equal("fine-facts-missing", (string)(await _hub.AskAsync("officer-1", HttpMethod.Get, $"/api/papers/{id}/fine?punishment=P12"))["refusal"]!["code"]!, ignoreCase: true);
        const string Decision = """{"paper":"decision","facts":"未取得许可。","measure":"自行拆除","punishment":"P12","cost":80000,"fine":AMOUNT}""";
        Assert.Equal("fine-outside-range", await CodeAsync("officer-1", id, "draft-paper", Decision.Replace("AMOUNT", "9000", StringComparison.Ordinal)));
        await DoAsync("officer-1", id, "draft-paper", Decision.Replace("AMOUNT", "6000", StringComparison.Ordinal));
        Assert.Contains("6,000元", await PageAsync((string)(await LookAsync("captain", id))["papers"]![1]!["print"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_have_neither_gap_nor_double_when_many_sign_at_once()
    {
        const int Cases = 6;
        var ids = new List<string>();
        for (var i = 0; i < Cases; i++)
        {
            ids.Add(await ReportAsync("ILL-01"));
        }

        foreach (var id in ids)
        {
            await DoAsync("officer-1", id, "open-papers", "{}");
            await DoAsync("officer-1", id, "record-party-refusal", """{"said":"Work goes on."}""");
            await DoAsync("officer-1", id, "draft-paper", Stop);
            await DoAsync("officer-1", id, "draft-paper", """{"paper":"sealing-decision","facts":"仍在施工。","punishment":"P14"}""");
        }

        await LookAsync("captain", ids[0]);

        // Every draft is signed three times at once, each under a key of its own.
        await Task.WhenAll(
            from id in ids
            from n in new[] { 1, 2 }
            from _ in Enumerable.Range(0, 3)
            select _hub.SendAsync("captain", HttpMethod.Post, $"/api/papers/{id}/commands/sign-paper", $$"""{"n":{{n}}}"""));
        var numbers = new List<string>();
        foreach (var id in ids)
        {
            numbers.AddRange((await LookAsync("captain", id))["papers"]!.AsArray().Select(paper => (string)paper!["number"]!));
        }

        // Street and mark before it, then year and count of the case, then which document.
        var counts = numbers.Select(number => number[(number.IndexOf('〕', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal);
        Assert.Equal(from at in Enumerable.Range(1, Cases) from n in new[] { 1, 2 } select $"{at:D6}-{n}号", counts);
    }

    [Fact]
    public async Task The_office_edits_a_template_by_adopting_a_pack_and_one_with_an_unknown_field_is_refused()
    {
        var id = await ReportAsync("ILL-01");
        await DoAsync("officer-1", id, "open-papers", "{}");
        await DoAsync("officer-1", id, "draft-paper", Stop);
        var clock = _hub.Services.GetRequiredService<ICityClock>();
        var from = clock.Now.AddMinutes(5);
        var faulty = await AdoptAsync("# {{street}}责令停工通知书 {{owner}}", from);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.StatusCode);
        var said = await faulty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("owner", said, StringComparison.Ordinal);
        Assert.Contains("stop-notice", said, StringComparison.Ordinal);

        var adopted = await AdoptAsync("# 新版停工通知书", from);
        Assert.True(adopted.IsSuccessStatusCode, await adopted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        while (clock.Now <= from)
        {
            await Task.Yield();
        }

        await DoAsync("captain", id, "return-paper", """{"n":1,"reason":"The new text, please."}""");
        await DoAsync("officer-1", id, "draft-paper", Stop);
        var papers = (await LookAsync("captain", id))["papers"]!;
        Assert.Equal("edited", (string)papers[1]!["template"]!["version"]!);
        Assert.Contains("新版停工通知书", await PageAsync((string)papers[1]!["print"]!), StringComparison.Ordinal);
        Assert.DoesNotContain("新版停工通知书", await PageAsync((string)papers[0]!["print"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scene_without_a_path_has_no_steps_and_what_is_not_there_or_not_theirs_is_refused()
    {
        var fire = await ReportAsync("FIRE-01");
        Assert.Empty((await LookAsync("officer-1", fire))["steps"]!.AsArray());
        Assert.Equal("no-disposal-path", await CodeAsync("officer-1", fire, "open-papers", "{}"));
        Assert.Equal("unknown", await CodeAsync("officer-1", "nothing", "open-papers", "{}"));
        Assert.Equal(HttpStatusCode.NotFound, (await _hub.SendAsync("officer-1", HttpMethod.Get, "/api/papers/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _hub.SendAsync("community-hehua", HttpMethod.Get, $"/api/papers/{fire}")).StatusCode);
        var guessed = await _hub.Client.GetAsync(new Uri($"/papers/{fire}.1.AAAAAAAAAAAAAAAAAAAAAA", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, guessed.StatusCode);
    }

    private static IEnumerable<string> Acts(JsonNode view) => view["acts"]!.AsArray().Select(act => (string)act!["command"]!);

    private async Task<string> ReportAsync(string type) => (string)(await _hub.AskAsync("community-xishan", HttpMethod.Post, "/api/reports",
        $$"""{"type":"{{type}}","place":{"estate":"huayu-qiantang","unit":"7-2-2001"},"description":"{{Guid.NewGuid()}}"}"""))["id"]!;

    private Task<JsonNode> LookAsync(string user, string id) => _hub.AskAsync(user, HttpMethod.Get, $"/api/papers/{id}");

    private Task<JsonNode> DoAsync(string user, string id, string command, string body) =>
        _hub.AskAsync(user, HttpMethod.Post, $"/api/papers/{id}/commands/{command}", body);

    private async Task<string> CodeAsync(string user, string id, string command, string body) =>
        await HubFactory.CodeAsync(await _hub.SendAsync(user, HttpMethod.Post, $"/api/papers/{id}/commands/{command}", body));

    private Task<string> PageAsync(string path) => _hub.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<HttpResponseMessage> AdoptAsync(string heading, DateTimeOffset from)
    {
        var pack = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("samples", "xiashi", "policy.json"), TestContext.Current.CancellationToken))!;
        pack["version"] = "edited";
        pack["papers"]!["templates"]!["stop-notice"]!["text"]![0] = heading;
        var body = new JsonObject { ["pack"] = pack, ["areas"] = new JsonArray("street:xiashi"), ["from"] = from.ToString("O", System.Globalization.CultureInfo.InvariantCulture), ["reason"] = "A clearer notice." };
        return await _hub.SendAsync("supervisor", HttpMethod.Post, "/api/policies/adoptions", body.ToJsonString());
    }
}
