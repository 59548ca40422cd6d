using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Sources;

/// <summary>A file of another system's cases.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string Header = "工单编号,诉求类别,诉求内容,诉求地址,联系方式,答复期限\n";

    private const string Good = Header
        + "HN-1,装修噪音,\"半夜施工，\"\"电钻\"\"声\",华宇钱塘7幢,13800000000,2026-03-09 17:30\n"
        + "\n"
        + "HN-2,破坏绿化,\"砍树\n在楼下\",,,\n";

    private EmbeddedHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_preview_says_what_would_be_done_and_does_nothing()
    {
        var plan = await AskAsync(Good, preview: true);

        Assert.Equal((true, 2, 0, 0), ((bool)plan["preview"]!, (int)plan["opened"]!, (int)plan["updated"]!, (int)plan["known"]!));
        Assert.Equal([(2, "HN-1", "DEC-07"), (4, "HN-2", "GRN-01")], plan["lines"]!.AsArray().Select(line => ((int)line!["line"]!, (string)line["number"]!, (string)line["type"]!)));
        Assert.Empty(plan["faults"]!.AsArray());
        Assert.Equal(0, await CasesAsync());
    }

    [Fact]
    public async Task A_file_opens_its_cases_once_however_often_it_is_sent()
    {
        var first = await AskAsync(Good);
        Assert.Equal((2, 0, 0), Counts(first));

        Assert.Equal((0, 0, 2), Counts(await AskAsync(Good)));
        Assert.Equal((0, 1, 1), Counts(await AskAsync(Good.Replace("砍树", "又砍树", StringComparison.Ordinal))));
        Assert.Equal((1, 0, 2), Counts(await AskAsync(Good.Replace("砍树", "又砍树", StringComparison.Ordinal) + "HN-3,邻里纠纷,,,,\n")));
        Assert.Equal(3, await CasesAsync());

        var view = await _hub.AskAsync("dispatcher-1", HttpMethod.Get, $"/api/cases/{first["lines"]![0]!["caseId"]}");
        Assert.Equal(("半夜施工，\"电钻\"声", "dispatcher-1"), ((string)view["description"]!, (string)view["reportedBy"]!));
        Assert.Equal(DateTimeOffset.Parse("2026-03-09T17:30:00+08:00", System.Globalization.CultureInfo.InvariantCulture), (DateTimeOffset)view["external"]!["replyBy"]!);
    }

    [Fact]
    public async Task With_one_line_that_cannot_be_taken_none_is_and_each_such_line_is_named()
    {
        var bad = Good
            + "HN-1,装修噪音,,,,\n"
            + "HN-4,装修噪音,,,,明天\n"
            + ",装修噪音,,,,\n"
            + "HN-5,装修噪音,少一列\n"
            + $"HN-6,装修噪音,,{new string('长', 201)},,\n";

        var answer = await SendAsync(bad);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await HubFactory.ReadAsync(answer);
        Assert.Equal("lines-refused", (string)problem["code"]!);
        Assert.Equal(
            [(6, "duplicate-number"), (7, "invalid-time"), (8, "invalid-external-number"), (9, "malformed-line"), (10, "invalid-text")],
            problem["lines"]!.AsArray().Select(line => ((int)line!["line"]!, (string)line["code"]!)));
        Assert.All(problem["lines"]!.AsArray(), line => Assert.EndsWith(".", (string)line!["detail"]!, StringComparison.Ordinal));
        Assert.Equal(0, await CasesAsync());
        Assert.Equal(5, (await AskAsync(bad, preview: true))["faults"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_files_of_chinese_offices_are_read_as_they_are_saved()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Good)];

        Assert.Equal((2, 0, 0), Counts(await AskAsync(gb.GetBytes(Good.Replace("\n", "\r\n", StringComparison.Ordinal)), preview: true)));
        Assert.Equal((2, 0, 0), Counts(await AskAsync(marked, preview: true)));
        Assert.Equal((2, 0, 0), Counts(await AskAsync(Good.Replace(',', '\t'), preview: true)));
        Assert.Equal("unreadable-text", await CodeAsync(new byte[] { 0xff, 0xff, 0xff, 0x80 }));
    }

    [Fact]
    public async Task What_is_no_such_file_is_refused()
    {
        Assert.Equal("lines-refused", await CodeAsync("编号,类别\nHN-1,装修噪音\n"));
        Assert.Equal("lines-refused", await CodeAsync($"{Header}HN-1,\"never closed,,,,\n"));
        Assert.Equal("lines-refused", await CodeAsync(Header + string.Concat(Enumerable.Range(0, 1_001).Select(n => $"HN-{n},装修噪音,,,,\n"))));
        Assert.Equal("file-too-large", await CodeAsync(Header + new string('x', 1_100_000)));
        Assert.Equal("unsupported-media-type", await HubFactory.CodeAsync(await SendAsync(Good, mediaType: "application/json")));
        Assert.Equal("unknown-source", await HubFactory.CodeAsync(await SendAsync(Good, source: "nobody")));
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(Good, user: "grid-xishan-03")).StatusCode);
        Assert.Equal(0, await CasesAsync());
    }

    private static (int Opened, int Updated, int Known) Counts(JsonNode answer) => ((int)answer["opened"]!, (int)answer["updated"]!, (int)answer["known"]!);

    private async Task<int> CasesAsync() => (await _hub.AskAsync("dispatcher-1", HttpMethod.Get, "/api/cases?scope=street:xiashi"))["items"]!.AsArray().Count;

    private async Task<string?> CodeAsync(object file) => await HubFactory.CodeAsync(await SendAsync(file));

    private async Task<JsonNode> AskAsync(object file, bool preview = false)
    {
        var answer = await SendAsync(file, preview: preview);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private Task<HttpResponseMessage> SendAsync(
        object file, bool preview = false, string mediaType = "text/csv", string source = HotlineSender.Source, string user = "dispatcher-1")
    {
        var content = new ByteArrayContent(file as byte[] ?? Encoding.UTF8.GetBytes((string)file)) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        return _hub.SendAsync(user, HttpMethod.Post, $"/api/sources/{source}/import{(preview ? "?preview=true" : "")}", content);
    }
}
