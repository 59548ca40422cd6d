using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Tests.Decoration;
using Dispatch.Hub.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Hub.Tests.Access;

/// <summary>
/// Every endpoint as every role from inside and outside the area of a case, grid or community. The endpoints are those that the hub
/// really has: one without a line here fails.
/// </summary>
public sealed class MatrixTests : IAsyncLifetime
{
    internal const string Everybody = "everybody";

    private const string Readers = "citizen gridWorker propertyManager communityStaff dispatcher captain officer departmentStaff supervisor committee system";

    internal const string Others = "gridWorker propertyManager communityStaff dispatcher captain officer departmentStaff supervisor committee system";

    internal const string Street = "dispatcher captain officer supervisor committee system";

    private const string Reporters = "citizen gridWorker propertyManager communityStaff dispatcher captain officer system";

    /// <summary>Who is let in from inside, and from outside. The citizen of the inside reported the case.</summary>
    private static readonly Dictionary<string, (string Inside, string Outside)> Expected = new(DecorationMatrix.Expected)
    {
        ["POST /api/session"] = (Everybody, Everybody),
        ["POST /api/session/refresh"] = (Everybody, Everybody),
        ["DELETE /api/session"] = (Everybody, Everybody),
        ["GET /api/session/demo"] = (Everybody, Everybody),
        ["GET /openapi/v1.json"] = (Everybody, Everybody),
        ["GET /scalar"] = (Everybody, Everybody),

        // Connecting is for whoever is signed in; what may be watched is asked by each watch.
        ["* /hubs/dispatch"] = (Readers + " administrator", Readers + " administrator"),
        ["* /hubs/dispatch/negotiate"] = (Readers + " administrator", Readers + " administrator"),

        ["GET /api/catalogue"] = (Readers + " administrator", Readers + " administrator"),
        ["GET /api/clock"] = (Readers + " administrator", Readers + " administrator"),
        ["GET /api/territory"] = (Readers + " administrator", Readers + " administrator"),
        ["GET /api/calendars/{id}"] = (Readers + " administrator", Readers + " administrator"),
        ["GET /api/ops/deadlines"] = ("dispatcher captain supervisor committee administrator system", "dispatcher captain supervisor committee administrator system"),

        // Without a scope a list is one's own area, so nobody is outside.
        ["GET /api/cases"] = (Readers, Readers),
        ["GET /api/cases/{id}"] = (Readers, "system"),
        ["GET /api/cases/{id}/history"] = (Readers, "system"),
        ["GET /api/cases/{id}/ledger"] = (Readers, "system"),
        ["GET /api/cases/{id}/links"] = (Readers, "system"),
        ["GET /api/cases/{id}/choices"] = (Readers, "system"),
        ["GET /api/cases/{id}/candidates"] = ("dispatcher captain supervisor system", "system"),
        ["GET /api/board"] = ("communityStaff propertyManager " + Street, "system"),
        ["GET /api/forecast"] = ("communityStaff propertyManager " + Street, "system"),
        ["GET /api/people"] = ("dispatcher captain officer supervisor system", "system"),
        ["GET /api/figures"] = ("communityStaff propertyManager " + Street, "system"),
        ["GET /api/figures/cases"] = ("communityStaff propertyManager " + Street, "system"),
        ["GET /api/figures/comparison"] = ("communityStaff propertyManager " + Street, "system"),
        // Which rules hold is no secret among those who work by them.
        ["GET /api/policies/adoptions"] = (Others + " administrator", Others + " administrator"),
        ["GET /api/policies"] = (Others + " administrator", Others + " administrator"),
        ["GET /api/policies/dry-runs/{id}"] = ("supervisor administrator system", "supervisor administrator system"),
        ["POST /api/policies/looks"] = ("supervisor administrator system", "administrator system"),
        ["POST /api/policies/dry-runs"] = ("supervisor administrator system", "administrator system"),
        // An administrator has no area: theirs is the installation.
        ["POST /api/policies/adoptions"] = ("supervisor administrator system", "administrator system"),
        ["GET /api/communities/{id}"] = ("communityStaff propertyManager " + Street, "system"),
        ["POST /api/communities/{id}/staffing"] = ("communityStaff dispatcher captain supervisor system", "system"),
        ["POST /api/communities/{id}/console"] = ("communityStaff system", "system"),
        ["GET /api/grids"] = ("communityStaff propertyManager " + Street, "system"),
        ["GET /api/grids/{id}"] = ("gridWorker communityStaff propertyManager " + Street, "system"),
        ["POST /api/grids/{id}/patrols"] = ("gridWorker communityStaff dispatcher captain system", "system"),
        ["POST /api/grids/{id}/staffing"] = ("communityStaff dispatcher captain supervisor system", "system"),

        ["GET /api/teams/{scope}/roster"] = ("dispatcher captain officer supervisor committee system", "system"),
        ["GET /api/teams/{scope}/duty"] = ("dispatcher captain officer supervisor committee system", "system"),
        ["GET /api/teams/{scope}/presence"] = ("dispatcher captain supervisor system", "system"),
        [Roster("plan")] = ("dispatcher captain system", "system"),
        [Roster("end")] = ("dispatcher captain system", "system"),
        [Roster("override")] = ("dispatcher captain system", "system"),
        [Roster("decide-leave")] = ("dispatcher captain system", "system"),
        [Roster("set-skills")] = ("dispatcher captain system", "system"),
        [Roster("ask-swap")] = ("dispatcher captain officer system", "system"),
        [Roster("answer-swap")] = ("dispatcher captain officer system", "system"),
        [Roster("leave")] = ("dispatcher captain officer system", "system"),
        [Roster("withdraw")] = ("dispatcher captain officer system", "system"),
        // About oneself, so nobody is outside.
        ["POST /api/officers/me/presence"] = ("captain officer", "captain officer"),

        // What somebody may not see is left out of the answer, so nobody is outside.
        ["GET /api/similar"] = (Reporters, Reporters),
        // A photo is one's own until a case has it.
        ["POST /api/evidence"] = (Readers, Readers),
        ["GET /api/evidence/{id}"] = (Readers, "system"),

        // A citizen has no area and reports wherever they are.
        ["POST /api/reports"] = (Reporters, "citizen system"),
        [Command("verify-report")] = ("gridWorker system", "system"),
        [Command("settle")] = ("gridWorker system", "system"),
        [Command("pass-up")] = ("gridWorker system", "system"),
        [Command("reject")] = ("dispatcher captain system", "system"),
        [Command("merge")] = ("dispatcher captain system", "system"),
        [Command("acknowledge")] = ("communityStaff system", "system"),
        [Command("start-pre-control")] = ("communityStaff system", "system"),
        [Command("whistle")] = ("communityStaff system", "system"),
        [Command("take-back")] = ("communityStaff system", "system"),
        [Command("assign")] = ("dispatcher captain system", "system"),
        [Command("reassign")] = ("dispatcher captain system", "system"),
        [Command("offer-accept")] = ("officer captain system", "system"),
        [Command("offer-decline")] = ("officer captain system", "system"),
        [Command("arrive")] = ("officer captain system", "system"),
        [Command("record-milestone")] = ("communityStaff officer captain system", "system"),
        [Command("resolve")] = ("communityStaff officer captain system", "system"),
        [Command("check")] = ("gridWorker communityStaff dispatcher captain system", "system"),
        [Command("return")] = ("gridWorker communityStaff dispatcher captain officer system", "system"),
        [Command("request-extension")] = ("communityStaff officer captain system", "system"),
        [Command("decide-extension")] = ("supervisor system", "system"),
        [Command("suspend")] = ("dispatcher captain supervisor system", "system"),
        [Command("decide-suspension")] = ("supervisor system", "system"),
        [Command("review-suspension")] = ("supervisor system", "system"),
        [Command("take-extra-time")] = ("gridWorker communityStaff dispatcher captain officer system", "system"),
        [Command("resume")] = ("dispatcher captain supervisor system", "system"),
        [Command("reopen")] = ("dispatcher captain supervisor system", "system"),
        [Command("escalate")] = ("dispatcher captain system", "system"),
        [Command("comment")] = (Readers, "system"),
        [Command("attach-evidence")] = (Readers, "system"),
        [Command("call-department")] = ("communityStaff dispatcher captain officer system", "system"),
        [Command("department-report-in")] = ("departmentStaff system", "system"),
        [Command("department-answer")] = ("departmentStaff system", "system"),
        [Command("instruct")] = ("committee system", "system"),
        [Command("answer-instruction")] = ("gridWorker communityStaff dispatcher captain officer system", "system"),
        [Command("check-in")] = ("officer captain system", "system"),
        [Command("raise-alarm")] = ("officer captain system", "system"),
        [Command("acknowledge-alarm")] = ("dispatcher captain supervisor system", "system"),
        [Command("end-alarm")] = ("dispatcher captain supervisor system", "system"),
        ["GET /api/surges"] = ("communityStaff propertyManager " + Street, "system"),
        ["POST /api/surges"] = ("supervisor system", "system"),
        ["POST /api/surges/{id}/end"] = ("supervisor system", "system"),

        ["POST /api/drills"] = ("captain supervisor system", "system"),
        [Command("answer-outcome")] = ("system", "system"),
        [Command("show-photos")] = ("communityStaff dispatcher captain supervisor system", "system"),
        ["GET /api/cases/{id}/promise"] = ("citizen communityStaff gridWorker dispatcher captain officer supervisor system", "system"),
        [Command("end-drill")] = ("captain supervisor system", "system"),
        [Command("reply-external")] = ("communityStaff dispatcher captain system", "system"),
        [Command("update-external")] = ("dispatcher captain system", "system"),
        // The sender is known by a signature and not by a token.
        ["POST /api/sources/{id}/reports"] = (Everybody, Everybody),
        // Each line's place is held against the area of whoever sends the file.
        ["POST /api/sources/{id}/import"] = ("dispatcher captain system", "dispatcher captain system"),
        [Command("set-priority")] = ("dispatcher captain supervisor system", "system"),
        [Command("decide-card")] = ("supervisor system", "system"),
        [Command("withdraw-card")] = ("supervisor system", "system"),
        ["GET /api/teams/{scope}/hand-over"] = ("dispatcher captain officer supervisor committee system", "system"),
        ["GET /api/teams/{scope}/hand-over/late"] = ("dispatcher captain officer supervisor committee system", "system"),
        ["POST /api/teams/{scope}/hand-over/note"] = ("dispatcher captain officer system", "system"),
        ["POST /api/teams/{scope}/hand-over/sign"] = ("dispatcher captain officer system", "system"),
        // How one is told is one's own, so nobody is outside.
        ["GET /api/notices"] = (Readers, Readers),
        ["POST /api/notices/{id}/seen"] = (Readers, Readers),
        ["GET /api/notices/mine/channels"] = (Readers, Readers),
        ["PUT /api/notices/mine/channels"] = (Readers, Readers),
        ["GET /api/push/key"] = (Readers, Readers),
        ["PUT /api/push/subscription"] = (Readers, Readers),
        ["DELETE /api/push/subscription"] = (Readers, Readers),
        ["GET /api/cases/{id}/notices"] = ("dispatcher captain supervisor system", "system"),
        ["GET /api/morning"] = ("captain supervisor committee system", "system"),
        ["GET /api/outages"] = ("captain supervisor committee system", "system"),
        // Owners read it, who have no account.
        ["GET /api/catalogue/decoration"] = (Everybody, Everybody),
        // Of one's own street, so nobody is outside.
        ["POST /api/outages"] = ("supervisor", "supervisor"),
    };

    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;
    private JsonNode _document = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await HubFactory.StartAsync(_city);
        _document = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/openapi/v1.json"));
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public void Every_endpoint_has_a_line_in_the_matrix_and_every_line_an_endpoint() =>
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), Endpoints().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_role_gets_in_where_the_matrix_says_and_nowhere_else()
    {
        List<string> wrong = [];
        foreach (var role in Enum.GetValues<Role>().Select(Caller.OnWire))
        {
            foreach (var from in new[] { "in", "out" })
            {
                var token = await _hub.TokenAsync($"{role}-{from}");
                foreach (var (endpoint, (inside, outside)) in Expected)
                {
                    var letIn = from is "in" ? inside : outside;
                    var expected = letIn == Everybody || letIn.Split(' ').Contains(role);
                    var answer = await SendAsync(endpoint, token);
                    if ((int)answer.StatusCode >= 500 || expected == await IsDeniedAsync(answer))
                    {
                        wrong.Add($"{endpoint} as {role}-{from}: {answer.StatusCode}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Without_a_token_only_what_is_for_everybody_answers()
    {
        List<string> wrong = [];
        foreach (var (endpoint, (inside, _)) in Expected)
        {
            var answer = await SendAsync(endpoint, null);
            if (await IsDeniedAsync(answer) == (inside == Everybody))
            {
                wrong.Add($"{endpoint}: {answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_dispatcher_gives_a_communitys_command_only_for_somebody_who_said_so()
    {
        var token = await _hub.TokenAsync("dispatcher-in");
        const string said = """{"onBehalf":{"actorId":"c.chen","channel":"phone","said":"We have seen it."}}""";

        var alone = await _hub.SendAsync(HttpMethod.Post, "/api/cases/case-1/commands/acknowledge", token, "{}");
        var spoken = await _hub.SendAsync(HttpMethod.Post, "/api/cases/case-1/commands/acknowledge", token, said);
        var other = await _hub.SendAsync(HttpMethod.Post, "/api/cases/case-1/commands/acknowledge", await _hub.TokenAsync("supervisor-in"), said);

        Assert.Equal("role-not-allowed", await HubFactory.CodeAsync(alone));
        Assert.Equal(200, (int)spoken.StatusCode);
        Assert.Equal(Channel.Phone, OnBehalfChannel());
        Assert.Equal("role-not-allowed", await HubFactory.CodeAsync(other));
    }

    [Fact]
    public void Every_command_has_its_roles_and_there_is_no_other() =>
        Assert.Equal(CaseCommand.ByName.Keys.Append("report").Order(StringComparer.Ordinal), CommandRoles.ByCommand.Keys.Order(StringComparer.Ordinal));

    private static string Command(string name) => $"POST /api/cases/{{id}}/commands/{name}";

    private static string Roster(string change) => $"POST /api/teams/{{scope}}/roster/{change}";

    private Channel? OnBehalfChannel() => _city.Stored.OfType<CommandEnvelope>().Single().OnBehalf?.Channel;

    private IEnumerable<string> Endpoints() =>
        from endpoint in _hub.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null // The client's files, which are there or not.
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]
        let path = $"/{endpoint.RoutePattern.RawText!.Trim('/')}"
        group 0 by $"{method} {(path.StartsWith("/scalar/", StringComparison.Ordinal) ? "/scalar" : path)}" into distinct
        select distinct.Key;

    /// <summary>Turned away for who it is. A refresh without its cookie is a 401 of another kind, for everybody.</summary>
    private static async Task<bool> IsDeniedAsync(HttpResponseMessage answer) =>
        (int)answer.StatusCode is 401 or 403
        && await HubFactory.CodeAsync(answer) is "sign-in-required" or "token-invalid" or "role-not-allowed" or "outside-area";

    /// <summary>Calls an endpoint about the inside street, with the example that the OpenAPI document shows for it.</summary>
    private Task<HttpResponseMessage> SendAsync(string endpoint, string? token)
    {
        var (method, template) = (endpoint.Split(' ')[0].Replace("*", "GET", StringComparison.Ordinal), endpoint.Split(' ')[1]);
        var id = template switch
        {
            _ when template.StartsWith("/api/cases", StringComparison.Ordinal) => FakeCity.CaseId,
            _ when template.StartsWith("/api/grids", StringComparison.Ordinal) => "xishan-01",
            _ when template.StartsWith("/api/surges", StringComparison.Ordinal) => "xiashi.1",
            _ when template.StartsWith("/api/communities", StringComparison.Ordinal) => "xishan",
            _ => "office",
        };
        var path = template.Replace("{id}", id, StringComparison.Ordinal).Replace("{scope}", "street:xiashi", StringComparison.Ordinal);
        var query = template switch
        {
            "/api/board" or "/api/forecast" or "/api/people" or "/api/grids" or "/api/figures" or "/api/figures/cases" or "/api/figures/comparison" or "/api/morning" => "?scope=community:xishan",
            "/api/outages" or "/api/surges" or "/api/mediations" or "/api/filings" or "/api/estates" or "/api/reviews" or "/api/rounds" or "/api/visits" or "/api/visit-proposals" or "/api/sessions" when method is "GET" => "?scope=community:xishan",
            "/api/committee" or "/api/pilots" => "?scope=street:xiashi",
            "/api/evidence/{id}" => $"?case={FakeCity.CaseId}",
            _ => "",
        };
        var example = _document["paths"]?[template]?[method.ToLowerInvariant()]?["requestBody"]?["content"]?["application/json"]?["example"];
        // Whoever speaks for others is another test.
        example?.AsObject().Remove("onBehalf");
        return _hub.SendAsync(new HttpMethod(method), path + query, token, example?.ToJsonString());
    }
}
