using System.Net;
using System.Text.RegularExpressions;
using Dispatch.Hub.Tests.Hosting;
using SkiaSharp;

namespace Dispatch.Hub.Tests.Decoration;

/// <summary>The public page of a case over HTTP: reported at the door without an account, followed and judged by a secret link.</summary>
public sealed partial class PromiseApiTests : IAsyncLifetime
{
    private const string Unit = "/api/units/huayu-qiantang/7-2-2001";
    private const string Phone = "13800001111";

    private EmbeddedHub _hub = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _hub = await EmbeddedHub.StartAsync();

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task A_neighbour_reports_at_the_door_follows_the_case_and_says_that_it_is_not_solved_until_it_is()
    {
        var (id, link) = await ReportAsync();
        var waiting = await PageAsync(link);
        Assert.Contains("A grid worker comes and looks", waiting, StringComparison.Ordinal);
        Assert.Contains("within 30 minutes", waiting, StringComparison.Ordinal);
        Assert.Contains("the grid worker of", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("<button name=\"answer\"", waiting, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await AnswerAsync(link, "satisfied")).StatusCode);

        await SolveAsync(id);
        Assert.Contains("Closed as solved", await PageAsync(link), StringComparison.Ordinal);
        var again = await AnswerAsync(link, "not-solved");
        Assert.Contains("You said", await again.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await AnswerAsync(link, "not-solved");
        var reopened = await _hub.AskAsync("supervisor", HttpMethod.Get, $"/api/cases/{id}");
        Assert.Equal(("Supervision", "AtGrid"), ((string?)reopened["level"], (string?)reopened["status"]));
        var history = (await _hub.AskAsync("supervisor", HttpMethod.Get, $"/api/cases/{id}/history"))["items"]!.AsArray();
        Assert.Single(history, line => (string?)line!["event"] == "Reopened");

        await SolveAsync(id, verify: false);
        Assert.Contains("Solved, and I am satisfied", await (await AnswerAsync(link, "satisfied")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var day = ((DateTimeOffset)reopened["openedAt"]!).UtcDateTime.Date;
        var query = $"scope=street:xiashi&by=type&from={day:yyyy-MM-dd}T00:00:00Z&to={day.AddDays(2):yyyy-MM-dd}T00:00:00Z";
        var total = (await _hub.AskAsync("supervisor", HttpMethod.Get, $"/api/figures?{query}"))["total"]!;
        Assert.Equal((1, 1, 1.0), ((int)total["counts"]!["outcomesSaid"]!, (int)total["counts"]!["satisfied"]!, (double)total["rates"]!["satisfaction"]!));
        var behind = await _hub.AskAsync("supervisor", HttpMethod.Get, $"/api/figures/cases?{query}&measure=satisfied");
        Assert.Equal(id, (string?)Assert.Single(behind["items"]!.AsArray())!["id"]);
    }

    [Fact]
    public async Task Nothing_of_whoever_reported_is_on_the_owners_page_or_told_to_those_who_need_it_not()
    {
        var (id, link) = await ReportAsync();
        var handout = await _hub.AskAsync("community-xishan", HttpMethod.Get, $"/api/cases/{id}/promise");
        Assert.Equal((link, Phone), ((string?)handout["reporter"], (string?)handout["contact"]));

        var owner = await PageAsync((string)handout["owner"]!);
        var manager = await _hub.AskAsync("manager-huayu", HttpMethod.Get, Unit);
        foreach (var told in new[] { owner, await PageAsync(link), manager.ToJsonString() })
        {
            Assert.DoesNotContain(Phone, told, StringComparison.Ordinal);
            Assert.DoesNotContain("I live next door", told, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Not solved", owner, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, (await _hub.AskAsync("community-xishan", HttpMethod.Get, $"/api/cases/{id}/history")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _hub.SendAsync("manager-huayu", HttpMethod.Get, $"/api/cases/{id}/promise")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _hub.SendAsync("committee", HttpMethod.Get, $"/api/cases/{id}/promise")).StatusCode);

        using var form = new FormUrlEncodedContent([]);
        await _hub.Client.PostAsync($"{link}/forget", form, Cancellation);
        Assert.Null((string?)(await _hub.AskAsync("community-xishan", HttpMethod.Get, $"/api/cases/{id}/promise"))["contact"]);
    }

    [Fact]
    public async Task Photos_are_shown_only_when_the_staff_say_so_and_only_as_coarse_blocks()
    {
        var (id, link) = await ReportAsync();
        var photo = (string)(await _hub.AskAsync("community-xishan", HttpMethod.Post, "/api/evidence", Stripes()))["id"]!;
        await _hub.AskAsync("community-xishan", HttpMethod.Post, $"/api/cases/{id}/commands/attach-evidence", $$"""{"evidenceIds":["{{photo}}"]}""");
        Assert.Equal(HttpStatusCode.NotFound, (await _hub.Client.GetAsync($"{link}/photos/1", Cancellation)).StatusCode);

        await _hub.AskAsync("community-xishan", HttpMethod.Post, $"/api/cases/{id}/commands/show-photos", $$"""{"evidenceIds":["{{photo}}"]}""");
        Assert.Contains($"{link}/photos/1", await PageAsync(link), StringComparison.Ordinal);
        using var coarse = SKBitmap.Decode(await _hub.Client.GetByteArrayAsync($"{link}/photos/1", Cancellation));
        Assert.Equal(672, coarse.Width);

        // Stripes a pixel wide are grey in blocks: nothing so fine is left.
        Assert.All(Enumerable.Range(1, 40), n => Assert.InRange(coarse.GetPixel(n * 14 + 7, 100).Red, 90, 165));
    }

    [Theory]
    [InlineData("/c/nothing")]
    [InlineData("/c/abc.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/c/nothing/code")]
    [InlineData("/c/nothing/photos/1")]
    public async Task A_guessed_link_opens_nothing_and_no_page_is_kept_or_found(string link)
    {
        using var answer = await _hub.Client.GetAsync(link, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_the_page_did_not_send_changes_nothing()
    {
        var (id, link) = await ReportAsync();
        await SolveAsync(id);
        Assert.Equal(HttpStatusCode.BadRequest, (await AnswerAsync(link, "perhaps")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await AnswerAsync(link, new string('x', 5_000))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AnswerAsync("/c/nothing", "satisfied")).StatusCode);
        Assert.Equal("Closed", (string?)(await _hub.AskAsync("supervisor", HttpMethod.Get, $"/api/cases/{id}"))["status"]);
    }

    private async Task<(string Id, string Link)> ReportAsync()
    {
        var page = await _hub.AskAsync("community-xishan", HttpMethod.Get, Unit);
        using var form = new FormUrlEncodedContent([new("type", "DEC-07"), new("description", "I live next door."), new("contact", Phone)]);
        var answer = await (await _hub.Client.PostAsync((string)page["link"]! + "/report", form, Cancellation)).Content.ReadAsStringAsync(Cancellation);
        var cases = (await _hub.AskAsync("community-xishan", HttpMethod.Get, Unit))["cases"]!.AsArray();
        return ((string)Assert.Single(cases)!["id"]!, Links().Match(answer).Groups[1].Value);
    }

    /// <summary>The grid worker deals with it, and the community checks.</summary>
    private async Task SolveAsync(string id, bool verify = true)
    {
        if (verify)
        {
            await _hub.AskAsync("grid-xishan-03", HttpMethod.Post, $"/api/cases/{id}/commands/verify-report", """{"confirmed":true}""");
        }

        await _hub.AskAsync("grid-xishan-03", HttpMethod.Post, $"/api/cases/{id}/commands/settle", "{}");
        if ((string?)(await _hub.AskAsync("supervisor", HttpMethod.Get, $"/api/cases/{id}"))["status"] == "AwaitingCheck")
        {
            await _hub.AskAsync("community-xishan", HttpMethod.Post, $"/api/cases/{id}/commands/check", """{"passed":true}""");
        }
    }

    private Task<string> PageAsync(string path) => _hub.Client.GetStringAsync(path, Cancellation);

    private async Task<HttpResponseMessage> AnswerAsync(string link, string answer)
    {
        using var form = new FormUrlEncodedContent([new("answer", answer)]);
        return await _hub.Client.PostAsync($"{link}/answer", form, Cancellation);
    }

    private static byte[] Stripes()
    {
        using var picture = new SKBitmap(960, 640);
        for (var x = 0; x < picture.Width; x++)
        {
            for (var y = 0; y < picture.Height; y++)
            {
                picture.SetPixel(x, y, x % 2 == 0 ? SKColors.Black : SKColors.White);
            }
        }

        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    [GeneratedRegex("href=\"(/c/[^\"]+)\"")]
    private static partial Regex Links();
}
