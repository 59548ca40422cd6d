using System.Net;
using System.Text.Json.Nodes;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Decoration;

/// <summary>A flat over HTTP: the owner's secret link, the card, and the staff behind it.</summary>
public sealed class FilingApiTests : IAsyncLifetime
{
    private const string Unit = "/api/units/huayu-qiantang/7-2-2001";
    private const string Commands = "/api/filings/huayu-qiantang.7-2-2001/commands/";

    private EmbeddedHub _hub = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task An_owner_files_by_the_secret_link_and_the_flat_knows_it_for_ever()
    {
        var before = await _hub.AskAsync("community-xishan", HttpMethod.Get, Unit);
        var link = (string)before["link"]!;
        var today = DateOnly.Parse((string)before["door"]!["today"]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("Not filed", await PageAsync(link), StringComparison.Ordinal);

        var forbidden = await FileAsync(link, today, "remove-bay-window");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forbidden.StatusCode);
        Assert.Contains("role=\"alert\"", await forbidden.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var filed = await FileAsync(link, today, "finishes");
        Assert.Contains("<strong>已备案", await filed.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await FileAsync(link, today, "finishes");

        var card = await PageAsync(link + "/print");
        Assert.Contains("<svg", card, StringComparison.Ordinal);
        Assert.DoesNotContain("13900000000", card + await PageAsync(link), StringComparison.Ordinal);
        Assert.Equal("13900000000", (string?)Filing(await _hub.AskAsync("grid-xishan-03", HttpMethod.Get, Unit))["contact"]);
        Assert.Null((string?)Filing(await _hub.AskAsync("committee", HttpMethod.Get, Unit))["contact"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await _hub.SendAsync("grid-beiguan-02", HttpMethod.Get, Unit)).StatusCode);

        await _hub.AskAsync("grid-xishan-03", HttpMethod.Post, Commands + "scan", $$"""{"token":"{{link["/door/".Length..]}}"}""");
        await _hub.AskAsync("community-xishan", HttpMethod.Post, Commands + "erase-contact", """{"number":1}""");
        var after = await _hub.AskAsync("grid-xishan-03", HttpMethod.Get, Unit);
        Assert.Null((string?)Filing(after)["contact"]);
        Assert.Equal("grid-xishan-03", (string?)Assert.Single(after["history"]!["filings"]!["scans"]!.AsArray())!["by"]);
        Assert.Single((await _hub.AskAsync("community-xishan", HttpMethod.Get, "/api/filings"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Work_without_filing_becomes_a_case_of_the_flat_and_anybody_reports_at_the_door()
    {
        var opened = await _hub.AskAsync("manager-huayu", HttpMethod.Post, Unit + "/unfiled-work", """{"description":"Drilling.","inProgress":true}""");
        Assert.Equal("DEC-05", (string?)opened["type"]);
        var page = await _hub.AskAsync("grid-xishan-03", HttpMethod.Get, Unit);
        Assert.Equal((string?)opened["id"], (string?)Assert.Single(page["cases"]!.AsArray())!["id"]);

        var link = (string)page["link"]!;
        using var form = new FormUrlEncodedContent([new("type", "DEC-07"), new("description", "At night.")]);
        Assert.Contains("role=\"status\"", await (await _hub.Client.PostAsync(link + "/report", form, Cancellation)).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(2, (await _hub.AskAsync("grid-xishan-03", HttpMethod.Get, Unit))["cases"]!.AsArray().Count);

        var today = DateOnly.Parse((string)page["door"]!["today"]!, System.Globalization.CultureInfo.InvariantCulture);
        await FileAsync(link, today, "finishes");
        var refused = await _hub.SendAsync("manager-huayu", HttpMethod.Post, Unit + "/unfiled-work", "{}");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Theory]
    [InlineData("/door/huayu-qiantang.7-2-2001.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/door/nothing")]
    [InlineData("/door/huayu-qiantang.7-2-2001")]
    public async Task A_guessed_link_opens_nothing(string link) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _hub.Client.GetAsync(link, Cancellation)).StatusCode);

    private static JsonNode Filing(JsonNode page) => Assert.Single(page["history"]!["filings"]!["filings"]!.AsArray())!;

    private Task<string> PageAsync(string path) => _hub.Client.GetStringAsync(path, Cancellation);

    private async Task<HttpResponseMessage> FileAsync(string link, DateOnly from, string work)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("work", work), new("contractor", "安居装饰"), new("from", $"{from:yyyy-MM-dd}"), new("to", $"{from.AddDays(30):yyyy-MM-dd}"), new("contact", "13900000000"),
        ]);
        return await _hub.Client.PostAsync(link + "/file", form, Cancellation);
    }
}
