using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Bodies;

/// <summary>Whatever is wrong with a request, it is a 4xx problem with a stable code, and nothing has been stored.</summary>
public sealed class BadInputTests(BadInputTests.Fixture fixture) : IClassFixture<BadInputTests.Fixture>
{
    private const string Reports = "/api/reports";

    private const string CommentAddress = "/api/cases/case-1/commands/comment";

    private readonly FakeCity _city = fixture.City;
    private readonly HubFactory _hub = fixture.Hub;
    private readonly string _token = fixture.Token;

    public static TheoryData<string, string, int, string> Bodies { get; } = new()
    {
        { Reports, "", 400, "malformed-json" },
        { Reports, "{", 400, "malformed-json" },
        { Reports, "null", 400, "malformed-json" },
        { Reports, "[]", 400, "malformed-json" },
        { Reports, "\"DEC-03\"", 400, "malformed-json" },
        { Reports, """{"type":"DEC-03"} {}""", 400, "malformed-json" },
        { Reports, """{"type":"DEC-03",}""", 400, "malformed-json" },
        { Reports, """{"type":"DEC-03" /* why */}""", 400, "malformed-json" },
        { Reports, """{"type":"DEC-03","place":{"lat":NaN,"lon":1}}""", 400, "malformed-json" },
        { Reports, "{\"type\":\"DEC-03\",\"description\":\"a\0b\"}", 400, "malformed-json" },
        { Reports, $$"""{"type":"DEC-03","description":{{new string('[', 500)}}{{new string(']', 500)}}}""", 400, "malformed-json" },
        { Reports, """{}""", 400, "missing-field" },
        { Reports, """{"type":null}""", 400, "invalid-field" },
        { Reports, """{"type":7}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","type":"DEC-04"}""", 400, "duplicate-field" },
        { Reports, """{"type":"DEC-03","place":{"lat":1,"lat":2,"lon":3}}""", 400, "duplicate-field" },
        { Reports, """{"type":"DEC-03","colour":"red"}""", 400, "unknown-field" },
        { Reports, """{"Type":"DEC-03"}""", 400, "unknown-field" },
        { Reports, """{"type":"DEC-03","possibleDuplicates":[]}""", 400, "unknown-field" },
        { Reports, """{"type":"DEC-03","place":{"altitude":3}}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","place":"here"}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","place":{"lat":"30.5","lon":120.6}}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","place":{"lat":"NaN","lon":120.6}}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","place":{"lat":1e999,"lon":120.6}}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","inProgress":"yes"}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","inProgress":1}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","occurredAt":"2026-03-02T08:30:00"}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","occurredAt":"2026-03-02"}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","occurredAt":"9999-12-31T23:59:59Z"}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","occurredAt":1772411400}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","expectedVersion":1.5}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","onBehalf":{"actorId":"c.chen","channel":"post","said":"x"}}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","onBehalf":{"actorId":"c.chen","channel":0,"said":"x"}}""", 400, "invalid-field" },
        { Reports, """{"type":"DEC-03","onBehalf":{"actorId":"c chen","channel":"phone","said":"x"}}""", 400, "invalid-id" },
        { Reports, """{"type":"DEC-03","onBehalf":{"actorId":"c.chen","channel":"phone","said":" "}}""", 422, "invalid-text" },
        { Reports, """{"type":" "}""", 422, "invalid-text" },
        { Reports, $$"""{"type":"{{new string('T', 5_000)}}"}""", 422, "invalid-text" },
        { Reports, """{"type":"DEC-03","description":"a\u0000b"}""", 422, "invalid-text" },
        { Reports, """{"type":"DEC-03","description":"\ud83c"}""", 422, "invalid-text" },
        { Reports, """{"type":"DEC-03","description":"\udfe0\ud83c"}""", 422, "invalid-text" },
        { Reports, """{"type":"DEC-03","description":"\ud83cx\udfe0"}""", 422, "invalid-text" },
        { Reports, """{"type":"DEC-03","\ud83c":"x"}""", 422, "invalid-text" },
        { Reports, $$"""{"type":"DEC-03","description":"{{new string('x', 2_001)}}"}""", 422, "invalid-text" },
        { Reports, $$"""{"type":"DEC-03","contact":"{{new string('1', 201)}}"}""", 422, "invalid-text" },
        { Reports, $$"""{"type":"DEC-03","note":"{{new string('x', 2_001)}}"}""", 422, "invalid-text" },
        { Reports, $$$"""{"type":"DEC-03","place":{"gridId":"{{{new string('g', 5_000)}}}"}}""", 400, "invalid-id" },
        { Reports, """{"type":"DEC-03","place":{"estate":"../../etc"}}""", 400, "invalid-id" },
        { Reports, """{"type":"DEC-03","evidenceIds":["../a"]}""", 400, "invalid-id" },
        { Reports, $$"""{"type":"DEC-03","evidenceIds":[{{string.Join(',', Enumerable.Repeat("\"a\"", 21))}}]}""", 422, "invalid-value" },
        { Reports, """{"type":"DEC-03","place":{"lat":89,"lon":0}}""", 422, "outside-territory" },
        { Reports, $$"""{"type":"DEC-03","description":"{{new string('x', 70_000)}}"}""", 413, "body-too-large" },
        { CommentAddress, """{}""", 400, "missing-field" },
        { CommentAddress, """{"text":""}""", 422, "invalid-text" },
        { CommentAddress, """{"text":"a","name":"comment"}""", 400, "unknown-field" },
        { CommentAddress, """{"text":"a","$type":"System.Object"}""", 400, "unknown-field" },
        { CommentAddress, """{"text":{"text":"a"}}""", 400, "invalid-field" },
        { "/api/cases/case-1/commands/attach-evidence", """{}""", 400, "missing-field" },
        { "/api/cases/case-1/commands/attach-evidence", """{"evidenceIds":[null]}""", 400, "invalid-id" },
        { "/api/cases/case-1/commands/assign", """{}""", 400, "missing-field" },
        { "/api/cases/case-1/commands/assign", """{"officerIds":null}""", 400, "invalid-field" },
        { "/api/cases/case-1/commands/assign", """{"officerIds":"o.zhang"}""", 400, "invalid-field" },
        { "/api/cases/case-1/commands/assign", """{"officerIds":[null,"o.li"]}""", 400, "invalid-id" },
        { "/api/cases/case-1/commands/assign", """{"officerIds":["o zhang","o.li"]}""", 400, "invalid-id" },
        { "/api/cases/case-1/commands/assign", $$"""{"officerIds":[{{string.Join(',', Enumerable.Repeat("\"o\"", 21))}}]}""", 422, "invalid-value" },
        { "/api/cases/case-1/commands/merge", """{"intoCaseId":"a b"}""", 400, "invalid-id" },
        { "/api/cases/case-1/commands/set-priority", """{"priority":"Huge","reason":"x"}""", 400, "invalid-field" },
        { "/api/cases/case-1/commands/set-priority", """{"priority":2,"reason":"x"}""", 400, "invalid-field" },
        { "/api/cases/case-1/commands/return", """{"to":"planet:mars","reason":"x"}""", 400, "invalid-field" },
        { "/api/cases/case-1/commands/reject", $$"""{"reason":"{{new string('x', 501)}}"}""", 422, "invalid-text" },
        { "/api/cases/case-1/commands/suspend", """{"reason":"x"}""", 400, "missing-field" },
        { "/api/cases/case-1/commands/suspend", """{"reason":"x","until":"tomorrow"}""", 400, "invalid-field" },
        { "/api/cases/case-1/commands/check", """{"passed":"true"}""", 400, "invalid-field" },
        { "/api/cases/no-such-case/commands/comment", """{"text":"a"}""", 404, "unknown" },
        { $"/api/cases/{new string('c', 5_000)}/commands/comment", """{"text":"a"}""", 404, "unknown" },
        { "/api/cases/case-1/commands/explode", """{}""", 404, "unknown-address" },
        { "/api/communities/xishan/staffing", """{"staffed":true,"from":"2026-03-02T08:00:00Z","to":"2026-03-02T08:00:00Z"}""", 422, "invalid-value" },
        { "/api/communities/xishan/staffing", """{"staffed":true,"from":"2026-03-02T08:00:00Z","to":"2026-05-02T08:00:00Z"}""", 422, "invalid-value" },
        { "/api/communities/xishan/staffing", """{"staffed":true}""", 400, "missing-field" },
        { "/api/communities/nowhere/staffing", """{"staffed":true,"from":"2026-03-02T08:00:00Z","to":"2026-03-02T09:00:00Z"}""", 404, "unknown" },
        { "/api/session", """{"userName":"dispatcher-in"}""", 400, "missing-field" },
        { "/api/session", """{"userName":null,"password":"demo"}""", 400, "invalid-field" },
        { "/api/session", """{"userName":"dispatcher-in","password":["demo"]}""", 400, "invalid-field" },
    };

