using System.Net;
using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Cases;

public sealed class CandidateTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_dispatcher_sees_the_best_with_reasons_and_who_is_left_out_and_why()
    {
        var ranking = await HubFactory.ReadAsync(await LookAsync("dispatcher-in", $"{FakeCity.CaseId}/candidates"));

        var best = ranking["best"]![0]!;
        Assert.Equal(("officer-in", "open-cases", "1"), ((string)best["userName"]!, (string)best["reasons"]![0]!["code"]!, (string)best["reasons"]![0]!["value"]!));
        Assert.Equal(("officer-second", "off-duty"), ((string)ranking["leftOut"]![0]!["userName"]!, (string)ranking["leftOut"]![0]!["why"]!));
    }

    [Theory]
    [InlineData("dispatcher-out", FakeCity.CaseId, HttpStatusCode.Forbidden, "outside-area")]
    [InlineData("officer-in", FakeCity.CaseId, HttpStatusCode.Forbidden, "role-not-allowed")]
    [InlineData("dispatcher-in", "nothing", HttpStatusCode.NotFound, "unknown")]
    public async Task Candidates_are_for_those_who_dispatch(string user, string id, HttpStatusCode status, string code)
    {
        var answer = await LookAsync(user, $"{id}/candidates");

        Assert.Equal((status, code), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    [Theory]
    [InlineData("dispatcher-in", true)]
    [InlineData("officer-in", true)]
    [InlineData("supervisor-in", true)]
    [InlineData("citizen-in", false)]
    [InlineData("gridWorker-in", false)]
    [InlineData("communityStaff-in", false)]
    public async Task Why_officers_were_asked_is_shown_to_the_streets_own_people(string user, bool shown)
    {
        var asked = new AskedOfficer { UserName = "officer-in", Round = 1, At = _city.Now, Why = [new RankingReason("open-cases", "1")] };
        _city.Cases[FakeCity.CaseId] = _city.Cases[FakeCity.CaseId] with { Offers = new CaseOffers(1, true, [asked]) };

        var view = await HubFactory.ReadAsync(await LookAsync(user, FakeCity.CaseId));

        Assert.Equal(shown ? "officer-in" : null, (string?)view["offers"]?["asked"]![0]!["userName"]);
        Assert.Equal(shown ? "open-cases" : null, (string?)view["offers"]?["asked"]![0]!["why"]![0]!["code"]);
    }

    [Theory]
    [InlineData(Role.Dispatcher, true)]
    [InlineData(Role.Citizen, false)]
    public void A_history_tells_why_officers_were_asked_to_the_streets_own_people(Role role, bool shown)
    {
        var entry = new HistoryEntry
        {
            Seq = 1,
            Event = "Assigned",
            At = _city.Now,
            Actor = "system",
            Data = """{"officerIds":["officer-in"],"automatic":true,"ranking":[{"userName":"officer-in","reasons":[{"code":"near","value":"1"}]}]}""",
        };

        var line = entry.For(_city.Cases[FakeCity.CaseId], new Actor("somebody", role, Scope.Street("xiashi")));

        Assert.Equal(shown, line.Data.TryGetProperty("ranking", out _));
        Assert.True(line.Data.TryGetProperty("officerIds", out _));
    }

    private async Task<HttpResponseMessage> LookAsync(string user, string path) =>
        await _hub.SendAsync(HttpMethod.Get, $"/api/cases/{path}", await _hub.TokenAsync(user));
}
