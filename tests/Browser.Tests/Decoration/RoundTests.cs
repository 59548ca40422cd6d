using System.Text.RegularExpressions;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Decoration;

/// <summary>A patrol on the manager's phone, and the visit of several departments that follows on a tablet.</summary>
public sealed class RoundTests : Story
{
    private static readonly Look Phone = new() { Screen = Screen.Phone };

    [Fact]
    public async Task A_manager_walks_a_round_on_the_phone_stops_with_a_photo_and_departments_share_one_visit()
    {
        var city = await StartCityAsync();
        var community = await VisitAsync(city, "/unit?at=huayu-qiantang.7-2-2001", "community-xishan");
        var link = (await community.Page.GetByRole(AriaRole.Link, new() { Name = "Owner's page" }).GetAttributeAsync("href"))!;
        var owner = await VisitAsync(city, link, look: Phone);
        await owner.Page.GetByLabel(new Regex("Paint, floors")).CheckAsync();
        await owner.Page.GetByLabel(new Regex("Contractor")).FillAsync("Anju");
        var today = (await owner.Page.GetByLabel(new Regex("First day")).GetAttributeAsync("min"))!;
        await owner.Page.GetByLabel(new Regex("First day")).FillAsync(today);
        await owner.Page.GetByLabel(new Regex("Last day")).FillAsync(today);
        await owner.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("File") }).ClickAsync();
        await Expect(owner.Page.Locator("#filed.good")).ToBeVisibleAsync();

        var manager = await VisitAsync(city, "/rounds", "manager-huayu", Phone);
        await manager.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Draw up a round of") }).ClickAsync();
        await Expect(manager.Page.GetByText("0 of 1 seen")).ToBeVisibleAsync();
        await manager.Page.Button("Something wrong: 7-2-2001").ClickAsync();
        await Expect(manager.Page.GetByText("Your duty")).ToBeVisibleAsync();
        await Expect(manager.Page.GetByText(new Regex("Receipt .*-1: Something wrong"))).ToBeVisibleAsync();
        await manager.ExpectAccessibleAsync();
        await manager.Page.GetByLabel("Photo of what was stopped").SetInputFilesAsync(await manager.Page.PhotoAsync());
        await manager.Page.Button("Stopped, with this photo").ClickAsync();
        await manager.Page.Button("Reported: 7-2-2001").ClickAsync();
        await Expect(manager.Page.GetByText(new Regex("all done"))).ToBeVisibleAsync();

        var officer = await VisitAsync(city, "/visits", "officer-1");
        await officer.Page.GetByText("Plan this visit").First.ClickAsync();
        await officer.Page.Locator("plan-visit-form").First.Button("Save").ClickAsync();
        await officer.Page.GetByText("The team is there").ClickAsync();
        await officer.Page.Locator("begin-visit-form input").Nth(0).CheckAsync();
        await officer.Page.Locator("begin-visit-form input").Nth(1).CheckAsync();
        await officer.Page.Locator("begin-visit-form").Button("Save").ClickAsync();
        var lines = officer.Page.Locator("visit-line");
        await Expect(officer.Page.Locator("visit-line button").First).ToBeVisibleAsync();
        for (var n = 0; n < await lines.CountAsync(); n++)
        {
            await lines.Nth(n).GetByRole(AriaRole.Button, new() { NameRegex = new("^Good") }).ClickAsync();
            await Expect(lines.Nth(n).Locator(".chip.normal")).ToBeVisibleAsync();
        }

        await officer.ExpectAccessibleAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Sign for") }).ClickAsync();
        await Expect(officer.Page.GetByText("1 visits avoided").Or(officer.Page.GetByText("0 visits avoided")).First).ToBeVisibleAsync();
    }
}
