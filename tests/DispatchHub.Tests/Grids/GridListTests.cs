using System.Net;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Grids;

public sealed class GridListTests : IAsyncLifetime
{
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(new FakeCity());

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Theory]
    [InlineData("dispatcher-in", "?scope=street:xiashi", "xishan-01")]
    [InlineData("dispatcher-in", "?scope=community:xishan", "xishan-01")]
    [InlineData("communityStaff-out", "", "nanmen-01")]
    [InlineData("gridWorker-in", "", "xishan-01")]
    public async Task The_grids_of_a_scope_are_shown_as_each_is_alone(string user, string query, string id)
    {
        var list = await HubFactory.ReadAsync(await LookAsync(user, query));
        var alone = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, $"/api/grids/{id}", await _hub.TokenAsync(user)));

        Assert.Equal(alone.ToJsonString(), Assert.Single(list["items"]!.AsArray())!.ToJsonString());
    }

    [Theory]
    [InlineData("citizen-in", "", HttpStatusCode.BadRequest, "missing-parameter")]
    [InlineData("dispatcher-in", "?scope=officer:o.li", HttpStatusCode.BadRequest, "invalid-scope")]
    [InlineData("gridWorker-in", "?scope=community:xishan", HttpStatusCode.Forbidden, "outside-area")]
    [InlineData("dispatcher-in", "?scope=community:nowhere", HttpStatusCode.NotFound, "unknown")]
    [InlineData("administrator-in", "?scope=street:xiashi", HttpStatusCode.Forbidden, "role-not-allowed")]
    public async Task What_may_not_be_looked_at_is_refused_with_its_code(string user, string query, HttpStatusCode status, string code)
    {
        var answer = await LookAsync(user, query);

        Assert.Equal((status, code), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    private async Task<HttpResponseMessage> LookAsync(string user, string query) =>
        await _hub.SendAsync(HttpMethod.Get, "/api/grids" + query, await _hub.TokenAsync(user));
}
