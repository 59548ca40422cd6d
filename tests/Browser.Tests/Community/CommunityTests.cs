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

        await page.Waiting(reported).Button("Acknowledge").ClickAsync();

        await Expect(page.InPreControl(reported)).ToBeVisibleAsync();
        await Expect(page.GetByText($"Acknowledge: {reported.Number} at")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_whistle_goes_to_the_street_with_its_reason()
    {
        var city = await StartCityAsync();
        var reported = await city.CaseAtCommunityAsync(Stop);
        var page = (await VisitAsync(city, "/community", "community-xishan")).Page;

        var card = page.Waiting(reported);
        await card.Button("Whistle").ClickAsync();
        await card.GetByLabel("Why the street is needed").FillAsync("Three flats at once.");
        await card.Button("Send").ClickAsync();
        await page.AtStreet(reported).Button("Details").ClickAsync();

        await Expect(page.GetByText("张玉兰 whistled: Three flats at once.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_case_whose_time_ran_out_is_acknowledged_late()
    {
        var city = await StartCityAsync(new CityOptions { Speed = 600 });
        var page = (await VisitAsync(city, "/community", "community-xishan", new Look("zh-CN"))).Page;
        var late = await city.CaseAtCommunityAsync(Stop);

        await page.AtStreet(late).Button("补响应").ClickAsync();

        await Expect(page.GetByText($"补响应：{late.Number}")).ToBeVisibleAsync();
        await Expect(page.AtStreet(late).Button("补响应")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_the_community_whistled_for_is_taken_back()
    {
        var city = await StartCityAsync();
        var whistled = await city.CaseAtStreetAsync(Stop);
        var page = (await VisitAsync(city, "/community", "community-xishan", new Look("zh-CN"))).Page;

        await page.AtStreet(whistled).Button("收回处置").ClickAsync();
        await page.AtStreet(whistled).Button("社区可自行处置").ClickAsync();

        await Expect(page.InPreControl(whistled)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_wall_shows_what_waits_and_is_left_again()
    {
        var city = await StartCityAsync();
        await city.CaseAtCommunityAsync(Stop);
        var page = (await VisitAsync(city, "/community", "community-xishan")).Page;

        await page.Button("Wall mode").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Definition).First).ToHaveTextAsync("1");
        await page.Button("Leave wall mode").ClickAsync();

        await Expect(page.Button("Wall mode")).ToBeVisibleAsync();
    }
}
