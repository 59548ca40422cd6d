using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Board;

public sealed class BoardTests : Story
{
    [Fact]
    public async Task A_case_reported_elsewhere_appears_and_says_why_it_is_there()
    {
        var city = await StartCityAsync();
        var page = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        await Expect(page.GetByText("No open cases.")).ToBeVisibleAsync();

        var reported = await city.CaseAtCommunityAsync(Stop);
        await page.Row(reported).ClickAsync();

        var panel = page.Panel(reported);
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "Why is it here" })).ToBeVisibleAsync();
        await Expect(panel.GetByText("沈小梅 reported it at")).ToBeVisibleAsync();
        await Expect(panel.GetByText("Huayu Qiantang").Or(panel.GetByText("华宇钱塘")).First).ToBeVisibleAsync();
    }

    /// <summary>lit-html from 3.3.1 on left a node behind for every line that went (lit/lit#5298).</summary>
    [Fact]
    public async Task Lines_that_come_and_go_all_day_leave_nothing_behind_in_the_page()
    {
        var city = await StartCityAsync();
        var (stays, goes) = (await city.CaseAtCommunityAsync(Stop), await city.CaseAtGridAsync(Stop, "1-2-101"));
        var page = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        await Expect(page.Rows()).ToHaveCountAsync(2);
        var nodes = await NodesAsync(page);

        for (var i = 0; i < 3; i++)
        {
            await page.GetByRole(AriaRole.Searchbox).FillAsync(stays.Number);
            await Expect(page.Row(goes)).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Searchbox).FillAsync("");
            await Expect(page.Rows()).ToHaveCountAsync(2);
        }

        Assert.Equal(nodes, await NodesAsync(page));

        static Task<int> NodesAsync(IPage page) => page.Rows().First.EvaluateAsync<int>("line => line.parentNode.childNodes.length");
    }

    [Fact]
    public async Task A_command_given_in_the_panel_changes_the_line_and_stands_in_the_history()
    {
        var city = await StartCityAsync();
        var reported = await city.CaseAtCommunityAsync(Stop);
        var page = (await VisitAsync(city, $"/board?case={reported.Id}", "dispatcher-1")).Page;

        await page.Panel(reported).Button("Set priority").ClickAsync();
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Set priority" });
        await form.Button("Urgent").ClickAsync();
        await form.GetByLabel("Reason").FillAsync("A school is next door.");
        await form.Button("Set priority").ClickAsync();

        await Expect(page.Row(reported)).ToContainTextAsync("Urgent");
        await Expect(page.Panel(reported).GetByText("set the priority to Urgent: A school is next door.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_a_person_may_not_do_now_is_said_with_the_reason()
    {
        var city = await StartCityAsync();
        var reported = await city.CaseAtCommunityAsync(Stop);
        var page = (await VisitAsync(city, $"/board?case={reported.Id}", "dispatcher-1")).Page;

        await page.Panel(reported).GetByText("Not now, and why").ClickAsync();

        await Expect(page.Panel(reported).GetByText("The case has moved on and no longer allows this.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_dispatcher_acts_for_somebody_who_called_and_the_history_says_for_whom_and_how()
    {
        var city = await StartCityAsync();
        var reported = await city.CaseAtCommunityAsync(Stop);
        var page = (await VisitAsync(city, $"/board?case={reported.Id}", "dispatcher-1")).Page;

        await page.Panel(reported).GetByRole(AriaRole.Group, new() { Name = "On behalf of whoever calls in" })
            .GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Acknowledge" });
        await form.GetByLabel("For whom").SelectOptionAsync("community-xishan");
        await form.Button("Radio").ClickAsync();
        await form.GetByLabel("What they said").FillAsync("We are on our way.");
        await form.Button("Acknowledge").ClickAsync();

        await Expect(page.Row(reported)).ToContainTextAsync("Pre-control");
        await Expect(page.Panel(reported).GetByText("顾敏 speaks for 张玉兰 (Radio): “We are on our way.”")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_case_in_the_panel_is_opened_by_its_link_and_closed_again()
    {
        var city = await StartCityAsync();
        var reported = await city.CaseAtCommunityAsync(Stop);
        var page = (await VisitAsync(city, $"/board?case={reported.Id}", "dispatcher-1", new Look("zh-CN"))).Page;
        await Expect(page.Panel(reported)).ToBeVisibleAsync();

        await page.Panel(reported).Button("关闭案件").ClickAsync();

        await Expect(page.Panel(reported)).ToBeHiddenAsync();
        Assert.DoesNotContain(reported.Id, page.Url, StringComparison.Ordinal);
    }
}
