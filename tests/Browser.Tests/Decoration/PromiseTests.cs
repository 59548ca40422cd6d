using System.Text.RegularExpressions;
using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Decoration;

/// <summary>A neighbour on the phone, from the report at the door to being content.</summary>
public sealed class PromiseTests : Story
{
    private static readonly Look Phone = new() { Screen = Screen.Phone };

    [Fact]
    public async Task A_neighbour_sees_what_was_promised_and_that_it_is_overdue_and_opens_the_case_again_until_it_is_solved()
    {
        var city = await StartCityAsync(new CityOptions { Speed = 60 });
        var door = (await city.GetAsync("community-xishan", "/api/units/huayu-qiantang/7-2-2001", Stop)).GetProperty("link").GetString()!;
        var neighbour = (await VisitAsync(city, door, look: Phone)).Page;
        await neighbour.GetByText("Report something wrong").ClickAsync();
        await neighbour.GetByLabel(new Regex("What is wrong")).SelectOptionAsync("DEC-07");
        await neighbour.GetByLabel(new Regex("What did you see")).FillAsync("I live below, it drips.");
        await neighbour.Locator("#reach").FillAsync("13800001111");
        await neighbour.GetByRole(AriaRole.Button, new() { NameRegex = new("Send") }).ClickAsync();
        await Axe.ExpectNoViolationsAsync(neighbour, "the door after a report");
        await neighbour.GetByRole(AriaRole.Link, new() { NameRegex = new("See what becomes of it") }).ClickAsync();

        var state = neighbour.Locator("#state");
        await Expect(state).ToContainTextAsync("Under way");
        await Expect(neighbour.GetByText(new Regex("^by 03-10"))).ToBeVisibleAsync();
        await Axe.ExpectNoViolationsAsync(neighbour, "the page of a case");
        await Expect(neighbour.GetByText("The contact that you left")).ToBeVisibleAsync();
        var (_, one) = await city.OnlyCaseAsync(Stop);
        await city.UntilAsync(await city.NowAsync(Stop) + TimeSpan.FromMinutes(31), Stop);
        await neighbour.ReloadAsync();
        await Expect(state).ToContainTextAsync("Overdue");
        await Axe.ExpectNoViolationsAsync(neighbour, "the page of a case that is overdue");

        await city.CommandAsync("community-xishan", one.Id, "start-pre-control", new { }, Stop);
        await SolveAsync(city, one);
        await neighbour.ReloadAsync();
        await Expect(state).ToContainTextAsync("Closed as solved");
        await Axe.ExpectNoViolationsAsync(neighbour, "the page of a case that is closed");
        await neighbour.GetByRole(AriaRole.Button, new() { NameRegex = new("Not solved") }).ClickAsync();
        await Expect(neighbour.Locator("#answer")).ToContainTextAsync("You said");
        await Expect(state).ToContainTextAsync("The supervisor sees to it");

        var supervisor = await VisitAsync(city, $"/board?case={one.Id}", "supervisor");
        await Expect(supervisor.Page.Panel(one)).ToContainTextAsync("the reporter says that it is not solved");
        await Expect(supervisor.Page.Panel(one)).ToContainTextAsync("13800001111");
        await supervisor.ExpectAccessibleAsync();
        var code = await supervisor.Page.Locator("case-promise").GetByRole(AriaRole.Link, new() { Name = "QR code" }).First.GetAttributeAsync("href");

        await SolveAsync(city, one);
        await neighbour.ReloadAsync();
        await neighbour.GetByRole(AriaRole.Button, new() { NameRegex = new("and I am satisfied") }).ClickAsync();
        await Expect(neighbour.Locator("#answer")).ToContainTextAsync("Solved, and I am satisfied");
        await neighbour.GetByRole(AriaRole.Button, new() { NameRegex = new("Erase it now") }).ClickAsync();
        await Expect(neighbour.GetByText("The contact that you left")).ToHaveCountAsync(0);
        await Expect(supervisor.Page.Panel(one)).ToContainTextAsync("solved, satisfied");

        await neighbour.GotoAsync(code!);
        await Expect(neighbour.Locator(".qr svg")).ToBeVisibleAsync();
        await Axe.ExpectNoViolationsAsync(neighbour, "the code of a case");
    }

    /// <summary>The community deals with it, and the grid worker checks.</summary>
    private async Task SolveAsync(DispatchCity city, StoryCase one)
    {
        await city.CommandAsync("community-xishan", one.Id, "resolve", new { }, Stop);
        await city.CommandAsync("grid-xishan-03", one.Id, "check", new { passed = true }, Stop);
    }
}
