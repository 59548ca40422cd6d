using System.Diagnostics;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>What a visitor can do to a story, on the one page that every hub has.</summary>
public sealed class VisitorTests : Story
{
    private const string Health = "fetch('/health/live').then(answer => answer.status, () => 'no answer')";

    protected override bool NeedsPages => false;

    [Fact]
    public async Task Two_visitors_have_sessions_of_their_own()
    {
        var city = await QuietCityAsync();
        var dispatcher = await VisitAsync(city, "/health/live", "dispatcher-1");
        var officer = await VisitAsync(city, "/health/live", "officer-1", new Look().OnPhone);

        Assert.Contains("dispatcher-1", await TokenAsync(dispatcher), StringComparison.Ordinal);
        Assert.Contains("officer-1", await TokenAsync(officer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_who_is_offline_reaches_nothing_until_they_come_back()
    {
        var visitor = await VisitAsync(await QuietCityAsync(), "/health/live");

        await visitor.GoOfflineAsync();
        Assert.Equal("no answer", await visitor.Page.EvaluateAsync<string>($"{Health}.then(String)"));
        await visitor.ComeBackOnlineAsync();

        Assert.Equal("200", await visitor.Page.EvaluateAsync<string>($"{Health}.then(String)"));
    }

    [Fact]
    public async Task A_slow_network_takes_its_time()
    {
        var visitor = await VisitAsync(await QuietCityAsync(), "/health/live");
        await visitor.SlowDownAsync(TimeSpan.FromMilliseconds(400), bytesPerSecond: 50_000);
        var taken = Stopwatch.StartNew();

        await visitor.Page.EvaluateAsync(Health);

        Assert.True(taken.ElapsedMilliseconds >= 400, $"It took {taken.ElapsedMilliseconds} ms.");
    }

    [Fact]
    public async Task A_hub_that_the_story_killed_answers_nobody_and_is_not_held_against_it()
    {
        var city = await StartCityAsync();
        var visitor = await VisitAsync(city, "/health/live");
        visitor.Guard.Expect(PageGuard.Outage);

        await city.KillAsync();

        Assert.Equal("no answer", await visitor.Page.EvaluateAsync<string>($"{Health}.then(String)"));
        Assert.Null(city.Complaint);
    }

    /// <summary>The readable part of the access token that the browser's cookie buys.</summary>
    private static Task<string> TokenAsync(Visitor visitor) => visitor.Page.EvaluateAsync<string>(
        "fetch('/api/session/refresh', { method: 'POST' }).then(answer => answer.json()).then(session => atob(session.accessToken.split('.')[1]))");
}
