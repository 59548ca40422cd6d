using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Community;

public sealed class CommunityTests : Story
{
    [Fact]
    public async Task A_case_that_waits_is_acknowledged_with_one_tap()
    {
        var city = await StartCityAsync();
        var page = (await VisitAsync(city, "/community", "community-xishan")).Page;
        await Expect(page.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
        var reported = await city.CaseAtCommunityAsync(Stop);

        await Card(page, "To acknowledge now", reported).GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();

        await Expect(Card(page, "In pre-control", reported)).ToBeVisibleAsync();
        await Expect(page.GetByText($"Acknowledge: {reported.Number} at")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_whistle_goes_to_the_street_with_its_reason()
    {
        var city = await StartCityAsync();
        var reported = await city.CaseAtCommunityAsync(Stop);
        var page = (await VisitAsync(city, "/community", "community-xishan")).Page;

        var card = Card(page, "To acknowledge now", reported);
        await card.GetByRole(AriaRole.Button, new() { Name = "Whistle" }).ClickAsync();
        await card.GetByLabel("Why the street is needed").FillAsync("Three flats at once.");
        await card.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Card(page, "Whistled: with the street", reported).GetByRole(AriaRole.Button, new() { Name = "Details" }).ClickAsync();

        await Expect(page.GetByText("张玉兰 whistled: Three flats at once.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_the_street_already_has_is_acknowledged_late_and_taken_back()
    {
        var city = await StartCityAsync();
        var whistled = await city.CaseAtStreetAsync(Stop);
        var page = (await VisitAsync(city, "/community", "community-xishan", new Look("zh-CN"))).Page;

        var card = Card(page, "已吹哨 · 街道处理中", whistled);
        await card.GetByRole(AriaRole.Button, new() { Name = "补响应" }).ClickAsync();
        await Expect(page.GetByText($"补响应：{whistled.Number}")).ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "收回处置" }).ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "社区可自行处置" }).ClickAsync();

        await Expect(Card(page, "前置管控中", whistled)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_wall_shows_what_waits_and_is_left_again()
    {
        var city = await StartCityAsync();
        await city.CaseAtCommunityAsync(Stop);
        var page = (await VisitAsync(city, "/community", "community-xishan")).Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Wall mode" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Definition).First).ToHaveTextAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave wall mode" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Wall mode" })).ToBeVisibleAsync();
    }

    private static ILocator Card(IPage page, string section, StoryCase one) =>
        page.GetByRole(AriaRole.Region, new() { Name = section }).GetByRole(AriaRole.Article, new() { Name = one.Number });
}
