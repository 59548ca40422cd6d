using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Decoration;

/// <summary>The committee's month on screen and paper, and a pilot project that another community adopts.</summary>
public sealed class CommitteeTests : Story
{
    private const string Page = "/committee";

    [Fact]
    public async Task The_captain_opens_a_number_down_to_its_case_and_prints_the_month_in_both_languages()
    {
        var city = await StartCityAsync(new CityOptions { Settings = ["--Demo:Estates=true"] });
        await city.CaseAtGridAsync(Stop, "1-1-602");
        await city.CaseAtGridAsync(Stop, "1-1-1101");
        var captain = await VisitAsync(city, Page, "captain");
        var page = captain.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Three rates" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Mediations" })).ToContainTextAsync("and 21 earlier");
        await Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("Huayu Property") })).ToBeVisibleAsync();
        await captain.ExpectAccessibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Illegal decoration: 2, open the list" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        await captain.ExpectAccessibleAsync();
        await page.Button("Close").ClickAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Button("Print")).ToBeHiddenAsync();
        Assert.InRange(Pages(await page.PdfAsync(new() { PreferCSSPageSize = true })), 1, 3);
        await captain.ChangeLookAsync(new Look("zh-CN"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "三率" })).ToBeVisibleAsync();
        Assert.InRange(Pages(await page.PdfAsync(new() { PreferCSSPageSize = true })), 1, 3);

        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.Locator("[aria-labelledby=scenes]").GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/(cases/|board)"));
    }

    [Fact]
    public async Task The_month_before_is_one_tap_away_and_stays_in_the_address()
    {
        var city = await QuietCityAsync();
        var page = (await VisitAsync(city, "/committee?month=2026-01", "supervisor")).Page;
        await Expect(page.GetByText("· 2026-01")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "2025-12" }).ClickAsync();
        await Expect(page.GetByText("· 2025-12")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("month=2025-12"));
    }

    [Fact]
    public async Task A_project_goes_from_practice_to_shared_experience_and_another_community_adopts_it()
    {
        var city = await StartCityAsync();
        var captain = await VisitAsync(city, "/pilots", "captain");
        var page = captain.Page;
        await page.GetByText("Begin a pilot project").ClickAsync();
        foreach (var (label, text) in (IEnumerable<(string, string)>)
                 [
                     ("Title in Chinese", "飘窗提前告知"), ("Title in English", "Bay windows told beforehand"), ("Short id (a-z, 0-9, -)", "bay-windows"), ("Leading cadre, by office", "Deputy party secretary"),
                     ("Bureau", "Enforcement bureau"), ("Team", "Street team"), ("Practice", "Rulings come with the keys."), ("What is compared, in Chinese", "在建户中违规户"),
                     ("What is compared, in English", "Flats with a violation"), ("How many", "12"), ("Of how many", "80"), ("Counted from", "2026-01-01"), ("Counted until", "2026-03-31"),
                 ])
        {
            await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        }

        await page.Locator("select[name=estates]").SelectOptionAsync("kipeili-2");
        await page.Button("Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bay windows told beforehand" })).ToBeVisibleAsync();

        await page.GetByText("Report results").ClickAsync();
        var results = page.Locator("pilot-step-form").First;
        foreach (var (label, text) in (IEnumerable<(string, string)>)
                 [("Results", "Owners ask first."), ("How many", "5"), ("Of how many", "25"), ("Counted from", "2026-04-01"), ("Counted until", "2026-06-30")])
        {
            await results.GetByLabel(label, new() { Exact = true }).FillAsync(text);
        }

        await results.Button("Save").ClickAsync();
        await Expect(page.GetByText("After: 20.0%")).ToBeVisibleAsync();
        await Expect(page.GetByText("Small numbers")).ToBeVisibleAsync();
        await page.GetByText("Share the experience").ClickAsync();
        await page.Locator("textarea[name=said]").First.FillAsync("Read the plan together.");
        await page.Locator("pilot-step-form").First.Button("Save").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Shared experience" })).ToContainTextAsync("Read the plan together.");
        await captain.ExpectAccessibleAsync();

        var community = await VisitAsync(city, "/pilots/bay-windows", "community-xishan", new Look { Screen = Screen.Phone });
        await community.Page.GetByText("Adopt it for my community").ClickAsync();
        await community.Page.GetByLabel("What we will do, and from when").FillAsync("From the next hand-over on.");
        await community.Page.Button("Save").ClickAsync();
        await Expect(community.Page.GetByRole(AriaRole.Region, new() { Name = "Adopted by" })).ToContainTextAsync("From the next hand-over on.");
        await Expect(community.Page.Locator("pilot-step-form")).ToHaveCountAsync(0);
        await community.ExpectAccessibleAsync();
    }

    /// <summary>The pages of a PDF.</summary>
    private static int Pages(byte[] pdf) => System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), "/Type\\s*/Page[^s]");
}
