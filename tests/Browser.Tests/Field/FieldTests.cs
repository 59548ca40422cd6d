using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Field;

public sealed class FieldTests : Story
{
    [Fact]
    public async Task A_report_with_a_photo_goes_up_to_the_community()
    {
        var city = await StartCityAsync();
        var page = (await VisitAsync(city, "/field", "grid-xishan-03", FieldParts.Phone)).Page;

        await page.ReportFlatAsync("A bay window is being broken out.", then: "Pass up");
        await page.ExpectAllSentAsync();

        var (view, _) = await city.OnlyCaseAsync(Stop);
        Assert.Equal("AwaitingCommunity", view.GetProperty("status").GetString());
        Assert.Equal(1, view.GetProperty("evidence").GetArrayLength());
    }

    [Fact]
    public async Task What_is_settled_on_the_spot_waits_for_somebody_else_to_check()
    {
        var city = await StartCityAsync();
        var mine = await city.CaseAtGridAsync(Stop);
        var page = (await VisitAsync(city, "/field", "grid-xishan-03", FieldParts.Phone)).Page;

        await page.FieldCard(mine).Button("Settled on the spot").ClickAsync();
        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "Settled on the spot" });
        await page.TakeAsync(sheet.Button("Take a photo"), await page.PhotoAsync());
        await Expect(sheet.GetByAltText("Photo 1")).ToBeVisibleAsync();
        await sheet.Button("Settled on the spot").ClickAsync();

        await Expect(page.FieldCard(mine).GetByText("To be sent: Settle on the spot")).ToBeVisibleAsync();
        await page.ExpectAllSentAsync();
        Assert.Equal("AwaitingCheck", (await city.OnlyCaseAsync(Stop)).View.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_decision_is_taken_back_before_it_is_sent()
    {
        var city = await StartCityAsync();
        var mine = await city.CaseAtGridAsync(Stop);
        var page = (await VisitAsync(city, "/field", "grid-xishan-03", FieldParts.Phone)).Page;

        await page.FieldCard(mine).Button("Pass up").ClickAsync();
        await page.Button("The owner refuses").ClickAsync();
        await page.Button("Take back").ClickAsync();

        await page.ExpectAllSentAsync();
        Assert.Equal("AtGrid", (await city.OnlyCaseAsync(Stop)).View.GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_officer_is_called_accepts_arrives_and_resolves_with_one_tap_each()
    {
        var city = await StartCityAsync();
        var page = (await VisitAsync(city, "/field", "officer-1", FieldParts.Phone)).Page;
        await Expect(page.GetByText("Nothing waits for you.")).ToBeVisibleAsync();
        var offered = await city.CaseOfferedAsync(Stop);

        await page.GetByRole(AriaRole.Alert).Button("Seen").ClickAsync();
        var card = page.FieldCard(offered);
        await card.Button("Accept").ClickAsync();
        await card.Button("On site").ClickAsync();
        await card.Button("Resolved").ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Resolved" }).Button("Resolved").ClickAsync();

        await page.ExpectAllSentAsync();
        Assert.Equal(
            ["OfferAccepted", "Arrived", "Resolved"],
            (await city.HistoryAsync(offered.Id, Stop)).Select(line => line.GetProperty("event").GetString()!)
                .Where(name => name is "OfferAccepted" or "Arrived" or "Resolved"));
    }

    [Fact]
    public async Task A_check_is_done_by_the_grid_worker_who_did_not_handle_the_case()
    {
        var city = await StartCityAsync();
        var resolved = await city.CaseToCheckAsync(Stop);
        var page = (await VisitAsync(city, "/field", "grid-xishan-03", FieldParts.Phone)).Page;

        await page.Tab("Checks").ClickAsync();
        await page.FieldCard(resolved).Button("Solved").ClickAsync();
        await page.ExpectAllSentAsync();

        Assert.Equal("Closed", (await city.OnlyCaseAsync(Stop)).View.GetProperty("status").GetString());
    }
}
