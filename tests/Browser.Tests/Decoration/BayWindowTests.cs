using System.Text.RegularExpressions;
using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Decoration;

/// <summary>The bay window of 7-2-2001 as it went in truth, from the owner's filing and the card at the door to the completion check.</summary>
public sealed class BayWindowTests : Story
{
    private const string Flat = "/unit?at=huayu-qiantang.7-2-2001";

    [Fact]
    public async Task The_owner_is_told_no_a_neighbour_scans_the_card_the_window_is_restored_and_the_completion_check_ends_the_filing()
    {
        var city = await StartCityAsync();
        var staff = (await VisitAsync(city, Flat, "community-xishan")).Page;
        var link = (await staff.GetByRole(AriaRole.Link, new() { Name = "Owner's page" }).GetAttributeAsync("href"))!;
        var visitor = await VisitAsync(city, link, look: FieldParts.Phone);
        visitor.Guard.Expect("status of 422");
        var owner = visitor.Page;

        await AsksAndFilesAsync(owner);
        var neighbour = await VisitAsync(city, link, look: FieldParts.Phone);
        await ScansAndReportsAsync(neighbour);

        var (_, one) = await city.OnlyCaseAsync(Stop);
        var worker = (await VisitAsync(city, "/field", "grid-xishan-03", FieldParts.Phone)).Page;
        await Expect(worker.FieldCard(one)).ToContainTextAsync("7-2-2001");
        await StopsAsync(city, one);

        var officer = (await VisitAsync(city, link, "officer-1", FieldParts.Phone)).Page;
        await officer.GetByRole(AriaRole.Link, new() { NameRegex = new("Staff") }).ClickAsync();
        await Expect(officer.GetByText("Recorded: you are at the door.")).ToBeVisibleAsync();
        await Expect(officer.GetByRole(AriaRole.Heading, new() { Name = "Filing 1 · Filed" })).ToBeVisibleAsync();
        await Expect(officer.GetByRole(AriaRole.Link, new() { Name = one.Number })).ToBeVisibleAsync();
        await Expect(officer.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Façade, openings, bay window" })).ToContainTextAsync("On site");

        await city.CommandAsync("officer-1", one.Id, "resolve", new { note = "The owner agreed; the sill is restored." }, Stop);
        await worker.Tab("Checks").ClickAsync();
        await worker.FieldCard(one).Button("Solved").ClickAsync(new() { Timeout = FieldParts.WhenSent.Timeout });
        await worker.ExpectAllSentAsync();
        Assert.Equal("Closed", (await city.OnlyCaseAsync(Stop)).View.GetProperty("status").GetString());

        await InspectsAsync(worker, link, "Start");
        await InspectsAsync(worker, link, "Completion check");
        await Expect(worker.GetByRole(AriaRole.Heading, new() { Name = "Filing 1 · Completed" })).ToBeVisibleAsync();
        await Expect(worker.GetByRole(AriaRole.Listitem).Filter(new() { HasText = one.Number })).ToContainTextAsync("Closed");
        await owner.ReloadAsync();
        await Expect(owner.GetByText("Not filed: no work today")).ToBeVisibleAsync();
    }

    /// <summary>The owner asks, tries what is forbidden all the same, is refused in words, and files what is free.</summary>
    private static async Task AsksAndFilesAsync(IPage owner)
    {
        var answer = owner.Locator("details", new() { HasText = "May I remove this structural wall?" }).Last;
        await answer.Locator("summary").ClickAsync();
        await Expect(answer.GetByText("No", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(answer.GetByText("Order 110, art. 5")).ToBeVisibleAsync();

        var window = owner.GetByLabel(new Regex("Remove a bay window"));
        await Expect(window).ToBeDisabledAsync();
        await window.EvaluateAsync("box => box.disabled = false");
        await window.CheckAsync();
        await FillAsync(owner);
        await Expect(owner.GetByRole(AriaRole.Alert)).ToContainTextAsync("removing them damages the structure");

        await owner.GetByLabel(new Regex("Paint, floors")).CheckAsync();
        await FillAsync(owner);
        await Expect(owner.Locator("#filed.good")).ToContainTextAsync("Paint, floors");
        await owner.GetByRole(AriaRole.Link, new() { NameRegex = new("Print the door card") }).ClickAsync();
        await owner.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(owner.Locator(".qr svg")).ToBeVisibleAsync();
        await Expect(owner.Locator(".card")).ToContainTextAsync("Remove a bay window's sill or wall");
        await owner.EmulateMediaAsync(new() { Media = Media.Screen });
        await owner.GoBackAsync();
    }

    private static async Task FillAsync(IPage owner)
    {
        var first = owner.GetByLabel(new Regex("First day"));
        var today = (await first.GetAttributeAsync("min"))!;
        await owner.GetByLabel(new Regex("Contractor")).FillAsync("Anju");
        await first.FillAsync(today);
        await owner.GetByLabel(new Regex("Last day")).FillAsync(today);
        await owner.GetByRole(AriaRole.Button, new() { NameRegex = new("File$") }).ClickAsync();
    }

    /// <summary>Whoever scans the card sees what is filed; what is going on is something else, so they say so.</summary>
    private static async Task ScansAndReportsAsync(Visitor neighbour)
    {
        var page = neighbour.Page;
        await Expect(page.Locator("#filed.good")).ToContainTextAsync("Paint, floors");
        var report = page.Locator("#report");
        await report.Locator("summary").ClickAsync();
        await report.GetByLabel(new Regex("What is wrong")).SelectOptionAsync("DEC-03");
        await report.GetByLabel(new Regex("What did you see")).FillAsync("They take the bay window out.");
        await Axe.ExpectNoViolationsAsync(page, "the report at a door");
        await report.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByText("Thank you. A grid worker will come and look.")).ToBeVisibleAsync();
    }

    /// <summary>The grid worker confirms what was reported, the manager finds the drawing, community and street hand it on, two officers come.</summary>
    private async Task StopsAsync(DispatchCity city, StoryCase one)
    {
        await city.CommandAsync("grid-xishan-03", one.Id, "verify-report", new { confirmed = true }, Stop);
        await city.CommandAsync("manager-huayu", one.Id, "comment", new { text = "The drawing shows that the wall carries the slab above." }, Stop);
        await city.CommandAsync("grid-xishan-03", one.Id, "pass-up", new { reason = "The owner goes on." }, Stop);
        await city.CommandAsync("community-xishan", one.Id, "whistle", new { reason = "The owner goes on." }, Stop);
        await city.CommandAsync("dispatcher-1", one.Id, "assign", new { officerIds = new[] { "officer-1", "officer-2" } }, Stop);
        await city.CommandAsync("officer-1", one.Id, "offer-accept", new { }, Stop);
        await city.CommandAsync("officer-1", one.Id, "arrive", new { }, Stop);
    }

    /// <summary>The worker scans the card, whose checklist then lies open, and finds nothing wrong.</summary>
    private static async Task InspectsAsync(IPage worker, string link, string stage)
    {
        await worker.GotoAsync(link);
        await worker.GetByRole(AriaRole.Link, new() { NameRegex = new("Staff") }).ClickAsync();
        var form = worker.GetByRole(AriaRole.Form, new() { Name = $"Checklist: {stage}" });
        await Expect(form).ToBeVisibleAsync();
        foreach (var good in await form.GetByLabel("Good").AllAsync())
        {
            await good.CheckAsync();
        }

        await form.Button("Save").ClickAsync();
        await Expect(form).ToBeHiddenAsync();
    }
}
