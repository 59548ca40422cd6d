using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Notices;

public sealed class BellTests : Story
{
    private static readonly LocatorAssertionsToBeVisibleOptions WhenTold = new() { Timeout = 20_000 };

    [Fact]
    public async Task An_offer_rings_at_the_officer_and_whoever_leads_the_street_sees_that_it_was_seen()
    {
        var city = await StartCityAsync();
        var officer = (await VisitAsync(city, "/roster", "officer-1")).Page;
        await Expect(officer.Button("Notices")).ToBeVisibleAsync();

        var offered = await city.CaseOfferedAsync(Stop);

        await Expect(officer.Button("Notices, 1 unseen")).ToBeVisibleAsync(WhenTold);
        await officer.Button("Notices, 1 unseen").ClickAsync();
        await officer.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("A case is offered to you") }).ClickAsync();
        await Expect(officer.GetByRole(AriaRole.Article, new() { NameRegex = new(offered.Number) }).First).ToBeVisibleAsync(WhenTold);
        await Expect(officer.Button("Notices")).ToBeVisibleAsync();

        var captain = (await VisitAsync(city, $"/board?case={offered.Id}", "captain")).Page;
        await Expect(captain.Locator("case-notices")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("A case is offered to you · seen"));
    }

    [Fact]
    public async Task The_bell_is_told_by_its_stream_without_asking_and_hears_after_a_cut_of_what_it_missed()
    {
        var city = await StartCityAsync();
        var visitor = await VisitAsync(city, null, "officer-1");
        var officer = visitor.Page;
        var asked = 0;
        await officer.RouteAsync("**/api/notices", async route =>
        {
            Interlocked.Increment(ref asked);
            await route.ContinueAsync();
        });
        await visitor.GoAsync("/roster");
        await Expect(officer.Button("Notices")).ToBeVisibleAsync();
        var one = await city.CaseAtStreetAsync(Stop);
        await city.CaseOfferedAsync(Stop, "1-1-602");
        await Expect(officer.Button("Notices, 1 unseen")).ToBeVisibleAsync(WhenTold);
        Assert.Equal(0, asked);

        await visitor.GoOfflineAsync();
        await city.CommandAsync("dispatcher-1", one.Id, "assign", new { officerIds = new[] { "officer-1", "officer-2" } }, Stop);
        await visitor.ComeBackOnlineAsync();

        await Expect(officer.Button("Notices, 2 unseen")).ToBeVisibleAsync(WhenTold);
    }

    [Fact]
    public async Task A_person_orders_the_channels_by_which_they_are_told()
    {
        var city = await StartCityAsync();
        var page = (await VisitAsync(city, "/field", "officer-1", FieldParts.Phone)).Page;

        await page.Locator("person-menu button").First.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "How I am told" }).ClickAsync();
        await page.Button("text message: earlier").ClickAsync();
        await page.Button("Do not use push notification").ClickAsync();
        await page.Button("Save").ClickAsync();
        await Expect(page.GetByText("Saved")).ToBeVisibleAsync();

        var kept = await city.GetAsync("officer-1", "/api/notices/mine/channels", Stop);
        Assert.Equal(["app", "sms"], kept.GetProperty("channels").EnumerateArray().Select(one => one.GetString()));
    }
}
