using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Roster;

public sealed class PlanTests : Story
{
    [Fact]
    public async Task A_gap_that_ending_a_duty_leaves_goes_away_with_the_next_one_and_both_are_seen_before_they_are_sent()
    {
        var city = await StartCityAsync();
        var community = (await VisitAsync(city, "/roster?week=2026-03-16", "community-hehua")).Page;
        var gaps = community.GetByRole(AriaRole.Heading, new() { Name = "Gaps ahead" });
        await Expect(community.GetByText("Planned duties")).ToBeVisibleAsync();
        await Expect(gaps).ToHaveCountAsync(0);

        await community.GetByRole(AriaRole.Button, new() { NameRegex = new("^End") }).ClickAsync();
        var form = community.GetByRole(AriaRole.Dialog, new() { Name = "End a planned duty" });
        await form.GetByLabel("Last day").FillAsync("2026-03-13");
        await Expect(form.GetByText("Gaps ahead")).ToBeVisibleAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(gaps).ToBeVisibleAsync();
        await Expect(community.GetByText("First line, 13 Mar, 17:30")).ToBeVisibleAsync();

        await community.Button("Plan a duty").ClickAsync();
        form = community.GetByRole(AriaRole.Dialog, new() { Name = "Plan a duty" });
        await form.GetByLabel("Name").FillAsync("Spring");
        await form.GetByRole(AriaRole.Combobox, new() { Name = "On", Exact = true }).SelectOptionAsync("workingDays");
        await form.GetByLabel("From", new() { Exact = true }).FillAsync("2026-03-16");
        await Expect(form.GetByText("Give the hours, and somebody a crew.")).ToBeVisibleAsync();
        await form.GetByRole(AriaRole.Combobox).Last.SelectOptionAsync("1");
        await Expect(form.GetByText("No gap in the next 14 days.")).ToBeVisibleAsync();
        await Expect(form.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("16 Mar, 08:30–16 Mar, 17:30");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(gaps).ToHaveCountAsync(0);
        await Expect(community.GetByText("Spring")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_somebody_can_do_is_chosen_from_the_pack()
    {
        var city = await StartCityAsync();
        var captain = (await VisitAsync(city, "/roster", "captain")).Page;

        await captain.GetByText("Skills", new() { Exact = true }).ClickAsync();
        await captain.GetByRole(AriaRole.Button, new() { NameRegex = new("^What somebody can do") }).First.ClickAsync();
        var form = captain.GetByRole(AriaRole.Dialog, new() { Name = "What somebody can do" });
        await form.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("^DEC-03") }).CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(form).ToHaveCountAsync(0);
        await Expect(captain.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "DEC-03" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_grid_worker_looks_at_the_roster_of_their_community_and_changes_nothing()
    {
        var worker = (await VisitAsync(await QuietCityAsync(), "/roster", "grid-xishan-03")).Page;

        await Expect(worker.Locator(".block").First).ToBeVisibleAsync();
        await Expect(worker.Button("Plan a duty")).ToHaveCountAsync(0);
    }
}
