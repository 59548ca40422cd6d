using System.Net;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Reports;

public sealed class SimilarTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync()
    {
        _city.Cases["case-2"] = FakeCity.View("case-2") with { ReportedBy = "somebody", Contact = "139" };
        _city.Cases["case-3"] = FakeCity.View("case-3") with { Status = CaseStatus.Closed };
        _hub = await HubFactory.StartAsync(_city);
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Theory]
    [InlineData("gridWorker-in", FakeCity.CaseId, "case-2")]
    [InlineData("gridWorker-out")]
    [InlineData(FakeCity.Reporter, FakeCity.CaseId)]
    public async Task Open_cases_are_shown_to_those_who_may_see_them(string user, params string[] ids)
    {
        var answer = await HubFactory.ReadAsync(await FindAsync("?type=DEC-03&gridId=xishan-01", user));

        Assert.Equal(ids, answer["items"]!.AsArray().Select(row => (string)row!["id"]!));
        Assert.All(answer["items"]!.AsArray(), row => Assert.Null(row!["contact"]));
    }

    [Fact]
    public async Task The_place_is_found_as_for_a_report_and_nothing_is_stored()
    {
        await FindAsync("?type=DEC-03&estate=huayu-qiantang&building=7&unit=2001&lat=30.5&lon=-120.25");

        var asked = _city.LastSimilar!;
        Assert.Equal(("DEC-03", _city.Now), (asked.Type, asked.At));
        Assert.Equal(("huayu-qiantang", "7", "2001", 30.5, -120.25), (asked.Place.Estate, asked.Place.Building, asked.Place.Unit, asked.Place.Lat, asked.Place.Lon));
        Assert.Empty(_city.Stored);
    }

    [Theory]
    [InlineData("?gridId=xishan-01", HttpStatusCode.BadRequest, "missing-parameter")]
    [InlineData("?type=DEC-03&lat=north&lon=120", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("?type=DEC-03&lat=91&lon=120", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("?type=DEC-03&lat=NaN&lon=120", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("?type=DEC-03&estate=a:b", HttpStatusCode.BadRequest, "invalid-parameter")]
    [InlineData("?type=DEC-03&lat=85&lon=120", HttpStatusCode.UnprocessableEntity, "outside-territory")]
    public async Task What_cannot_be_a_place_is_refused_with_its_code(string query, HttpStatusCode status, string code)
    {
        var answer = await FindAsync(query);

        Assert.Equal((status, code), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    private async Task<HttpResponseMessage> FindAsync(string query, string user = "gridWorker-in") =>
        await _hub.SendAsync(HttpMethod.Get, "/api/similar" + query, await _hub.TokenAsync(user));
}
