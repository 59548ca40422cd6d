using System.Globalization;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Board;

public sealed class RewindTests : Story
{
    [Fact]
    public async Task A_board_of_an_earlier_instant_is_what_the_live_board_showed_then()
    {
        var city = await StartCityAsync();
        var (moves, ends) = (await city.CaseAtCommunityAsync(Stop), await city.CaseToCheckAsync(Stop, "1-1-602"));
        await city.CaseAtStreetAsync(Stop, "1-2-101");
        var page = (await VisitAsync(city, "/board", "supervisor")).Page;
        await Expect(page.Rows()).ToHaveCountAsync(3);
        var shownThen = await page.LinesAsync();
        var then = (await city.GetAsync("supervisor", "/api/clock", Stop)).GetProperty("now").GetDateTimeOffset();

        await city.CommandAsync("community-xishan", moves.Id, "acknowledge", new { }, Stop);
        await city.CommandAsync("grid-xishan-03", ends.Id, "check", new { passed = true }, Stop);
        await city.CaseAtGridAsync(Stop, "1-2-602");
        await Expect(page.Row(ends)).ToHaveCountAsync(0);
        await Expect(page.Row(moves)).ToContainTextAsync("Pre-control");
        await Expect(page.Rows()).ToHaveCountAsync(3);
        var shownNow = await page.LinesAsync();

        await page.GotoAsync($"/board?at={Uri.EscapeDataString(then.ToString("O", CultureInfo.InvariantCulture))}");
        await Expect(page.Row(ends)).ToBeVisibleAsync();
        Assert.Equal(shownThen, await page.LinesAsync());
        await Expect(page.GetByText("Rewound", new() { Exact = true })).ToBeVisibleAsync();
        await page.Button("Back to live").ClickAsync();

        await Expect(page.Row(ends)).ToHaveCountAsync(0);
        Assert.Equal(shownNow, await page.LinesAsync());
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Nothing_is_ordered_while_an_earlier_board_is_shown()
    {
        var city = await StartCityAsync();
        await city.CaseAtStreetAsync(Stop);
        var page = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        await Expect(page.Rows()).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("r");
        await Expect(page.GetByText("Not live; nothing can be ordered here.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Slider, new() { Name = "Finer, one hour around" }).FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(page.GetByText("No open cases.")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("/");

        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Command bar" })).ToBeHiddenAsync();
    }
}
