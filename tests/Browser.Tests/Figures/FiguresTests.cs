using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Kit;
using Dispatch.Browser.Tests.Policies;

namespace Dispatch.Browser.Tests.Figures;

public sealed class FiguresTests : Story
{
    [Fact]
    public async Task A_number_leads_to_its_cases_and_a_case_to_its_place_on_the_board()
    {
        var city = await StartCityAsync();
        var whistled = await city.CaseAtStreetAsync(Stop);
        await city.CaseAtCommunityAsync(Stop, "1-1-602");
        var page = (await VisitAsync(city, "/stats", "dispatcher-1")).Page;

        await page.Button("2: Opened, All. Show the cases.").First.ClickAsync();
        var cases = page.GetByRole(AriaRole.Dialog, new() { Name = "Opened: All" });
        await Expect(cases.GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        await cases.GetByRole(AriaRole.Link).Filter(new() { HasText = whistled.Number }).ClickAsync();

        await Expect(page.Panel(whistled)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_figures_as_they_stood_before_a_case_was_opened_do_not_count_it()
    {
        var city = await StartCityAsync(new CityOptions { Speed = 60 });
        await city.CaseAtCommunityAsync(Stop);
        var page = (await VisitAsync(city, "/stats?asOf=2026-03-10T08:00", "supervisor")).Page;

        await Expect(page.GetByText("No case was opened here in this period.")).ToBeVisibleAsync();
        await page.GotoAsync("/stats");

        await Expect(page.Button("1: Opened, All. Show the cases.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_pilot_stands_beside_the_rest_from_its_first_instant_on()
    {
        var city = await StartCityAsync(new CityOptions { Speed = 10 });
        await city.CaseAtCommunityAsync(Stop);
        var begins = (await city.NowAsync(Stop)).AddSeconds(20);
        object wish = new { pack = ShorterPack.Json("15 min"), areas = new[] { "community:xishan" }, from = begins, reason = "A pilot." };
        await city.PostAsync("supervisor", "/api/policies/adoptions", wish, Stop);
        await city.UntilAsync(begins, Stop);
        await city.CaseAtCommunityAsync(Stop, "1-1-602");
        await city.CaseAtStreetAsync(Stop, "1-2-101");
        await city.ReportAsync("dispatcher-1", new { type = "DEC-03", place = new { gridId = "hehua-01" } }, Stop);

        var supervisor = await VisitAsync(city, "/stats", "supervisor");
        var pilot = supervisor.Page.GetByRole(AriaRole.Region, new() { Name = "Pilot and the rest" });

        await Expect(pilot).ToContainTextAsync($"Under version {ShorterPack.Version}");
        await Expect(pilot.GetByRole(AriaRole.Row).Filter(new() { HasText = "Opened" }).GetByRole(AriaRole.Cell)).ToHaveTextAsync(["2", "1"]);
        await Expect(pilot.GetByText("Too few cases to compare yet")).ToBeVisibleAsync();
        await Expect(pilot).ToContainTextAsync("A pilot.");
        await supervisor.ExpectAccessibleAsync();
    }

    [Fact]
    public async Task The_table_is_saved_as_CSV()
    {
        var city = await StartCityAsync();
        await city.CaseAtStreetAsync(Stop);
        var page = (await VisitAsync(city, "/stats", "dispatcher-1")).Page;

        var saved = await page.RunAndWaitForDownloadAsync(() => page.Button("CSV").ClickAsync());

        Assert.EndsWith(".csv", saved.SuggestedFilename, StringComparison.Ordinal);
        using var file = new StreamReader(await saved.CreateReadStreamAsync());
        Assert.Contains("whistled", await file.ReadLineAsync(Stop), StringComparison.Ordinal);
    }
}
