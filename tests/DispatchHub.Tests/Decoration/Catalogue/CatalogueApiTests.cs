using System.Net;
using Dispatch.Hub.Tests.Hosting;
using Dispatch.TestKit;

namespace Dispatch.Hub.Tests.Decoration.Catalogue;

public sealed class CatalogueApiTests : IAsyncLifetime
{
    private const string Address = "/api/catalogue/decoration";

    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Somebody_without_an_account_reads_it_in_both_languages()
    {
        var answer = await _hub.SendAsync(HttpMethod.Get, Address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var catalogue = await HubFactory.ReadAsync(answer);
        Assert.Equal(("xiashi", 9, 19), ((string?)catalogue["policy"]!["id"], catalogue["inspections"]!.AsArray().Count, catalogue["punishments"]!.AsArray().Count));
        var wall = catalogue["works"]!.AsArray().Single(work => (string?)work!["id"] == "remove-structural-wall")!;
        Assert.Equal("forbidden", (string?)wall["ruling"]);
        Assert.StartsWith("No.", (string?)wall["answer"]!["en"], StringComparison.Ordinal);
        Assert.StartsWith("不能", (string?)wall["answer"]!["zh"], StringComparison.Ordinal);
        var late = catalogue["punishments"]!.AsArray().Single(item => (string?)item!["id"] == "P11")!;
        Assert.Equal(("management-fee", 2m, "property-manager"), ((string?)late["fine"]!["basis"], (decimal)late["fine"]!["least"]!, (string?)late["liable"]));
    }

    [Fact]
    public async Task A_version_that_is_kept_is_found_and_another_is_not()
    {
        Assert.Equal(HttpStatusCode.OK, (await _hub.SendAsync(HttpMethod.Get, $"{Address}?version={Sample.Xiashi.Version}")).StatusCode);
        Assert.Equal("no-catalogue", await HubFactory.CodeAsync(await _hub.SendAsync(HttpMethod.Get, $"{Address}?version=never")));
    }

    [Theory]
    [InlineData("?area=xishan", "invalid-parameter")]
    [InlineData("?colour=red", "unknown-parameter")]
    public async Task Bad_questions_are_refused(string query, string code) =>
        Assert.Equal(code, await HubFactory.CodeAsync(await _hub.SendAsync(HttpMethod.Get, Address + query)));

    [Fact]
    public async Task One_address_that_asks_without_end_is_slowed_down()
    {
        await using var hub = await HubFactory.StartAsync(_city, ("Limits:PublicReadsPerMinute", "1"));

        await hub.SendAsync(HttpMethod.Get, Address);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await hub.SendAsync(HttpMethod.Get, Address)).StatusCode);
    }
}
