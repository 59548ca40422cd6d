using System.Text.RegularExpressions;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Decoration;

/// <summary>Works of one flat, from the owner's phone over the card at the door to the completion check.</summary>
public sealed class FilingTests : Story
{
    private const string Flat = "/unit?at=huayu-qiantang.7-2-2001";

    private static readonly Look Phone = new() { Screen = Screen.Phone };

    [Fact]
    public async Task An_owner_files_the_card_is_printed_and_scanned_and_a_worker_inspects_until_the_completion_check()
    {
        var city = await StartCityAsync();
        var staff = await VisitAsync(city, Flat, "community-xishan");
        await Expect(staff.Page.GetByText("Not filed today")).ToBeVisibleAsync();
        var link = (await staff.Page.GetByRole(AriaRole.Link, new() { Name = "Owner's page" }).GetAttributeAsync("href"))!;

        var owner = await VisitAsync(city, link, look: Phone);
        await Expect(owner.Page.GetByText("Not filed: no work today")).ToBeVisibleAsync();
        await Axe.ExpectNoViolationsAsync(owner.Page, "the owner's page");
        var question = owner.Page.Locator("details", new() { HasText = "bay window" }).Last;
        await question.Locator("summary").ClickAsync();
        await Expect(question.GetByText("No", new() { Exact = true })).ToBeVisibleAsync();
        await owner.Page.GetByLabel(new Regex("Paint, floors")).CheckAsync();
        await owner.Page.GetByLabel(new Regex("Contractor")).FillAsync("Anju");
        var today = (await owner.Page.GetByLabel(new Regex("First day")).GetAttributeAsync("min"))!;
        await owner.Page.GetByLabel(new Regex("First day")).FillAsync(today);
        await owner.Page.GetByLabel(new Regex("Last day")).FillAsync(today);
        await owner.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("File") }).ClickAsync();
        await Expect(owner.Page.Locator("#filed.good")).ToBeVisibleAsync();

        await owner.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Print the door card") }).ClickAsync();
        await Expect(owner.Page.Locator(".qr svg")).ToBeVisibleAsync();
        await Axe.ExpectNoViolationsAsync(owner.Page, "the door card");

        var worker = await VisitAsync(city, link, "grid-xishan-03", Phone);
        await worker.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Staff") }).ClickAsync();
        await Expect(worker.Page.GetByText("Recorded: you are at the door.")).ToBeVisibleAsync();
        await worker.Page.Button("The neighbours were told").ClickAsync();
        await Expect(worker.Page.GetByText(new Regex("7-2-2002, told"))).ToBeVisibleAsync();
        await PassAsync(worker.Page, "Start");
        await worker.ExpectAccessibleAsync();
        await worker.Page.Locator("li", new() { HasText = "Completion check" }).Button("Inspect").ClickAsync();
        await PassAsync(worker.Page, "Completion check");
        await Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Name = "Filing 1 · Completed" })).ToBeVisibleAsync();

        await staff.GoAsync("/filings");
        await staff.Page.Button("All").ClickAsync();
        await Expect(staff.Page.GetByRole(AriaRole.Row).Last).ToContainTextAsync("Completed");
    }

    /// <summary>Answers the open checklist: nothing is wrong.</summary>
    private static async Task PassAsync(IPage page, string stage)
    {
        var form = page.GetByRole(AriaRole.Form, new() { Name = $"Checklist: {stage}" });
        await Expect(form).ToBeVisibleAsync();
        foreach (var good in await form.GetByLabel("Good").AllAsync())
        {
            await good.CheckAsync();
        }

        await form.Button("Save").ClickAsync();
        await Expect(form).ToBeHiddenAsync();
    }
}
