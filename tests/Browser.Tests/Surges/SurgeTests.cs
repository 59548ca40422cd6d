using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Surges;

public sealed class SurgeTests : Story
{
    [Fact]
    public async Task A_supervisor_declares_a_surge_everybody_sees_it_over_the_board_and_it_is_ended_with_a_word()
    {
        var city = await StartCityAsync();
        var one = await city.CaseAtCommunityAsync(Stop);
        var supervisor = (await VisitAsync(city, "/board", "supervisor")).Page;
        var dispatcher = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        await Expect(dispatcher.Button("Surge")).ToHaveCountAsync(0);

        await supervisor.GetByRole(AriaRole.Toolbar).Button("Surge").ClickAsync();
        var form = supervisor.GetByRole(AriaRole.Dialog, new() { Name = "Declare a surge" });
        await form.GetByLabel("Reason").FillAsync("The storm keeps everybody busy.");
        await form.GetByLabel("Raise priorities").SelectOptionAsync("High");
        await form.Button("Declare a surge").ClickAsync();

        var bar = supervisor.Locator("surge-bar");
        await Expect(bar).ToContainTextAsync("1 clocks stand still");
        await Expect(dispatcher.Locator("surge-bar")).ToContainTextAsync("The storm keeps everybody busy.");
        await Expect(supervisor.Row(one)).ToContainTextAsync("stands still during the surge");
        await supervisor.Row(one).ClickAsync();
        await Expect(supervisor.Panel(one)).ToContainTextAsync("Surge until");

        await bar.Button("End surge").ClickAsync();
        var end = supervisor.GetByRole(AriaRole.Dialog, new() { Name = "End surge" });
        await end.GetByLabel("Reason").FillAsync("The storm is over.");
        await end.Button("End surge").ClickAsync();
        await Expect(bar.GetByText("clocks stand still")).ToHaveCountAsync(0);
        await Expect(supervisor.Row(one)).Not.ToContainTextAsync("stands still during the surge");
    }

    [Fact]
    public async Task A_surge_over_one_scene_leaves_the_other_cases_alone_and_is_told_to_the_community()
    {
        var city = await StartCityAsync();
        var one = await city.CaseAtCommunityAsync(Stop);
        var supervisor = (await VisitAsync(city, "/board", "supervisor")).Page;

        await Expect(supervisor.Row(one)).ToBeVisibleAsync();
        await supervisor.GetByRole(AriaRole.Toolbar).Button("Surge").ClickAsync();
        var form = supervisor.GetByRole(AriaRole.Dialog, new() { Name = "Declare a surge" });
        await form.GetByLabel("Reason").FillAsync("The storm felled trees.");
        await form.GetByText("Types: all").ClickAsync();
        await form.GetByRole(AriaRole.Checkbox, new() { Name = "Damage to greening" }).First.CheckAsync();
        await form.Button("Declare a surge").ClickAsync();

        await Expect(supervisor.Locator("surge-bar .bar")).ToContainTextAsync("Damage to greening");
        var community = (await VisitAsync(city, "/community", "community-xishan")).Page;
        await Expect(community.Locator("surge-notice")).ToContainTextAsync("Damage to greening");
        await Expect(supervisor.Row(one)).Not.ToContainTextAsync("stands still during the surge");
    }

    [Fact]
    public async Task A_captain_starts_a_drill_that_is_marked_wherever_it_is_seen_and_shows_how_quickly_each_link_answered()
    {
        var city = await StartCityAsync();
        var captain = (await VisitAsync(city, "/board", "captain")).Page;
        await captain.GetByRole(AriaRole.Toolbar).Button("Drill").ClickAsync();
        var entry = captain.GetByRole(AriaRole.Dialog, new() { Name = "Start a drill" });
        await entry.GetByRole(AriaRole.Combobox, new() { Name = "What" }).FillAsync("DEC-02");
        await captain.Keyboard.PressAsync("Enter");
        await entry.GetByRole(AriaRole.Combobox, new() { Name = "Where" }).FillAsync("Huayu 1-1-101");
        await captain.Keyboard.PressAsync("Enter");
        await entry.Button("Start the drill").ClickAsync();
        await entry.Button("Open the case").ClickAsync();

        var panel = captain.Locator("case-panel");
        await Expect(panel.GetByText("Drill", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "Answer time of each link" })).ToBeVisibleAsync();
        await Expect(panel.Locator("case-links")).ToContainTextAsync("waiting");
        await Expect(captain.Rows().First).ToContainTextAsync("Drill");

        await panel.Button("End drill").ClickAsync();
        var end = captain.GetByRole(AriaRole.Dialog, new() { Name = "End drill" });
        await end.GetByLabel("Reason").FillAsync("We have seen enough.");
        await end.Button("End drill").ClickAsync();
        await Expect(panel).ToContainTextAsync("ended the drill: We have seen enough.");
        await Expect(panel.Locator("case-links")).Not.ToContainTextAsync("waiting");
    }
}
