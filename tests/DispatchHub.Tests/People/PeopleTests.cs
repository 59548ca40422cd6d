using System.Net;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.People;

public sealed class PeopleTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Officers_are_shown_with_their_open_cases_and_others_without_a_count()
    {
        _city.Cases["case-2"] = FakeCity.View("case-2") with { OfficerIds = ["officer-in"] };
        _city.Add("officer-idle", Contracts.Role.Officer, Contracts.Scope.Street("xiashi"));

        var list = await HubFactory.ReadAsync(await LookAsync("captain-in", "?scope=street:xiashi"));

        var open = list["items"]!.AsArray().ToDictionary(person => (string)person!["userName"]!, person => (int?)person!["openCases"]);
        Assert.Equal((2, 0, 0), (open["officer-in"], open["officer-idle"], open["captain-in"]));
        Assert.Null(open["supervisor-in"]);
        var officer = list["items"]!.AsArray().Single(person => (string)person!["userName"]! is "officer-in")!;
        Assert.Equal(("officer", "street:xiashi"), ((string)officer["role"]!, (string)officer["area"]!));
    }

    [Fact]
    public async Task Without_a_scope_those_of_ones_own_area_are_shown()
    {
        var list = await HubFactory.ReadAsync(await LookAsync("dispatcher-out", ""));

        Assert.Contains("officer-out", list["items"]!.AsArray().Select(person => (string)person!["userName"]!));
        Assert.DoesNotContain("officer-in", list["items"]!.AsArray().Select(person => (string)person!["userName"]!));
    }

    [Theory]
    [InlineData("system-in", "", HttpStatusCode.BadRequest, "missing-parameter")]
    [InlineData("dispatcher-in", "?scope=case:case-1", HttpStatusCode.BadRequest, "invalid-scope")]
    [InlineData("dispatcher-in", "?scope=street:xiashi&role=officer", HttpStatusCode.BadRequest, "unknown-parameter")]
    [InlineData("dispatcher-in", "?scope=street:haichang", HttpStatusCode.Forbidden, "outside-area")]
    [InlineData("communityStaff-in", "", HttpStatusCode.Forbidden, "role-not-allowed")]
    public async Task What_may_not_be_looked_at_is_refused_with_its_code(string user, string query, HttpStatusCode status, string code)
    {
        var answer = await LookAsync(user, query);

        Assert.Equal((status, code), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    private async Task<HttpResponseMessage> LookAsync(string user, string query) =>
        await _hub.SendAsync(HttpMethod.Get, "/api/people" + query, await _hub.TokenAsync(user));
}
