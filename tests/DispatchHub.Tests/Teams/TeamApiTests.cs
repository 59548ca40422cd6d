using System.Net;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Teams;

public sealed class TeamApiTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_roster_is_shown_from_now_on_for_a_week_unless_asked_otherwise()
    {
        var usual = await HubFactory.ReadAsync(await SendAsync("officer-in", HttpMethod.Get, "street:xiashi/roster"));
        var asked = await HubFactory.ReadAsync(await SendAsync("officer-in", HttpMethod.Get, "street:xiashi/roster?from=2026-03-09T00:00:00%2B08:00&to=2026-03-10T00:00:00%2B08:00"));

        Assert.Equal(_city.Now.AddDays(7), (DateTimeOffset)usual["to"]!);
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.FromHours(8)), (DateTimeOffset)asked["from"]!);
        Assert.Equal(("everyDay", "2026-03-01"), ((string)usual["planned"]![0]!["days"]!, (string)usual["planned"]![0]!["first"]!));
    }

    [Fact]
    public async Task A_change_reaches_the_team_with_who_gave_it_and_when()
    {
        var answer = await SendAsync("captain-in", HttpMethod.Post, "street:xiashi/roster/override",
            """{"userName":"officer-in","replaces":"officer-second","from":"2026-03-09T08:30:00+08:00","to":"2026-03-09T17:30:00+08:00"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var change = Assert.IsType<RosterChange>(Assert.Single(_city.Stored));
        Assert.Equal(("captain-in", _city.Now), (change.By.Id, change.At));
        var command = Assert.IsType<OverrideDuty>(change.Command);
        Assert.Equal(("officer-in", "officer-second", new DateTimeOffset(2026, 3, 9, 0, 30, 0, TimeSpan.Zero)), (command.UserName, command.Replaces, command.From));
    }

    [Theory]
    [InlineData(RefusalCode.InThePast, HttpStatusCode.UnprocessableEntity, "in-the-past")]
    [InlineData(RefusalCode.UnknownPerson, HttpStatusCode.UnprocessableEntity, "unknown-person")]
    [InlineData(RefusalCode.OverlappingShift, HttpStatusCode.Conflict, "overlapping-shift")]
    [InlineData(RefusalCode.AnsweredAlready, HttpStatusCode.Conflict, "answered-already")]
    public async Task What_the_team_refuses_is_told_with_its_code(RefusalCode code, HttpStatusCode status, string told)
    {
        _city.Refusal = new Refusal(code, "Do something else.");

        var answer = await SendAsync("captain-in", HttpMethod.Post, "street:xiashi/roster/withdraw", """{"id":"o1"}""");

        Assert.Equal((status, told), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
        Assert.Empty(_city.Stored);
    }

    [Theory]
    [InlineData("captain-in", "GET", "grid:xishan-01/roster", null, 404, "unknown")]
    [InlineData("captain-in", "GET", "nothing/roster", null, 404, "unknown")]
    [InlineData("captain-in", "GET", "street:xiashi/roster?from=2026-03-09T00:00:00Z&to=2026-06-09T00:00:00Z", null, 400, "invalid-parameter")]
    [InlineData("captain-in", "GET", "street:xiashi/duty?at=noon", null, 400, "invalid-parameter")]
    [InlineData("communityStaff-in", "GET", "community:nanmen/duty", null, 403, "outside-area")]
    [InlineData("officer-in", "GET", "street:xiashi/presence", null, 403, "role-not-allowed")]
    [InlineData("officer-in", "POST", "street:xiashi/roster/override", "{}", 403, "role-not-allowed")]
    [InlineData("captain-in", "POST", "street:xiashi/roster/end", """{"id":"d1"}""", 400, "missing-field")]
    [InlineData("captain-in", "POST", "street:xiashi/roster/end", """{"id":"d1","last":"soon"}""", 400, "invalid-field")]
    [InlineData("captain-in", "POST", "street:xiashi/roster/withdraw", """{"id":"o1","why":"so"}""", 400, "unknown-field")]
    public async Task What_makes_no_sense_or_is_not_theirs_is_refused(string user, string method, string path, string? body, int status, string code)
    {
        var answer = await SendAsync(user, new HttpMethod(method), path, body);

        Assert.Equal((status, code), ((int)answer.StatusCode, await HubFactory.CodeAsync(answer)));
        Assert.Empty(_city.Stored);
    }

    [Fact]
    public async Task What_nobody_has_signed_for_in_time_is_shown_to_the_team()
    {
        var late = await HubFactory.ReadAsync(await SendAsync("dispatcher-in", HttpMethod.Get, "street:xiashi/hand-over/late"));

        Assert.Equal(("written", true), ((string)late["items"]![0]!["state"]!, (bool)late["items"]![0]!["late"]!));
    }

    [Fact]
    public async Task Whoever_is_on_duty_is_shown_to_the_street_and_where_they_are_to_those_who_lead_it()
    {
        var duty = await HubFactory.ReadAsync(await SendAsync("officer-in", HttpMethod.Get, "street:xiashi/duty?at=2026-03-09T00:00:00Z"));
        var presence = await HubFactory.ReadAsync(await SendAsync("dispatcher-in", HttpMethod.Get, "street:xiashi/presence"));

        Assert.Equal(("officer-in", 1), ((string)duty["items"]![0]!["userName"]!, (int)duty["items"]![0]!["line"]!));
        Assert.Equal("xiashi-2026-000001", (string)presence["items"]![0]!["caseNumber"]!);
        Assert.Equal(("onTheMove", 30.5), ((string)presence["items"]![0]!["kind"]!, (double)presence["items"]![0]!["position"]!["lat"]!));
    }

    [Theory]
    [InlineData("""{"kind":"busy","position":{"lat":30.5,"lon":120.6}}""", "busy")]
    [InlineData("""{"kind":"signedOff"}""", "signedOff")]
    [InlineData("{}", "signedIn")]
    public async Task An_officer_says_how_they_stand(string body, string kind)
    {
        var answer = await _hub.SendAsync(HttpMethod.Post, "/api/officers/me/presence", await _hub.TokenAsync("officer-in"), body);

        var view = await HubFactory.ReadAsync(answer);
        Assert.Equal(("officer-in", kind), ((string)view["userName"]!, (string)view["kind"]!));
        Assert.Single(_city.Stored);
    }

    [Fact]
    public async Task A_change_that_is_only_tried_answers_what_would_stand_and_stores_nothing()
    {
        var answer = await SendAsync("captain-in", HttpMethod.Post, "street:xiashi/roster/end?preview=true", """{"id":"d1","last":"2026-03-31"}""");

        Assert.Equal(_city.Now.AddDays(14), (DateTimeOffset)(await HubFactory.ReadAsync(answer))["to"]!);
        Assert.Empty(_city.Stored);
    }

    [Fact]
    public async Task A_grid_worker_looks_at_the_roster_of_their_community_and_at_no_other()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("gridWorker-in", HttpMethod.Get, "community:xishan/roster")).StatusCode);
        Assert.Equal("outside-area", await HubFactory.CodeAsync(await SendAsync("gridWorker-in", HttpMethod.Get, "community:nanmen/roster")));
        Assert.Equal("outside-area", await HubFactory.CodeAsync(await SendAsync("gridWorker-in", HttpMethod.Get, "street:xiashi/roster")));
        Assert.Equal("role-not-allowed", await HubFactory.CodeAsync(await SendAsync("gridWorker-in", HttpMethod.Post, "community:xishan/hand-over/sign", "{}")));
    }

    [Fact]
    public async Task A_hand_over_is_looked_at_written_and_signed_by_the_instant_that_its_shift_began()
    {
        var look = await HubFactory.ReadAsync(await SendAsync("officer-in", HttpMethod.Get, "street:xiashi/hand-over?shift=2026-03-02T00:30:00Z"));
        var written = await HubFactory.ReadAsync(await SendAsync("officer-in", HttpMethod.Post, "street:xiashi/hand-over/note", """{"note":"Quiet.","shift":"2026-03-02T08:30:00+08:00"}"""));
        var signed = await SendAsync("captain-in", HttpMethod.Post, "street:xiashi/hand-over/sign", "{}");

        var shift = new DateTimeOffset(2026, 3, 2, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal((shift, "open", "hand-over-too-early"), ((DateTimeOffset)look["shift"]!["from"]!, (string)look["shift"]!["state"]!, (string)look["noSign"]!));
        Assert.Equal(("Quiet.", HttpStatusCode.OK), ((string)written["note"]!, signed.StatusCode));
        Assert.Equal([("officer-in", shift), ("captain-in", null)], _city.Stored.Cast<HandOverAct>().Select(act => (act.By.Id, act.Shift)));
    }

    [Theory]
    [InlineData(RefusalCode.NoShift, HttpStatusCode.UnprocessableEntity, "no-shift")]
    [InlineData(RefusalCode.HandOverTooEarly, HttpStatusCode.Conflict, "hand-over-too-early")]
    [InlineData(RefusalCode.HandOverSigned, HttpStatusCode.Conflict, "hand-over-signed")]
    [InlineData(RefusalCode.OwnHandOver, HttpStatusCode.Conflict, "own-hand-over")]
    public async Task A_hand_over_that_is_refused_is_told_with_its_code(RefusalCode code, HttpStatusCode status, string told)
    {
        _city.Refusal = new Refusal(code, "Do something else.");

        var answer = await SendAsync("captain-in", HttpMethod.Post, "street:xiashi/hand-over/sign", "{}");

        Assert.Equal((status, told), (answer.StatusCode, await HubFactory.CodeAsync(answer)));
    }

    [Fact]
    public async Task A_team_that_nothing_is_planned_for_has_no_hand_over_to_show()
    {
        _city.Refusal = new Refusal(RefusalCode.NoShift, "Plan a duty.");

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync("officer-in", HttpMethod.Get, "street:xiashi/hand-over")).StatusCode);
        Assert.Equal("no-shift", await HubFactory.CodeAsync(await SendAsync("officer-in", HttpMethod.Get, "street:xiashi/hand-over?shift=2026-03-02T00:30:00Z")));
    }

    private async Task<HttpResponseMessage> SendAsync(string user, HttpMethod method, string path, string? body = null) =>
        await _hub.SendAsync(method, $"/api/teams/{path}", await _hub.TokenAsync(user), body);
}
