using System.Net;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Cases;

public sealed class LedgerTests : IAsyncLifetime
{
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(new FakeCity());

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_ledger_is_spelled_as_clients_read_it()
    {
        var ledger = await HubFactory.ReadAsync(await LookAsync("officer-in", FakeCity.CaseId));

        var clock = ledger["items"]![0]!;
        Assert.Equal("Paused", (string)clock["state"]!);
        Assert.Equal("running", (string)clock["spans"]![0]!["kind"]!);
        Assert.Equal(("paused", "Owner abroad."), ((string)clock["spans"]![1]!["kind"]!, (string)clock["spans"]![1]!["reason"]!));
        Assert.Null(clock["spans"]![1]!["to"]);
        Assert.Null(clock["endedAt"]);
        Assert.Equal("2 wd", (string)clock["extensions"]![0]!["length"]!);
        Assert.Equal(100, (int)clock["marks"]![0]!["mark"]!);
    }

    [Theory]
    [InlineData("officer-out", FakeCity.CaseId, HttpStatusCode.Forbidden, "outside-area")]
    [InlineData("officer-in", "nothing", HttpStatusCode.NotFound, "unknown")]
    public async Task A_ledger_is_for_whoever_sees_the_case(string user, string id, HttpStatusCode status, string code)
    {
        var answer = await LookAsync(user, id);

        Assert.Equal((status, code), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    private async Task<HttpResponseMessage> LookAsync(string user, string id) =>
        await _hub.SendAsync(HttpMethod.Get, $"/api/cases/{id}/ledger", await _hub.TokenAsync(user));
}
