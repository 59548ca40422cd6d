using System.Net;
using Dispatch.Hub.Sources;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Sources;

/// <summary>Cases that another system sends, signed, through real grains into a real store.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const string Body = """{"number":"HN-1","type":"装修噪音","description":"夜间装修","address":"华宇钱塘7幢","contact":"13800000000"}""";

    private EmbeddedHub _hub = null!;
    private HotlineSender _hotline = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await EmbeddedHub.StartAsync(HotlineSender.Setting);
        _hotline = new HotlineSender(_hub.Client);
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_signed_message_opens_a_case_at_the_community_that_shows_source_number_and_the_time_for_a_reply()
    {
        var answer = await _hotline.SendAsync(Body);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var receipt = await HubFactory.ReadAsync(answer);
        Assert.Equal(("HN-1", "opens", "AwaitingCommunity"), ((string)receipt["number"]!, (string)receipt["did"]!, (string)receipt["status"]!));
        Assert.NotNull(receipt["replyBy"]);
        var view = await _hub.AskAsync("dispatcher-1", HttpMethod.Get, $"/api/cases/{receipt["caseId"]}");
        Assert.Equal(("hotline-12345", "HN-1", "DEC-07"), ((string)view["external"]!["source"]!, (string)view["external"]!["number"]!, (string)view["type"]!));
        Assert.Contains(view["clocks"]!.AsArray(), clock => (string)clock!["name"]! == "external-reply" && (string)clock["state"]! == "Running");
        var found = await _hub.AskAsync("dispatcher-1", HttpMethod.Get, "/api/cases?scope=street:xiashi&q=hn-1");
        Assert.Equal((string)receipt["caseId"]!, (string)Assert.Single(found["items"]!.AsArray())!["id"]!);
        Assert.Equal("HN-1", (string)found["items"]![0]!["external"]!["number"]!);
    }

    [Fact]
    public async Task Whoever_does_not_sign_or_signs_wrongly_is_refused_and_nothing_is_stored()
    {
        Assert.Equal("signature-missing", await _hotline.RefusedAsync(Body, change: request => request.Headers.Remove(WebhookSignature.SignatureHeader)));
        Assert.Equal("signature-missing", await _hotline.RefusedAsync(Body, change: request => request.Headers.Remove(WebhookSignature.TimestampHeader)));
        Assert.Equal("signature-missing", await _hotline.RefusedAsync(Body, nonce: "short"));
        Assert.Equal("signature-missing", await _hotline.RefusedAsync(Body, nonce: "with.a.dot"));
        Assert.Equal("signature-wrong", await _hotline.RefusedAsync(Body, secret: new string('x', 40)));
        Assert.Equal("signature-wrong", await _hotline.RefusedAsync(Body, signedBody: Body.Replace("HN-1", "HN-2", StringComparison.Ordinal)));
        Assert.Equal("signature-expired", await _hotline.RefusedAsync(Body, skew: TimeSpan.FromMinutes(-6)));
        Assert.Equal("signature-expired", await _hotline.RefusedAsync(Body, skew: TimeSpan.FromMinutes(6)));
        Assert.Equal("unknown-source", await _hotline.RefusedAsync(Body, source: "four-platforms"));
        Assert.Equal("unknown-source", await _hotline.RefusedAsync(Body, source: "nobody"));
        Assert.Equal("body-too-large", await _hotline.RefusedAsync($$"""{"number":"HN-1","type":"{{new string('x', 70_000)}}"}"""));
        Assert.Equal("malformed-json", await _hotline.RefusedAsync("{"));
        Assert.Equal("unknown-field", await _hotline.RefusedAsync("""{"number":"HN-1","type":"装修噪音","street":"other"}"""));
        Assert.Equal("invalid-external-number", await _hotline.RefusedAsync("""{"number":"","type":"装修噪音"}"""));
        Assert.Equal("invalid-reply-by", await _hotline.RefusedAsync("""{"number":"HN-1","type":"装修噪音","replyBy":"2031-01-01T00:00:00Z"}"""));
        Assert.Equal("invalid-value", await _hotline.RefusedAsync("""{"number":"HN-1","type":"装修噪音","place":{"lat":200,"lon":1}}"""));
        Assert.Equal("invalid-text", await _hotline.RefusedAsync($$"""{"number":"HN-1","type":"装修噪音","description":"{{new string('x', 2_001)}}"}"""));

        Assert.Empty((await _hub.AskAsync("dispatcher-1", HttpMethod.Get, "/api/cases?scope=street:xiashi"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_replayed_message_is_refused_also_after_a_restart_and_one_signed_anew_finds_the_same_case()
    {
        var first = await HubFactory.ReadAsync(await _hotline.SendAsync(Body, nonce: "the-first-one"));

        Assert.Equal("replayed-webhook", await _hotline.RefusedAsync(Body, nonce: "the-first-one"));
        _hub = await _hub.RestartAsync(HotlineSender.Setting);
        _hotline = new HotlineSender(_hub.Client);
        Assert.Equal("replayed-webhook", await _hotline.RefusedAsync(Body, nonce: "the-first-one"));

        var again = await _hotline.SendAsync(Body);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var receipt = await HubFactory.ReadAsync(again);
        Assert.Equal(((string)first["caseId"]!, "known"), ((string)receipt["caseId"]!, (string)receipt["did"]!));
    }

    [Fact]
    public async Task The_same_number_with_something_new_tells_it_to_the_case_that_is_there()
    {
        var id = (string)(await HubFactory.ReadAsync(await _hotline.SendAsync(Body)))["caseId"]!;

        var receipt = await HubFactory.ReadAsync(await _hotline.SendAsync(Body.Replace("夜间装修", "夜间装修，凌晨两点", StringComparison.Ordinal)));

        Assert.Equal((id, "updates"), ((string)receipt["caseId"]!, (string)receipt["did"]!));
        var history = await _hub.AskAsync("dispatcher-1", HttpMethod.Get, $"/api/cases/{id}/history");
        var told = Assert.Single(history["items"]!.AsArray(), entry => (string)entry!["event"]! == "ExternalUpdated")!;
        Assert.Equal(("source:hotline-12345", "夜间装修，凌晨两点"), ((string)told["actor"]!, (string)told["data"]!["description"]!));
    }

    [Fact]
    public async Task One_number_sent_by_many_at_once_is_one_case()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _hotline.SendAsync(Body)));

        var receipts = await Task.WhenAll(answers.Select(HubFactory.ReadAsync));
        Assert.Single(receipts.Select(receipt => (string)receipt["caseId"]!).Distinct());
        Assert.Single((await _hub.AskAsync("dispatcher-1", HttpMethod.Get, "/api/cases?scope=street:xiashi"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_place_outside_every_grid_goes_to_the_streets_unlocated_grid()
    {
        var receipt = await HubFactory.ReadAsync(await _hotline.SendAsync("""{"number":"HN-9","type":"装修噪音","place":{"lat":39.9,"lon":116.4}}"""));

        var view = await _hub.AskAsync("dispatcher-1", HttpMethod.Get, $"/api/cases/{receipt["caseId"]}");
        Assert.Contains("unlocated", (string)view["gridId"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reply_is_a_command_of_the_dispatcher_and_stops_the_sources_clock()
    {
        var id = (string)(await HubFactory.ReadAsync(await _hotline.SendAsync(Body)))["caseId"]!;

        var view = await _hub.AskAsync("dispatcher-1", HttpMethod.Post, $"/api/cases/{id}/commands/reply-external", """{"text":"已到场处理"}""");

        Assert.Equal("已到场处理", (string)view["external"]!["reply"]!);
        Assert.Contains(view["clocks"]!.AsArray(), clock => (string)clock!["name"]! == "external-reply" && (string)clock["state"]! == "Met");
    }
}
