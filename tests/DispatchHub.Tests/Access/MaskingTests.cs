using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Access;

/// <summary>Who reported a case and how to reach them is for those who handle or oversee it.</summary>
public sealed class MaskingTests : IAsyncLifetime
{
    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await HubFactory.StartAsync(_city);
        _city.Add("officer-elsewhere", Role.Officer, Scope.Street("xiashi"));
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_photo_does_not_tell_who_reported_to_those_who_need_not_know()
    {
        var photo = new CaseEvidence("p", "image/jpeg", 1, 1, 1, FakeCity.Reporter, _city.Now);
        _city.Cases[FakeCity.CaseId] = _city.Cases[FakeCity.CaseId] with { Evidence = [photo, photo with { By = "officer-in" }] };

        var hidden = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/api/cases/case-1", await _hub.TokenAsync("committee-in")));
        var shown = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/api/cases/case-1", await _hub.TokenAsync("dispatcher-in")));

        Assert.Equal([Masking.Reporter, "officer-in"], hidden["evidence"]!.AsArray().Select(piece => (string?)piece!["by"]));
        Assert.Equal(FakeCity.Reporter, (string?)shown["evidence"]![0]!["by"]);
    }

    [Fact]
    public async Task A_called_department_sees_its_part_and_not_that_its_caller_reported_the_case()
    {
        _city.Cases[FakeCity.CaseId] = _city.Cases[FakeCity.CaseId] with { Assists = [FakeCity.Fire with { By = FakeCity.Reporter }] };

        var called = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/api/cases/case-1", await _hub.TokenAsync("departmentStaff-in")));
        var other = await _hub.SendAsync(HttpMethod.Get, "/api/cases/case-1", await _hub.TokenAsync("departmentStaff-out"));

        Assert.Equal((Masking.Reporter, "The exit is built up."), ((string?)called["assists"]![0]!["by"], (string?)called["assists"]![0]!["reason"]));
        Assert.Equal("outside-area", await HubFactory.CodeAsync(other));
    }

    [Theory]
    [InlineData("citizen-in", true)]
    [InlineData("gridWorker-in", true)]
    [InlineData("communityStaff-in", true)]
    [InlineData("dispatcher-in", true)]
    [InlineData("captain-in", true)]
    [InlineData("supervisor-in", true)]
    [InlineData("officer-in", true)]
    [InlineData("system-in", true)]
    [InlineData("officer-elsewhere", false)]
    [InlineData("propertyManager-in", false)]
    [InlineData("departmentStaff-in", false)]
    [InlineData("committee-in", false)]
    public async Task The_reporter_is_shown_to_those_who_need_it(string userName, bool shown)
    {
        var token = await _hub.TokenAsync(userName);
        var view = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/api/cases/case-1", token));
        var item = (await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/api/cases", token)))["items"]![0]!;
        var line = (await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/api/cases/case-1/history", token)))["items"]![0]!;

        Assert.All([view, item, line["data"]!], node => Assert.Equal(shown ? "138 0000 0000" : null, (string?)node["contact"]));
        Assert.All([view, item, line["data"]!["inner"]!], node => Assert.Equal(shown ? FakeCity.Reporter : null, (string?)node["reportedBy"]));
        Assert.Equal(shown ? FakeCity.Reporter : "reporter", (string?)line["actor"]);
        Assert.All([line["data"]!["by"]!, line["data"]!["seen"]![0]!], name => Assert.Equal(shown ? FakeCity.Reporter : "reporter", (string?)name));
    }

    [Fact]
    public async Task Neither_a_command_nor_a_conflict_shows_more_than_a_look_does()
    {
        var token = await _hub.TokenAsync("propertyManager-in");
        const string comment = "/api/cases/case-1/commands/comment";
        var view = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Post, comment, token, """{"text":"Seen."}"""));
        _city.Refusal = new Refusal(RefusalCode.StatusNotAllowed, "Not now.");
        var conflict = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Post, comment, token, """{"text":"Seen."}"""));

        Assert.All([view, conflict["case"]!], node => Assert.Null(node["contact"]));
        Assert.All([view, conflict["case"]!], node => Assert.Null(node["reportedBy"]));
    }

    [Fact]
    public async Task A_board_holds_no_personal_data_whoever_looks()
    {
        var answer = await _hub.SendAsync(HttpMethod.Get, "/api/board?scope=street:xiashi", await _hub.TokenAsync("captain-in"));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(FakeCity.CaseId, text, StringComparison.Ordinal);
        Assert.DoesNotContain("138 0000 0000", text, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeCity.Reporter, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("citizen-in", null, "citizen-in")]
    [InlineData("gridWorker-in", "grid:xishan-01", null)]
    [InlineData("communityStaff-in", "community:xishan", null)]
    [InlineData("captain-in", "street:xiashi", null)]
    [InlineData("departmentStaff-in", "department:fire", null)]
    [InlineData("system-in", null, null)]
    public async Task A_list_without_a_scope_is_ones_own_area(string userName, string? scope, string? reportedBy)
    {
        await _hub.SendAsync(HttpMethod.Get, "/api/cases", await _hub.TokenAsync(userName));

        Assert.Equal(scope, _city.LastQuery!.Scope?.ToString());
        Assert.Equal(reportedBy, _city.LastQuery.ReportedBy);
    }

    [Fact]
    public async Task A_list_asks_for_what_was_asked()
    {
        await _hub.SendAsync(HttpMethod.Get, "/api/cases?scope=grid:xishan-01&status=PreControl&type=DEC-03&overdue=true&q=%E8%A5%BF%E5%B1%B1&cursor=c&limit=200", await _hub.TokenAsync("communityStaff-in"));

        Assert.Equal(
            new CaseQuery { Scope = Scope.Grid("xishan-01"), Status = CaseStatus.PreControl, Type = "DEC-03", Overdue = true, Text = "西山", Cursor = "c", Limit = 200 },
            _city.LastQuery);
    }

    [Fact]
    public async Task A_history_is_read_page_by_page()
    {
        var token = await _hub.TokenAsync("captain-in");
        var first = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/api/cases/case-1/history?limit=2", token));
        var second = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, $"/api/cases/case-1/history?limit=2&cursor={first["next"]}", token));

        Assert.Equal([1, 2], first["items"]!.AsArray().Select(line => (int)line!["seq"]!));
        Assert.Equal([3], second["items"]!.AsArray().Select(line => (int)line!["seq"]!));
        Assert.Null(second["next"]);
    }
}
