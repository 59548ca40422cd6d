using System.Net;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Forecasts;

public sealed class ForecastApiTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Without_parameters_it_is_ones_own_area_in_the_next_eight_hours()
    {
        var answer = await HubFactory.ReadAsync(await GetAsync("/api/forecast", "communityStaff-in"));

        Assert.Equal(
            new ForecastQuery { Scope = Scope.Community("xishan"), From = _city.Now, Until = _city.Now.AddHours(8) }, Assert.Single(_city.Forecasts.Asked));
        Assert.Equal("community:xishan", (string)answer["scope"]!);
        Assert.Equal(FakeCity.CaseId, (string)answer["items"]![0]!["caseId"]!);
        Assert.Equal("Community", (string)answer["items"]![0]!["levelAfter"]!);
        Assert.Equal(1, (int)answer["byHour"]![0]!["levels"]!["grid"]!);
        Assert.Equal("grid:xishan-01", (string)answer["byUnit"]![0]!["responsible"]!);
        Assert.Equal(1, (int)answer["total"]!);
    }

    [Theory]
    [InlineData("2026-03-02T00:30:00Z", "until-not-ahead")]
    [InlineData("2026-03-01T00:00:00Z", "until-not-ahead")]
    [InlineData("2026-03-09T00:30:00.001Z", "until-too-far")]
    [InlineData("2199-12-31T23:59:59Z", "until-too-far")]
    public async Task An_instant_that_is_not_ahead_or_too_far_is_refused(string until, string code)
    {
        var answer = await GetAsync($"/api/forecast?until={until}", "dispatcher-in");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(code, await HubFactory.CodeAsync(answer));
        Assert.Empty(_city.Forecasts.Asked);
    }

    [Theory]
    [InlineData("/api/forecast?until=tomorrow", "dispatcher-in", "invalid-parameter")]
    [InlineData("/api/forecast?from=2026-03-02T00:30:00Z", "dispatcher-in", "unknown-parameter")]
    [InlineData("/api/forecast?scope=supervisor:xiashi", "dispatcher-in", "invalid-scope")]
    [InlineData("/api/forecast", "citizen-in", "missing-parameter")]
    [InlineData("/api/forecast?scope=street:haichang", "dispatcher-in", "outside-area")]
    [InlineData("/api/forecast?scope=street:xiashi", "communityStaff-in", "outside-area")]
    [InlineData("/api/forecast?scope=street:xiashi", "citizen-in", "outside-area")]
    [InlineData("/api/forecast?scope=grid:nowhere", "dispatcher-in", "unknown")]
    [InlineData("/api/forecast", "administrator-in", "role-not-allowed")]
    public async Task What_the_board_would_refuse_is_refused_and_nothing_is_read(string path, string user, string code)
    {
        Assert.Equal(code, await HubFactory.CodeAsync(await GetAsync(path, user)));
        Assert.Empty(_city.Forecasts.Asked);
    }

    [Fact]
    public async Task A_week_ahead_to_the_millisecond_is_answered()
    {
        await HubFactory.ReadAsync(await GetAsync("/api/forecast?scope=case:case-1&until=2026-03-09T00:30:00.0009Z", "officer-in"));

        Assert.Equal(new ForecastQuery { Scope = Scope.Case("case-1"), From = _city.Now, Until = _city.Now.AddDays(7) }, Assert.Single(_city.Forecasts.Asked));
    }

    [Fact]
    public async Task Boards_that_ask_the_same_at_once_cost_one_look_ahead_and_a_later_one_another()
    {
        const string path = "/api/forecast?scope=street:xiashi&until=2026-03-02T09:00:00Z";
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => GetAsync(path, "dispatcher-in")));
        Assert.Single(_city.Forecasts.Asked);

        await GetAsync("/api/forecast?scope=community:xishan&until=2026-03-02T09:00:00Z", "dispatcher-in");
        Assert.Equal(2, _city.Forecasts.Asked.Count);

        _hub.Time.Advance(TimeSpan.FromSeconds(5));
        await GetAsync(path, "captain-in");
        Assert.Equal(3, _city.Forecasts.Asked.Count);
    }

    [Fact]
    public async Task A_look_ahead_that_failed_is_tried_again_by_whoever_asks_next()
    {
        _city.Forecasts.Outage = new StoreUnavailableException("The store is away.", new TimeoutException());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync("/api/forecast", "dispatcher-in")).StatusCode);

        _city.Forecasts.Outage = null;
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/forecast", "dispatcher-in")).StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string user) => await _hub.SendAsync(HttpMethod.Get, path, await _hub.TokenAsync(user));
}
