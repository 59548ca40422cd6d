using System.Net;
using System.Text.Json.Nodes;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Surges;

/// <summary>Surges and drills over HTTP, in the whole product.</summary>
public sealed class SurgeApiTests : IAsyncLifetime
{
    private const string Supervisor = "supervisor";
    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_supervisor_declares_a_surge_and_ends_it_and_everybody_of_the_area_sees_it()
    {
        var declared = await _hub.AskAsync(Supervisor, HttpMethod.Post, "/api/surges", await BodyAsync("community:xishan"));
        Assert.Equal(("xiashi.1", "community:xishan", true), ((string)declared["id"]!, (string)declared["scope"]!, (bool)declared["inForce"]!));

        var seen = (await _hub.AskAsync("community-xishan", HttpMethod.Get, "/api/surges"))["items"]!.AsArray();
        Assert.Equal("Storm.", (string)Assert.Single(seen)!["reason"]!);
        Assert.Empty((await _hub.AskAsync(Supervisor, HttpMethod.Get, "/api/surges?scope=community:hehua"))["items"]!.AsArray());

        var id = (string)(await _hub.AskAsync("grid-xishan-03", HttpMethod.Post, "/api/reports", """{"type":"DEC-02","place":{"gridId":"xishan-03"},"passUp":true}"""))["id"]!;
        var view = await _hub.AskAsync(Supervisor, HttpMethod.Get, $"/api/cases/{id}");
        Assert.Equal(("xiashi.1", "High"), ((string)view["surge"]!["id"]!, (string)view["priority"]!));

        var ended = await _hub.AskAsync(Supervisor, HttpMethod.Post, "/api/surges/xiashi.1/end", """{"reason":"It is over."}""");
        Assert.Equal((false, "It is over."), ((bool)ended["inForce"]!, (string)ended["endReason"]!));
    }

    [Fact]
    public async Task A_surge_over_some_types_leaves_the_others_alone_and_names_what_it_is_over()
    {
        var body = (await BodyAsync("street:xiashi")).Replace("\"reason\"", "\"types\":[\"DEC-02\",\"DEC-03\"],\"reason\"", StringComparison.Ordinal);
        var declared = await _hub.AskAsync(Supervisor, HttpMethod.Post, "/api/surges", body);
        Assert.Equal(["DEC-02", "DEC-03"], declared["types"]!.AsArray().Select(type => (string)type!));

        var under = await _hub.AskAsync("grid-xishan-03", HttpMethod.Post, "/api/reports", """{"type":"DEC-02","place":{"gridId":"xishan-03"},"passUp":true}""");
        var other = await _hub.AskAsync("grid-xishan-03", HttpMethod.Post, "/api/reports", """{"type":"DEC-07","place":{"gridId":"xishan-03"},"passUp":true}""");
        Assert.Equal(("xiashi.1", null), ((string?)under["surge"]?["id"], (string?)other["surge"]?["id"]));

        var unknown = body.Replace("DEC-03", "DEC-99", StringComparison.Ordinal);
        Assert.Equal("unknown-type", await HubFactory.CodeAsync(await _hub.SendAsync(Supervisor, HttpMethod.Post, "/api/surges", unknown)));
    }

    [Theory]
    [InlineData("""{"scope":"street:xiashi","reason":"r"}""", "invalid-end")]
    [InlineData("""{"scope":"street:xiashi","reason":"r","until":"2020-01-01T00:00:00+08:00"}""", "invalid-end")]
    [InlineData("""{"scope":"street:xiashi","reason":"r","until":"2199-01-01T00:00:00+08:00"}""", "invalid-end")]
    [InlineData("""{"scope":"street:nowhere","reason":"r"}""", "outside-area")]
    [InlineData("""{"scope":"community:nowhere","reason":"r"}""", "unknown")]
    [InlineData("""{"scope":"street:xiashi","until":"2199-01-01T00:00:00+08:00"}""", "reason-required")]
    [InlineData("""{"reason":"r"}""", "missing-field")]
    public async Task A_surge_that_cannot_be_is_refused_with_a_code(string body, string code) =>
        Assert.Equal(code, await HubFactory.CodeAsync(await _hub.SendAsync(Supervisor, HttpMethod.Post, "/api/surges", body)));

    [Fact]
    public async Task Only_a_supervisor_declares_and_no_two_overlap()
    {
        Assert.Equal("role-not-allowed", await HubFactory.CodeAsync(await _hub.SendAsync("captain", HttpMethod.Post, "/api/surges", await BodyAsync("street:xiashi"))));
        await _hub.AskAsync(Supervisor, HttpMethod.Post, "/api/surges", await BodyAsync("street:xiashi"));
        var other = await _hub.SendAsync(Supervisor, HttpMethod.Post, "/api/surges", await BodyAsync("grid:xishan-03"));
        Assert.Equal((HttpStatusCode.Conflict, "overlapping-surge"), (other.StatusCode, await HubFactory.CodeAsync(other)));
        Assert.Equal("unknown", await HubFactory.CodeAsync(await _hub.SendAsync(Supervisor, HttpMethod.Post, "/api/surges/xiashi.9/end", """{"reason":"r"}""")));
    }

    [Fact]
    public async Task A_drill_is_marked_counts_nowhere_and_tells_its_links()
    {
        var drill = await _hub.AskAsync("captain", HttpMethod.Post, "/api/drills", """{"type":"DEC-02","place":{"gridId":"xishan-03"},"passUp":true}""");
        var id = (string)drill["id"]!;
        Assert.True((bool)drill["drill"]!);
        Assert.Empty(drill["possibleDuplicates"]!.AsArray());
        var real = await _hub.AskAsync("grid-xishan-03", HttpMethod.Post, "/api/reports", """{"type":"DEC-02","place":{"gridId":"xishan-03"},"passUp":true}""");
        Assert.Null(real["drill"]);
        Assert.Empty(real["possibleDuplicates"]!.AsArray());

        await _hub.AskAsync("community-xishan", HttpMethod.Post, $"/api/cases/{id}/commands/acknowledge", "{}");
        var links = await _hub.AskAsync("captain", HttpMethod.Get, $"/api/cases/{id}/links");
        Assert.True((bool)links["drill"]!);
        Assert.Equal(("acknowledge", "in-time", "community-xishan"), Link(links["items"]![0]!));

        var opened = (int)(await _hub.AskAsync("captain", HttpMethod.Get, "/api/figures?scope=street:xiashi"))["total"]!["counts"]!["opened"]!;
        Assert.Equal(1, opened);
        Assert.Equal("role-not-allowed", await HubFactory.CodeAsync(await _hub.SendAsync("dispatcher-1", HttpMethod.Post, "/api/drills", """{"type":"DEC-02","place":{"gridId":"xishan-03"}}""")));
        var closed = await _hub.AskAsync("captain", HttpMethod.Post, $"/api/cases/{id}/commands/end-drill", """{"reason":"We have seen enough."}""");
        Assert.Equal("Closed", (string)closed["status"]!);
    }

    private static (string, string, string) Link(JsonNode link) => ((string)link["clock"]!, (string)link["outcome"]!, (string)link["by"]!);

    private async Task<string> BodyAsync(string scope)
    {
        var now = (DateTimeOffset)(await _hub.AskAsync(Supervisor, HttpMethod.Get, "/api/clock"))["now"]!;
        return $$"""{"scope":"{{scope}}","reason":"Storm.","until":"{{now.AddHours(6):O}}","raise":"High"}""";
    }
}
