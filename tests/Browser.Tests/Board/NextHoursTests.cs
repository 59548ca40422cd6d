using System.Text.Json;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Board;

public sealed class NextHoursTests : Story
{
    [Fact]
    public async Task The_strip_says_what_will_be_late_and_an_hour_shows_exactly_those_cases()
    {
        var city = await StartCityAsync();
        var (atCommunity, enRoute) = (await city.CaseAtCommunityAsync(Stop), await city.CaseEnRouteAsync(Stop, "1-1-602"));
        var foretold = await city.GetAsync("dispatcher-1", "/api/forecast?until=2026-03-10T18:00:00%2B08:00", Stop);
        var page = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        await Expect(page.Rows()).ToHaveCountAsync(2);

        var hours = foretold.GetProperty("byHour").EnumerateArray().Select(hour => hour.GetProperty("breaches").GetInt32()).ToList();
        Assert.Equal(9, hours.Count);
        await Expect(Strip(page).GetByRole(AriaRole.Button)).ToHaveCountAsync(hours.Count);
        for (var i = 0; i < hours.Count; i++)
        {
            await Expect(Strip(page).GetByRole(AriaRole.Button).Nth(i)).ToContainTextAsync($"{hours[i]}");
        }

        await Hour(page, "10:00").ClickAsync();
        Assert.Equal([atCommunity.Id], CasesBetween(foretold, 9, 10));
        await Expect(page.Rows()).ToHaveCountAsync(1);
        await Expect(page.Row(atCommunity)).ToBeVisibleAsync();

        var due = foretold.GetProperty("items").EnumerateArray().First(item => item.GetProperty("caseId").GetString() == enRoute.Id).GetProperty("dueAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8));
        Assert.Equal([enRoute.Id], CasesBetween(foretold, due.Hour, due.Hour + 1));
        await Hour(page, $"{due.Hour + 1}:00").ClickAsync();
        await Expect(page.Row(enRoute)).ToBeVisibleAsync();
        await Expect(page.Rows()).ToHaveCountAsync(1);

        await page.ReloadAsync();
        await Expect(page.Row(enRoute)).ToBeVisibleAsync();
        await Expect(page.Rows()).ToHaveCountAsync(1);
        await Hour(page, $"{due.Hour + 1}:00").ClickAsync();
        await Expect(page.Rows()).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task An_hour_in_which_nothing_will_be_late_cannot_be_pressed_and_the_strip_folds_away_for_good()
    {
        var city = await StartCityAsync();
        await city.CaseAtCommunityAsync(Stop);
        var page = (await VisitAsync(city, "/board", "dispatcher-1", new Look("zh-CN"))).Page;

        await Expect(Strip(page).GetByRole(AriaRole.Button, new() { Name = "无超时" }).First).ToBeDisabledAsync();
        await page.Button("未来几小时").ClickAsync();
        await Expect(Strip(page)).ToHaveCountAsync(0);

        await page.ReloadAsync();
        await Expect(page.Rows()).ToHaveCountAsync(1);
        await Expect(Strip(page)).ToHaveCountAsync(0);
    }

    private static ILocator Strip(IPage page) =>
        page.GetByRole(AriaRole.List, new() { NameRegex = new("^(What will be late by then if nobody acts|无人处理时，届时将超时的时限)$") });

    private static ILocator Hour(IPage page, string end) => Strip(page).GetByRole(AriaRole.Button, new() { NameRegex = new($" to {end}:") });

    private static List<string> CasesBetween(JsonElement foretold, int from, int to) =>
    [
        .. foretold.GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("dueAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)) is { Hour: var hour } && hour >= from && hour < to)
            .Select(item => item.GetProperty("caseId").GetString()!).Distinct(),
    ];
}
