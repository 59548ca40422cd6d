using System.Net;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Cases;

public sealed class CommandTests : IAsyncLifetime
{
    private const string Acknowledge = "/api/cases/case-1/commands/acknowledge";

    private const string Report = """{"type":"DEC-03","description":"A bay window.","contact":"139","place":{"gridId":"xishan-01"}}""";

    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;
    private string _community = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await HubFactory.StartAsync(_city);
        _community = await _hub.TokenAsync("communityStaff-in");
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_report_opens_a_case_and_says_where_it_is()
    {
        var token = await _hub.TokenAsync("gridWorker-in");

        var answer = await _hub.SendAsync(HttpMethod.Post, "/api/reports", token, Report);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var id = (string)(await HubFactory.ReadAsync(answer))["id"]!;
        Assert.Matches("^[A-Za-z0-9_-]{22}$", id);
        Assert.Equal($"/api/cases/{id}", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await _hub.SendAsync(HttpMethod.Get, answer.Headers.Location!.ToString(), token)).StatusCode);
        Assert.Equal([FakeCity.CaseId], Assert.IsType<Report>(Single().Command).PossibleDuplicates);
    }

    [Fact]
    public async Task A_repeated_report_finds_the_case_that_it_opened()
    {
        var token = await _hub.TokenAsync("gridWorker-in");
        var other = await _hub.TokenAsync("communityStaff-in");

        var first = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Post, "/api/reports", token, Report, "same"));
        var again = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Post, "/api/reports", token, Report, "same"));
        Assert.Single(_city.Stored);
        var foreign = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Post, "/api/reports", other, Report, "same"));

        Assert.Equal((string)first["id"]!, (string)again["id"]!);
        Assert.NotEqual((string)first["id"]!, (string)foreign["id"]!);
    }

    [Fact]
    public async Task A_repeat_in_other_white_space_and_order_is_a_repeat_and_other_words_are_not()
    {
        var token = await _hub.TokenAsync("dispatcher-in");
        const string address = "/api/cases/case-1/commands/set-priority";

        var first = await _hub.SendAsync(HttpMethod.Post, address, token, """{"priority":"High","reason":"School"}""", "k");
        var again = await _hub.SendAsync(HttpMethod.Post, address, token, """{ "reason" : "School" , "priority" : "High" }""", "k");
        var other = await _hub.SendAsync(HttpMethod.Post, address, token, """{"priority":"Urgent","reason":"School"}""", "k");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("idempotency-key-reused", await HubFactory.CodeAsync(other));
        Assert.Single(_city.Stored);
    }

    [Fact]
    public async Task What_stands_around_a_command_reaches_the_case()
    {
        await _hub.SendAsync(HttpMethod.Post, Acknowledge, _community, """{"note":"Seen","occurredAt":"2026-03-02T08:20:00.1239+08:00","expectedVersion":1}""", "k-1");

        var envelope = Single();
        Assert.Equal("Seen", envelope.Note);
        Assert.Equal(1, envelope.ExpectedVersion);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 20, 0, 123, TimeSpan.FromHours(8)), envelope.OccurredAt);
        Assert.Equal(_city.Now, envelope.ReceivedAt);
        Assert.Equal("k-1", envelope.Key);
        Assert.Equal(new Actor("communityStaff-in", Role.CommunityStaff, Scope.Community("xishan")), envelope.Actor);
    }

    [Fact]
    public async Task A_missing_reason_is_the_cases_to_refuse()
    {
        _city.Refusal = new Refusal(RefusalCode.ReasonRequired, "Say why.");

        var answer = await _hub.SendAsync(HttpMethod.Post, "/api/cases/case-1/commands/whistle", _community, "{}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("reason-required", await HubFactory.CodeAsync(answer));
    }

    [Theory]
    [InlineData(RefusalCode.CaseMovedOn, 409, "case-moved-on")]
    [InlineData(RefusalCode.StatusNotAllowed, 409, "status-not-allowed")]
    [InlineData(RefusalCode.VersionChanged, 409, "version-changed")]
    public async Task A_conflict_shows_the_case_as_it_stands(RefusalCode refusal, int status, string code)
    {
        _city.Refusal = new Refusal(refusal, "The case has moved on; look at it again.");

        var answer = await _hub.SendAsync(HttpMethod.Post, Acknowledge, _community, "{}");

        Assert.Equal((status, code), ((int)answer.StatusCode, await HubFactory.CodeAsync(answer)));
        Assert.Equal(FakeCity.CaseId, (string)(await HubFactory.ReadAsync(answer))["case"]!["id"]!);
    }

    [Fact]
    public async Task A_case_outside_the_area_is_not_shown_with_the_refusal()
    {
        var answer = await _hub.SendAsync(HttpMethod.Post, Acknowledge, await _hub.TokenAsync("communityStaff-out"), "{}");

        Assert.Equal("outside-area", await HubFactory.CodeAsync(answer));
        Assert.Null((await HubFactory.ReadAsync(answer))["case"]);
    }

    [Fact]
    public void Every_refusal_code_is_a_4xx() =>
        Assert.All(Enum.GetValues<RefusalCode>(), code => Assert.InRange(Problems.RefusalProblems.Status(code), 400, 499));

    public static TheoryData<Exception> Outages { get; } =
    [
        new StoreUnavailableException("The queue is full."),
        new TimeoutException("No answer in 30 s."),
        new OrleansException("The silo is stopping."),
        new Orleans.Storage.InconsistentStateException("Another activation was quicker."),
    ];

    [Theory, MemberData(nameof(Outages))]
    public async Task An_outage_is_a_503_that_says_to_repeat_with_the_same_key(Exception outage)
    {
        _city.Outage = outage;

        var answer = await _hub.SendAsync(HttpMethod.Post, Acknowledge, _community, "{}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("unavailable", await HubFactory.CodeAsync(answer));
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("Idempotency-Key", (string)(await HubFactory.ReadAsync(answer))["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_program_tells_nothing_of_its_inside()
    {
        _city.Outage = new InvalidOperationException("secret detail");

        var answer = await _hub.SendAsync(HttpMethod.Post, Acknowledge, _community, "{}");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("internal-error", await HubFactory.CodeAsync(answer));
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_runaway_client_is_slowed_down_and_others_are_not()
    {
        await using var hub = await HubFactory.StartAsync(_city, ("Limits:CommandBurst", "1"), ("Limits:CommandsPerSecond", "1"));
        var (runaway, other) = (await hub.TokenAsync("dispatcher-in"), await hub.TokenAsync("captain-in"));
        HttpResponseMessage answer;
        do
        {
            answer = await hub.SendAsync(HttpMethod.Post, "/api/cases/case-1/commands/comment", runaway, """{"text":"again"}""");
        }
        while (answer.StatusCode is HttpStatusCode.OK);

        Assert.Equal("too-many-requests", await HubFactory.CodeAsync(answer));
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await hub.SendAsync(HttpMethod.Post, "/api/cases/case-1/commands/comment", other, """{"text":"once"}""")).StatusCode);
    }

    private CommandEnvelope Single() => Assert.IsType<CommandEnvelope>(Assert.Single(_city.Stored));
}
