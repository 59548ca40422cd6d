using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Decoration;

public sealed class MediationTests : Story
{
    [Fact]
    public async Task A_dispute_is_mediated_from_its_case_to_the_call_that_finds_the_agreement_kept()
    {
        var city = await StartCityAsync();
        var dispute = await city.ReportAsync(
            "community-xishan", new { type = "DISP-01", place = new { estate = "huayu-qiantang", unit = "7-2-2001" }, description = "Water from the flat above." }, Stop);
        var visitor = await VisitAsync(city, $"/cases/{dispute.GetProperty("id").GetString()}", "community-xishan");
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Mediation of this dispute" }).ClickAsync();
        await page.GetByText("Open a mediation").ClickAsync();
        await Expect(page.GetByLabel("What it is about")).ToHaveValueAsync("Water from the flat above.");
        await page.GetByLabel("Parties as flats").FillAsync("7-2-2001\n7-2-1202");
        await page.Locator("open-mediation-form").Button("Save").ClickAsync();
        await Expect(page.GetByText("to be mediated")).ToBeVisibleAsync();
        await visitor.ExpectAccessibleAsync();

        await page.GetByText("A session was held").ClickAsync();
        await page.GetByLabel("Who mediated").FillAsync("Mediator of the community");
        await page.Locator("mediation-held-form").GetByLabel("What was said").FillAsync("Both were heard.");
        await page.GetByLabel("What was agreed").FillAsync("The layer is made good.");
        await page.Locator("mediation-held-form").Button("Save").ClickAsync();
        await Expect(page.GetByText("Agreed: The layer is made good.")).ToBeVisibleAsync();
        await page.GetByText("The parties were called").ClickAsync();
        await page.Locator("follow-up-form").GetByLabel("What was said").FillAsync("The ceiling has dried.");
        await page.Locator("follow-up-form").Button("Save").ClickAsync();
        await Expect(page.GetByText("agreed and kept")).ToBeVisibleAsync();
        await Expect(page.Locator("mediation-view").Button("Save")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "All mediations" }).ClickAsync();
        await Expect(page.GetByText("22 mediations since the start")).ToBeVisibleAsync();
        await page.Button("Over").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Water from the flat above") })).ToBeVisibleAsync();
        await visitor.ExpectAccessibleAsync();
    }
}
