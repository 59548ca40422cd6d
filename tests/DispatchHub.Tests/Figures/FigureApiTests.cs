using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Figures;

public sealed class FigureApiTests : IAsyncLifetime
{
    private const string Bom = "\uFEFF";

    private readonly FakeCity _city = new();
    private HubFactory _hub = null!;

    private FigureQuery Asked => _city.LastFigures!.Figures;

    public async ValueTask InitializeAsync() => _hub = await HubFactory.StartAsync(_city);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task Without_parameters_they_are_those_of_ones_own_area_in_the_last_thirty_days_as_of_now()
    {
        var answer = await HubFactory.ReadAsync(await GetAsync("/api/figures", "communityStaff-in"));

        Assert.Equal(
            new FigureQuery { Scope = Scope.Community("xishan"), StreetId = "xiashi", From = _city.Now.AddDays(-30), To = _city.Now, AsOf = _city.Now, By = FigureBy.Street },
            Asked);
        Assert.Equal("community:xishan", (string)answer["scope"]!);
        Assert.Equal("street", (string)answer["by"]!);
        Assert.Equal("西山社区", (string)answer["rows"]![0]!["name"]!["zh"]!);
        Assert.Equal(3, (int)answer["rows"]![0]!["counts"]!["opened"]!);
        Assert.Null(answer["rows"]![0]!["rates"]!["clocks"]);
        Assert.True(answer["rows"]![0]!["rates"]!.AsObject().ContainsKey("clocks"));
        Assert.Equal(2, (int)answer["total"]!["counts"]!["closedInTime"]!);
    }

    [Fact]
    public async Task A_period_an_instant_and_a_row_are_handed_on_as_they_were_asked()
    {
        const string query = "scope=grid:xishan-01&from=2025-01-25T00:00:00%2B08:00&to=2026-03-01T00:00:00%2B08:00&by=week&asOf=2026-02-01T00:00:00%2B08:00";
        await HubFactory.ReadAsync(await GetAsync($"/api/figures/cases?{query}&key=2026-W05&measure=respondedInTime&cursor=x&limit=7", "dispatcher-in"));

        Assert.Equal(
            new FigureQuery
            {
                Scope = Scope.Grid("xishan-01"),
                StreetId = "xiashi",
                From = new(2025, 1, 25, 0, 0, 0, TimeSpan.FromHours(8)),
                To = new(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8)),
                AsOf = new(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(8)),
                By = FigureBy.Week,
            },
            Asked);
        Assert.Equal(("2026-W05", Measure.RespondedInTime, "x", 7), (_city.LastFigures!.Key, _city.LastFigures.Measure, _city.LastFigures.Cursor, _city.LastFigures.Limit));
    }

    [Theory]
    [InlineData("/api/figures")]
    [InlineData("/api/figures/cases")]
    public async Task A_citizen_sees_none(string path)
    {
        var answer = await GetAsync(path, "citizen-in");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("role-not-allowed", await HubFactory.CodeAsync(answer));
    }

    [Fact]
    public async Task Csv_has_a_byte_order_mark_a_line_for_each_row_and_one_for_the_total()
    {
        var answer = await GetAsync("/api/figures?by=community", "dispatcher-in", "text/csv");
        var lines = (await TextAsync(answer)).Split("\r\n");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", answer.Content.Headers.ContentType.CharSet);
        Assert.Equal("figures-street-xiashi-by-community.csv", answer.Content.Headers.ContentDisposition!.FileName?.Trim('"'));
        Assert.StartsWith($"{Bom}key,nameZh,nameEn,opened,dismissed,responded,", lines[0], StringComparison.Ordinal);
        Assert.Equal("xishan,西山社区,Xishan Community,3,0,2,2,2,2,2,2,2,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,0,0,0.666667,0.666667,1,0,0,0,0,,,", lines[1]);
        Assert.Equal("total,合计,Total,3,0,2,2,2,2,2,2,2,0,0,0,0,0,0,2,0,0,0,0,0,0,0,0,0,0,0.666667,0.666667,1,0,0,0,0,,,", lines[2]);
        Assert.Equal("", lines[3]);
    }

    [Fact]
    public async Task Csv_speaks_chinese_to_whoever_puts_chinese_first()
    {
        var answer = await GetAsync("/api/figures", "dispatcher-in", "text/csv", "en;q=0.5,zh-CN");

        Assert.StartsWith($"{Bom}键,名称,英文名称,立案,", await TextAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=cmd|'/C calc'!A0")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    public async Task Nothing_in_csv_is_a_formula(string name)
    {
        _city.FigureRow = FigureRows.Of(name, Text.Same(name), opened: 1, closed: 1);

        var text = await TextAsync(await GetAsync("/api/figures", "dispatcher-in", "text/csv"));

        Assert.Contains($"\"'{name}\",\"'{name}\",\"'{name}\",1,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json,text/csv;q=0.5", "application/json")]
    [InlineData("text/csv;q=0", "application/json")]
    [InlineData("text/csv,*/*;q=0.1", "text/csv")]
    [InlineData("text/csv,application/json;q=0.9", "text/csv")]
    public async Task The_form_is_the_one_that_is_liked_best(string? accept, string type) =>
        Assert.Equal(type, (await GetAsync("/api/figures", "dispatcher-in", accept)).Content.Headers.ContentType!.MediaType);

    [Fact]
    public async Task The_document_tells_of_both_forms()
    {
        var document = await HubFactory.ReadAsync(await _hub.SendAsync(HttpMethod.Get, "/openapi/v1.json"));
        var content = document["paths"]!["/api/figures"]!["get"]!["responses"]!["200"]!["content"]!;

        Assert.Equal("#/components/schemas/FigureAnswer", (string?)content["application/json"]!["schema"]!["$ref"]);
        Assert.Equal("string", (string?)content["text/csv"]!["schema"]!["type"]);
    }

    [Fact]
    public async Task A_refusal_is_a_problem_for_whoever_wants_csv_too() =>
        Assert.Equal("invalid-parameter", await HubFactory.CodeAsync(await GetAsync("/api/figures?by=weather", "dispatcher-in", "text/csv")));

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

    private async Task<HttpResponseMessage> GetAsync(string path, string user, string? accept = null, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _hub.TokenAsync(user));
        request.Headers.TryAddWithoutValidation("Accept", accept ?? "");
        request.Headers.TryAddWithoutValidation("Accept-Language", language ?? "");
        return await _hub.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
