using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Policies;

public sealed class PolicyTests : Story
{
    [Fact]
    public async Task A_dry_run_changes_a_decision_and_the_pack_is_adopted_by_one_community_first()
    {
        var city = await StartCityAsync(new CityOptions { Speed = 60 });
        var before = await city.CaseAtCommunityAsync(Stop);
        await city.UntilAsync((await city.NowAsync(Stop)).AddMinutes(2), Stop);
        await city.CommandAsync("community-xishan", before.Id, "acknowledge", new { }, Stop);
        var supervisor = await VisitAsync(city, "/policy", "supervisor");
        var page = supervisor.Page;
        await Expect(Row(page, "Xishan")).ToContainTextAsync("as installed");

        await page.GetByLabel("or a file").SetInputFilesAsync(ShorterPack.File("1 min"));
        await Expect(Row(page, "Acknowledge")).ToContainTextAsync("30 working minutes");
        await Expect(Row(page, "Acknowledge")).ToContainTextAsync("1 working minutes");
        await Expect(Row(page, "Acknowledge")).ToContainTextAsync("Façade");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Xishan" }).CheckAsync();
        await page.Button("Dry run").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "1 cases miss something on one side only" })).ToBeVisibleAsync();
        await Expect(Row(page, before.Number)).ToContainTextAsync("none");
        await Expect(Row(page, "Deadlines missed").GetByRole(AriaRole.Cell).First).ToHaveTextAsync("0");
        await supervisor.ExpectAccessibleAsync();

        var begins = (await city.NowAsync(Stop)).AddMinutes(6);
        await page.GetByLabel("From").FillAsync(begins.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("Why").FillAsync("Half the time, tried by one community first.");
        await page.Button("Adopt").ClickAsync();
        await Expect(page.GetByText($"Adopted: version {ShorterPack.Version} holds from")).ToBeVisibleAsync();
        await Expect(Row(page, "Xishan")).ToContainTextAsync($"version {ShorterPack.Version} from");

        await city.UntilAsync(begins, Stop);
        await page.ReloadAsync();
        await Expect(Row(page, "Xishan")).ToContainTextAsync("Half the time, tried by one community first.");
        await Expect(Row(page, "Hehua")).ToContainTextAsync("as installed");
        var after = await city.CaseAtCommunityAsync(Stop, "1-1-602");
        Assert.Equal((TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1)), (await AcknowledgeAsync(city, before), await AcknowledgeAsync(city, after)));
    }

    [Fact]
    public async Task What_is_no_pack_or_has_faults_is_told_and_the_captain_only_reads()
    {
        var city = await QuietCityAsync();
        var supervisor = await VisitAsync(city, "/policy", "supervisor");
        supervisor.Guard.Expect("status of 422");
        var page = supervisor.Page;

        await page.GetByLabel("or a file").SetInputFilesAsync(new FilePayload { Name = "policy.json", MimeType = "application/json", Buffer = "no pack"u8.ToArray() });
        await Expect(page.GetByText("This file is no JSON.")).ToBeVisibleAsync();
        await page.GetByLabel("or a file").SetInputFilesAsync(ShorterPack.File("soon"));
        await Expect(page.GetByText("The policy pack has faults.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("acknowledge");
        await page.GetByLabel("Rules that are kept").SelectOptionAsync("0");
        await Expect(page.GetByText("Nothing differs.")).ToBeVisibleAsync();

        var captain = (await VisitAsync(city, "/policy", "captain")).Page;
        await Expect(Row(captain, "Xishan")).ToContainTextAsync("as installed");
        await Expect(captain.Locator("pack-trial")).ToHaveCountAsync(0);
    }

    private static ILocator Row(IPage page, string name) =>
        page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { NameRegex = new($"^{name}") }) }).First;

    private async Task<TimeSpan> AcknowledgeAsync(DispatchCity city, StoryCase one) =>
        TimeSpan.FromMilliseconds((await city.GetAsync("dispatcher-1", $"/api/cases/{one.Id}", Stop)).GetProperty("clocks").EnumerateArray()
            .Single(clock => clock.GetProperty("name").GetString() == "acknowledge").GetProperty("budgetMs").GetInt64());
}
