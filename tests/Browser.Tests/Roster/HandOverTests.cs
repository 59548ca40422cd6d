using System.Text.RegularExpressions;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Roster;

public sealed class HandOverTests : Story
{
    [Fact]
    public async Task The_outgoing_leaves_a_note_and_the_incomer_reads_and_signs_with_one_tap()
    {
        var city = await StartCityAsync(new CityOptions { Start = new(2026, 3, 10, 16, 40, 0, TimeSpan.FromHours(8)) });
        var whistled = await city.CaseWithDepartmentAsync(Stop);
        var outgoing = (await VisitAsync(city, "/roster?view=hand-over", "officer-1")).Page;
        await Expect(outgoing.GetByRole(AriaRole.Heading, new() { Name = "What changed" })).ToContainTextAsync("opened 1");
        await Expect(outgoing.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Department to report in: Planning" })).ToContainTextAsync(whistled.Number);
        await Expect(outgoing.Button("I have read it and take over")).ToHaveCountAsync(0);

        await outgoing.GetByLabel("What the next shift must know").FillAsync("The owner comes at 19:00.\nTwo of us are to be there.");
        await outgoing.Button("Leave the note").ClickAsync();
        await Expect(outgoing.GetByText("Waits for a signature", new() { Exact = true })).ToBeVisibleAsync();

        var incoming = (await VisitAsync(city, "/roster?view=hand-over", "officer-3", new Look("en", "light", Screen.Phone))).Page;
        await Expect(incoming.GetByLabel("What the next shift must know")).ToHaveValueAsync("The owner comes at 19:00.\nTwo of us are to be there.");
        await incoming.Button("I have read it and take over").ClickAsync();

        await Expect(incoming.GetByText("Signed by")).ToBeVisibleAsync();
        await Expect(incoming.Button("I have read it and take over")).ToHaveCountAsync(0);
        await Expect(incoming.Locator("blockquote")).ToContainTextAsync("Two of us are to be there.");
        await incoming.GetByRole(AriaRole.Link, new() { Name = whistled.Number }).First.ClickAsync();
        await Expect(incoming).ToHaveURLAsync(new Regex("/field"));
    }

    [Fact]
    public async Task The_captain_sees_that_a_shift_was_not_handed_over_and_signs_for_it()
    {
        var city = await StartCityAsync(new CityOptions { Start = new(2026, 3, 10, 9, 40, 0, TimeSpan.FromHours(8)) });
        var captain = (await VisitAsync(city, "/roster", "captain")).Page;
        var dispatcher = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        var mark = dispatcher.GetByRole(AriaRole.Link, new() { NameRegex = new("^Not handed over") });
        await mark.ClickAsync();
        await Expect(dispatcher.GetByText("Not handed over yet", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(captain.GetByRole(AriaRole.Link, new() { NameRegex = new("^Not handed over") })).ToBeVisibleAsync();

        await captain.GetByRole(AriaRole.Button, new() { NameRegex = new("Hand-over not handed over yet") }).ClickAsync();
        await Expect(captain.GetByText("Not handed over yet", new() { Exact = true })).ToBeVisibleAsync();
        await captain.Button("I have read it and take over").ClickAsync();

        await Expect(captain.GetByText("Signed by")).ToBeVisibleAsync();
        await Expect(captain.GetByText("not handed over yet")).ToHaveCountAsync(0);
        await Expect(captain.GetByRole(AriaRole.Link, new() { NameRegex = new("^Not handed over") })).ToHaveCountAsync(0);

        await dispatcher.GetByRole(AriaRole.Link, new() { Name = "Figures" }).ClickAsync();
        await Expect(mark).ToHaveCountAsync(0);
    }
}
