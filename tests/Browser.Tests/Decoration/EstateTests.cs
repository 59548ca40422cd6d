using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Decoration;

public sealed class EstateTests : Story
{
    [Fact]
    public async Task A_manager_draws_and_marks_the_captain_publishes_and_a_resident_reads_it_on_a_phone_without_signing_in()
    {
        var city = await StartCityAsync();
        var manager = (await VisitAsync(city, "/estates/kipeili-2", "manager-kipeili")).Page;
        await manager.GetByText("Add a floor plan").ClickAsync();
        await manager.GetByLabel("Short id").First.FillAsync("type-a");
        await manager.GetByLabel("Name in Chinese").First.FillAsync("A户型");
        await manager.GetByLabel("Name in English").First.FillAsync("Type A");
        await manager.GetByLabel("Picture", new() { Exact = true }).First.SetInputFilesAsync(await manager.PhotoAsync());
        await manager.GetByLabel("Flats of this type").SelectOptionAsync(["11-1-101", "11-1-602"]);
        await manager.Locator("plan-form").Button("Save").ClickAsync();

        await manager.Button("Mark a spot").ClickAsync();
        await manager.Keyboard.PressAsync("ArrowRight");
        await Expect(manager.GetByText("52 %, 50 %")).ToBeVisibleAsync();
        await manager.GetByLabel("What holds").SelectOptionAsync("forbidden");
        await manager.Locator("plan-section").GetByLabel("For residents, in Chinese").FillAsync("飘窗不得拆除。");
        await manager.Locator("plan-section").GetByLabel("For residents, in English").FillAsync("The bay window stays.");
        await manager.Locator("plan-section").Button("Save").ClickAsync();
        await Expect(manager.GetByRole(AriaRole.Button, new() { NameRegex = new("^Spot 1: bay window, forbidden") })).ToBeVisibleAsync();
        await Expect(manager.Button("Publish")).ToHaveCountAsync(0);

        var captain = await VisitAsync(city, "/estates/kipeili-2", "captain");
        await captain.Page.Button("Publish").ClickAsync();
        var link = await captain.Page.GetByRole(AriaRole.Link, new() { Name = "Open what residents read" }).GetAttributeAsync("href");
        await Expect(captain.Page.GetByAltText("QR code of the guidance")).ToBeVisibleAsync();
        await captain.ExpectAccessibleAsync();

        var resident = await VisitAsync(city, link!, userName: null);
        await Expect(resident.Page.GetByRole(AriaRole.Heading, new() { Name = "Decoration guidance" })).ToBeVisibleAsync();
        await Expect(resident.Page.GetByRole(AriaRole.Listitem)).ToContainTextAsync("The bay window stays.");
        await resident.ExpectAccessibleAsync();
    }
}
