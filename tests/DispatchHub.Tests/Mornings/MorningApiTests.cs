using System.Net;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Mornings;

public sealed class MorningApiTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Without_parameters_it_is_ones_own_street_today_and_says_whether_one_decides()
    {
        var supervisor = await HubFactory.ReadAsync(await GetAsync("/api/morning", "supervisor-in"));
        Assert.Equal(new MorningQuery { Scope = Scope.Street("xiashi"), StreetId = "xiashi", Now = _city.Now }, Assert.Single(_city.Mornings.Asked));
        Assert.Equal(("street:xiashi", true), ((string)supervisor["scope"]!, (bool)supervisor["mayDecide"]!));

        foreach (var reader in new[] { "captain-in", "committee-in" })
        {
            Assert.False((bool)(await HubFactory.ReadAsync(await GetAsync("/api/morning", reader)))["mayDecide"]!);
        }
    }

    [Fact]
    public async Task A_day_and_a_community_are_passed_on()
    {
        await HubFactory.ReadAsync(await GetAsync("/api/morning?scope=community:xishan&day=2026-02-27", "committee-in"));
        Assert.Equal(
            new MorningQuery { Scope = Scope.Community("xishan"), StreetId = "xiashi", Day = new DateOnly(2026, 2, 27), Now = _city.Now },
            Assert.Single(_city.Mornings.Asked));
    }

    [Theory]
    [InlineData("/api/morning?day=2026-03-03", "supervisor-in", "day-out-of-reach")]
    [InlineData("/api/morning?day=2026-01-29", "supervisor-in", "day-out-of-reach")]
    [InlineData("/api/morning?day=yesterday", "supervisor-in", "invalid-parameter")]
    [InlineData("/api/morning?day=2026-02-29", "supervisor-in", "invalid-parameter")]
    [InlineData("/api/morning?at=2026-03-02", "supervisor-in", "unknown-parameter")]
    [InlineData("/api/morning?scope=case:case-1", "supervisor-in", "invalid-scope")]
    [InlineData("/api/morning?scope=street:haichang", "supervisor-in", "outside-area")]
    [InlineData("/api/morning?scope=street:haichang", "committee-in", "outside-area")]
    [InlineData("/api/morning", "officer-in", "role-not-allowed")]
    [InlineData("/api/morning", "communityStaff-in", "role-not-allowed")]
    [InlineData("/api/outages?scope=street:haichang", "captain-in", "outside-area")]
    public async Task What_is_not_ones_own_or_no_morning_is_refused_and_nothing_is_read(string path, string user, string code)
    {
        Assert.Equal(code, await HubFactory.CodeAsync(await GetAsync(path, user)));
        Assert.Empty(_city.Mornings.Asked);
    }

    [Fact]
    public async Task A_supervisor_records_an_outage_of_their_own_street_and_everybody_who_may_look_sees_it()
    {
        const string body = """{"from":"2026-03-02T08:00:00+08:00","to":"2026-03-02T08:20:00+08:00","reason":"The street's network was down."}""";
        var answer = await HubFactory.ReadAsync(await PostAsync(body, "supervisor-in"));
        Assert.Equal((2, "xiashi"), ((int)answer["cardsWithdrawn"]!, (string)answer["outage"]!["streetId"]!));

        var list = await HubFactory.ReadAsync(await GetAsync("/api/outages", "committee-in"));
        Assert.Equal("The street's network was down.", (string)Assert.Single(list["items"]!.AsArray())!["reason"]!);
        Assert.Empty((await HubFactory.ReadAsync(await GetAsync("/api/outages", "supervisor-out")))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"from":"2026-03-02T08:00:00+08:00","reason":"r"}""", "supervisor-in", HttpStatusCode.BadRequest, "missing-field")]
    [InlineData("""{"from":"2026-03-02","to":"2026-03-02T08:00:00+08:00","reason":"r"}""", "supervisor-in", HttpStatusCode.BadRequest, "invalid-field")]
    [InlineData("""{"from":"2026-03-02T08:00:00+08:00","to":"2026-03-02T08:20:00+08:00","reason":"r","street":"haichang"}""", "supervisor-in", HttpStatusCode.BadRequest, "unknown-field")]
    [InlineData("{}", "captain-in", HttpStatusCode.Forbidden, "role-not-allowed")]
    public async Task What_is_no_outage_or_not_ones_to_record_is_refused(string body, string user, HttpStatusCode status, string code)
    {
        var answer = await PostAsync(body, user);
        Assert.Equal((status, code), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
        Assert.Empty(_city.Stored);
    }

    [Fact]
    public async Task What_the_ledger_refuses_is_answered_as_it_says()
    {
        _city.Refusal = new Refusal(RefusalCode.InvalidInterval, "Give a beginning and an end.");
        const string body = """{"from":"2026-03-02T08:00:00+08:00","to":"2026-03-02T08:20:00+08:00","reason":"r"}""";
        var answer = await PostAsync(body, "supervisor-in");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "invalid-interval"), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string user) => await _hub.SendAsync(HttpMethod.Get, path, await _hub.TokenAsync(user));

    private async Task<HttpResponseMessage> PostAsync(string body, string user) => await _hub.SendAsync(HttpMethod.Post, "/api/outages", await _hub.TokenAsync(user), body);
}
