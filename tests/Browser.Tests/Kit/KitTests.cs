namespace Dispatch.Browser.Tests.Kit;

/// <summary>That stories fail when they should.</summary>
public sealed class KitTests : Story
{
    private const string Policy = "default-src 'self'; style-src 'self'; img-src 'self' data:";

    protected override bool NeedsPages => false;

    [Fact]
    public async Task The_documentation_of_the_API_is_shown()
    {
        var visitor = await VisitAsync(await QuietCityAsync(), path: null);
        visitor.Guard.Expect("script-src kept out eval"); // The documentation tries it and does without.

        await visitor.GoAsync("/scalar");

        await Expect(visitor.Page).ToHaveTitleAsync("Dispatch");
        await Expect(visitor.Page.GetByText("Signs in.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Language_theme_and_screen_are_as_asked_for_and_WebGL_works()
    {
        var visitor = await ShowAsync("<h1>x</h1>", look: new Look("zh-CN", "dark").OnPhone);

        Assert.Equal(
            "zh-CN dark zh-CN true true 390 WebGL",
            await visitor.Page.EvaluateAsync<string>("""
                [localStorage['dispatch.language'], localStorage['dispatch.theme'], navigator.language,
                 matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('(prefers-reduced-motion: reduce)').matches, innerWidth,
                 document.createElement('canvas').getContext('webgl2') ? 'WebGL' : 'no WebGL'].join(' ')
                """));
    }

    [Fact]
    public async Task Somebody_who_signed_in_has_a_session_that_outlives_a_restart_of_the_hub()
    {
        var city = await StartCityAsync();
        var visitor = await ShowAsync("<h1>x</h1>", city: city, userName: "dispatcher-1");
        await city.KillAsync();
        await city.RestartAsync(Stop);

        var parts = await visitor.Page.EvaluateAsync<int>(
            "fetch('/api/session/refresh', { method: 'POST' }).then(answer => answer.json()).then(session => session.accessToken.split('.').length)");

        Assert.Equal(3, parts);
    }

    [Fact]
    public async Task A_case_reported_beside_the_browser_is_in_the_city()
    {
        var city = await StartCityAsync(new CityOptions { Start = new DateTimeOffset(2026, 5, 6, 10, 0, 0, TimeSpan.FromHours(8)) });

        var reported = await city.ReportAsync("citizen", new { type = "DEC-03", place = new { gridId = "xishan-01" } }, Stop);
        var commented = await city.CommandAsync("dispatcher-1", reported.GetProperty("id").GetString()!, "comment", new { text = "seen" }, Stop);

        Assert.StartsWith("2026-05-06T02:0", commented.GetProperty("openedAt").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script src='/kit.js'></script>", "console.error('it broke')", "console error: it broke")]
    [InlineData("<script src='/kit.js'></script>", "setTimeout(() => { throw new Error('thrown') })", "a page threw: Error: thrown")]
    [InlineData("<script>1</script>", "", "content security policy: script-src-elem kept out inline")]
    [InlineData("<p style='color: red'>x</p>", "", "content security policy: style-src-attr kept out inline")]
    [InlineData("<a href='http://elsewhere.example/x'>x</a><script src='/kit.js'></script>", "document.querySelector('a').click()", "request to another host: http://elsewhere.example/x")]
    public async Task What_no_page_may_do_is_heard(string body, string script, string complaint)
    {
        var visitor = await ShowAsync(body, script);

        await UntilHeardAsync(visitor, complaint);

        visitor.Guard.Expect("it broke|thrown|content security policy|Content Security Policy|elsewhere");
        Assert.Empty(visitor.Guard.Complaints);
    }

    [Fact]
    public async Task A_page_that_axe_finds_fault_with_fails_with_rule_and_place()
    {
        var visitor = await ShowAsync("<main><h1>x</h1><img id='map' src='/kit.png'></main>");
        visitor.Guard.Expect("status of 40[14] .*/kit.png");

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(visitor.ExpectAccessibleAsync);

        Assert.Contains("image-alt (critical)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("#map", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_fault_passes_axe()
    {
        var visitor = await ShowAsync("<main><h1>x</h1><p>y</p></main>");

        await visitor.ExpectAccessibleAsync();
    }

    /// <summary>A page at the hub's address with a strict policy, though the hub does not have it.</summary>
    private async Task<Visitor> ShowAsync(string body, string script = "", Look? look = null, DispatchCity? city = null, string? userName = null)
    {
        var visitor = await VisitAsync(city ?? await QuietCityAsync(), path: null, userName, look);
        await visitor.Page.RouteAsync("**/kit.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = script }));
        await visitor.Page.RouteAsync("**/kit", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = Policy },
            Body = $"<!doctype html><html lang='en'><title>kit</title><meta name='viewport' content='width=device-width'><link rel='icon' href='data:,'>{body}</html>",
        }));
        await visitor.GoAsync("/kit");
        return visitor;
    }

    private async Task UntilHeardAsync(Visitor visitor, string complaint)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!visitor.Guard.Complaints.Any(heard => heard.StartsWith(complaint, StringComparison.Ordinal)))
        {
            await again.WaitForNextTickAsync(Stop);
        }
    }
}
