using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Roster;

public sealed class RosterTests : Story
{
    [Fact]
    public async Task A_swap_holds_once_the_other_has_agreed()
    {
        var city = await StartCityAsync();
        var visitor = await VisitAsync(city, "/roster?week=2026-03-16", "officer-1");
        visitor.Guard.Expect("status of 409");
        var asker = visitor.Page;
        var tuesday = asker.GetByRole(AriaRole.Listitem).Filter(new() { Has = asker.Locator("time[datetime='2026-03-17']") });
        await Expect(tuesday).ToContainTextAsync("17:30–08:30⁺¹");
        await Expect(tuesday).Not.ToContainTextAsync("stands in");

        await asker.Button("Ask for a swap").ClickAsync();
        var form = asker.GetByRole(AriaRole.Dialog, new() { Name = "Ask for a swap" });
        await form.GetByRole(AriaRole.Combobox, new() { Name = "Your duty" }).SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await form.GetByRole(AriaRole.Combobox, new() { Name = "Swap with" }).SelectOptionAsync("captain");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("two duties at once");

        await form.GetByRole(AriaRole.Combobox, new() { Name = "Swap with" }).SelectOptionAsync("officer-3");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        var asked = asker.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "asks" });
        await Expect(asked).ToContainTextAsync("Waits for an answer");
        await Expect(tuesday).Not.ToContainTextAsync("stands in");

        var other = (await VisitAsync(city, "/field", "officer-3")).Page;
        await other.Button("Notices, 1 unseen").ClickAsync();
        await other.GetByRole(AriaRole.Menuitem, new() { NameRegex = new("You are asked to swap duties") }).ClickAsync();
        await other.Button("Agree").ClickAsync();
        await Expect(other.Button("Notices")).ToBeVisibleAsync();

        await asker.Button("Notices, 1 unseen").ClickAsync();
        await Expect(asker.GetByRole(AriaRole.Menuitem)).ToContainTextAsync("Your swap was agreed");
        await Expect(other.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "asks" })).ToContainTextAsync("Holds");
        await Expect(other.GetByText("stands in")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_leave_without_a_cover_is_a_gap_that_the_page_warns_of()
    {
        var city = await StartCityAsync();
        var community = (await VisitAsync(city, "/roster?week=2026-03-16", "community-hehua")).Page;
        await Expect(community.GetByRole(AriaRole.Heading, new() { Name = "Gaps ahead" })).ToHaveCountAsync(0);

        await community.Button("Record leave").ClickAsync();
        var form = community.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("From").FillAsync("2026-03-18T08:00");
        await form.GetByLabel("To").FillAsync("2026-03-18T18:00");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Expect(community.GetByRole(AriaRole.Heading, new() { Name = "Gaps ahead" })).ToBeVisibleAsync();
        await Expect(community.GetByText("First line, 18 Mar, 08:30 to 18 Mar, 17:30: 1 missing")).ToBeVisibleAsync();
        await community.Button("Withdraw").ClickAsync();
        await Expect(community.GetByRole(AriaRole.Heading, new() { Name = "Gaps ahead" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Leave_that_an_officer_asks_for_is_granted_by_the_captain()
    {
        var city = await StartCityAsync();
        var officer = (await VisitAsync(city, "/roster?week=2026-03-16", "officer-2", new Look("en", "light", Screen.Phone))).Page;
        await officer.Button("Ask for leave").ClickAsync();
        var form = officer.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("From").FillAsync("2026-03-18T08:00");
        await form.GetByLabel("To").FillAsync("2026-03-18T17:30");
        await form.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(officer.GetByText("Waits for an answer")).ToBeVisibleAsync();
        await Expect(officer.Button("Grant")).ToHaveCountAsync(0);

        var captain = (await VisitAsync(city, "/roster?week=2026-03-16", "captain")).Page;
        await captain.Button("Grant").ClickAsync();

        await Expect(captain.GetByText("Holds")).ToBeVisibleAsync();
        var wednesday = captain.GetByRole(AriaRole.Listitem).Filter(new() { Has = captain.Locator("time[datetime='2026-03-18']") });
        var byDay = wednesday.Locator(".block").Filter(new() { HasText = "08:30–17:30" }).First;
        await Expect(byDay).ToContainTextAsync("张伟峰");
        await Expect(byDay).Not.ToContainTextAsync("倪红");
    }
}