    public static TheoryData<string, int, string> Addresses { get; } = new()
    {
        { "/api/cases?limit=0", 400, "invalid-parameter" },
        { "/api/cases?limit=201", 400, "invalid-parameter" },
        { "/api/cases?limit=-1", 400, "invalid-parameter" },
        { "/api/cases?limit=ten", 400, "invalid-parameter" },
        { "/api/cases?limit=99999999999999999999", 400, "invalid-parameter" },
        { "/api/cases?limit=1&limit=2", 400, "invalid-parameter" },
        { "/api/cases?status=closed", 400, "invalid-parameter" },
        { "/api/cases?status=3", 400, "invalid-parameter" },
        { "/api/cases?overdue=maybe", 400, "invalid-parameter" },
        { "/api/cases?scope=xiashi", 400, "invalid-parameter" },
        { "/api/cases?scope=planet:mars", 400, "invalid-parameter" },
        { $"/api/cases?scope=street:{new string('s', 5_000)}", 400, "invalid-parameter" },
        { "/api/cases?scope=supervisor:xiashi", 400, "invalid-scope" },
        { "/api/cases?scope=community:nowhere", 404, "unknown" },
        { "/api/cases?q=%00", 400, "invalid-parameter" },
        { $"/api/cases?q={new string('q', 101)}", 400, "invalid-parameter" },
        { "/api/cases?stauts=Closed", 400, "unknown-parameter" },
        { "/api/cases/no-such-case", 404, "unknown" },
        { "/api/cases/..%2F..%2Fetc", 404, "unknown" },
        { "/api/cases/case-1/history?cursor=x", 400, "invalid-parameter" },
        { "/api/cases/no-such-case/history", 404, "unknown" },
        { "/api/board?scope=street", 400, "invalid-parameter" },
        { "/api/board?at=yesterday", 400, "invalid-parameter" },
        { "/api/board?at=2026-03-02T08:30:00", 400, "invalid-parameter" },
        { "/api/board?scope=street:xiashi&at=2025-01-01T08:30:00Z", 422, "board-not-kept" },
        { "/api/board?scope=officer:nobody", 404, "unknown" },
        { "/api/board?scope=grid:nowhere", 404, "unknown" },
        { "/api/grids/nowhere", 404, "unknown" },
        { "/api/communities/nowhere", 404, "unknown" },
        { "/api/calendars/nowhere", 404, "unknown" },
        { "/api/calendars/office?from=2026-03-02T08:30:00Z&to=2026-03-01T08:30:00Z", 400, "invalid-parameter" },
        { "/api/calendars/office?from=2026-03-02T08:30:00Z&to=2028-03-01T08:30:00Z", 400, "invalid-parameter" },
        { "/api/figures?by=weather", 400, "invalid-parameter" },
        { "/api/figures?by=Week", 400, "invalid-parameter" },
        { "/api/figures?by=3", 400, "invalid-parameter" },
        { "/api/figures?scope=officer:officer-in", 400, "invalid-scope" },
        { "/api/figures?scope=case:case-1", 400, "invalid-scope" },
        { "/api/figures", 400, "missing-parameter" },
        { "/api/figures?scope=community:nowhere", 404, "unknown" },
        { "/api/figures?scope=street:xiashi&from=2026-03-01T00:00:00Z&to=2026-02-01T00:00:00Z", 400, "invalid-parameter" },
        { "/api/figures?scope=street:xiashi&from=2026-03-01T00:00:00Z&to=2026-03-01T00:00:00Z", 400, "invalid-parameter" },
        { "/api/figures?scope=street:xiashi&from=2025-01-01T00:00:00Z&to=2026-02-06T00:00:00Z", 400, "invalid-parameter" },
        { "/api/figures?from=yesterday", 400, "invalid-parameter" },
        { "/api/figures?scope=street:xiashi&asOf=2026-03-02T00:30:00.001Z", 400, "invalid-parameter" },
        { "/api/figures?asOf=2026-03-02T00:30:00", 400, "invalid-parameter" },
        { "/api/figures?measure=opened", 400, "unknown-parameter" },
        { "/api/figures/cases?measure=happiness", 400, "invalid-parameter" },
        { "/api/figures/cases?measure=opened,closed", 400, "invalid-parameter" },
        { "/api/figures/cases?limit=0", 400, "invalid-parameter" },
        { $"/api/figures/cases?key={new string('k', 97)}", 400, "invalid-parameter" },
        { "/api/figures/cases?scope=street:xiashi&asOf=2026-03-03T00:00:00Z", 400, "invalid-parameter" },
        { "/api/nothing", 404, "unknown-address" },
        { "/api/reports", 405, "method-not-allowed" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public Task A_bad_body_is_a_problem_and_nothing_is_stored(string path, string body, int status, string code) =>
        RefusedAsync(() => _hub.SendAsync(HttpMethod.Post, path, _token, body), status, code);

    [Theory, MemberData(nameof(Addresses))]
    public Task A_bad_address_is_a_problem(string path, int status, string code) =>
        RefusedAsync(() => _hub.SendAsync(HttpMethod.Get, path, _token), status, code);

    [Theory]
    [InlineData(null, "missing-idempotency-key")]
    [InlineData("two words", "invalid-idempotency-key")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "invalid-idempotency-key")]
    public async Task A_command_without_a_proper_key_is_not_given(string? key, string code)
    {
        await RefusedAsync(() => _hub.SendAsync(HttpMethod.Post, CommentAddress, _token, """{"text":"a"}""", key), 400, code);
        await RefusedAsync(() => _hub.SendAsync(HttpMethod.Post, Reports, _token, """{"type":"DEC-03"}""", key), 400, code);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public Task Anything_but_json_is_a_media_type_that_is_not_taken(string? mediaType) => RefusedAsync(
        () => PostAsync(new ByteArrayContent("""{"text":"a"}"""u8.ToArray()), mediaType), 415, "unsupported-media-type");

    [Fact]
    public Task Bytes_that_are_no_utf8_are_no_text() => RefusedAsync(
        () => PostAsync(new ByteArrayContent([.. "{\"text\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]), "application/json"), 422, "invalid-text");

    [Fact]
    public Task A_large_body_of_unstated_length_is_too_large() => RefusedAsync(
        () => PostAsync(new StreamContent(new Endless(RequestBody.MaxBytes * 2)), "application/json"), 413, "body-too-large");

    [Fact]
    public async Task A_body_of_exactly_64_KB_is_read()
    {
        const string start = "{\"text\":\"a\"", end = "}";
        var body = start + new string(' ', RequestBody.MaxBytes - start.Length - end.Length) + end;

        Assert.Equal(HttpStatusCode.OK, (await _hub.SendAsync(HttpMethod.Post, CommentAddress, _token, body)).StatusCode);
    }

    [Fact]
    public async Task Text_of_any_language_and_whole_surrogate_pairs_come_through()
    {
        await _hub.SendAsync(HttpMethod.Post, CommentAddress, _token, """{"text":"西山 \ud83c\udfe0 🏠 \\u0000"}""");

        var stored = Assert.IsType<CommandEnvelope>(_city.Stored.Last());
        Assert.Equal("西山 🏠 🏠 \\u0000", Assert.IsType<Comment>(stored.Command).Text);
    }

    private async Task RefusedAsync(Func<Task<HttpResponseMessage>> send, int status, string code)
    {
        var before = _city.Stored.Count;
        var answer = await send();

        Assert.Equal((code, status), (await HubFactory.CodeAsync(answer), (int)answer.StatusCode));
        Assert.Equal(before, _city.Stored.Count);
    }

    private async Task<HttpResponseMessage> PostAsync(HttpContent content, string? mediaType)
    {
        content.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        using var request = new HttpRequestMessage(HttpMethod.Post, CommentAddress) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        request.Headers.Add("Idempotency-Key", "k");
        return await _hub.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public sealed class Fixture : IAsyncLifetime
    {
        public FakeCity City { get; } = new();

        public HubFactory Hub { get; private set; } = null!;

        public string Token { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Hub = await HubFactory.StartAsync(City);
            Token = await Hub.TokenAsync("system-in");
        }

        public ValueTask DisposeAsync() => Hub.DisposeAsync();
    }

    /// <summary>Blanks without a known length, so that the body is sent in chunks.</summary>
    private sealed class Endless(int length) : MemoryStream(Encoding.ASCII.GetBytes(new string(' ', length)))
    {
        public override bool CanSeek => false;
    }
}
