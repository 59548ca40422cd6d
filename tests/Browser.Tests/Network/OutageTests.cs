using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Network;

/// <summary>A board that loses the hub says so, keeps what it has, and misses nothing when the hub is back.</summary>
public sealed class OutageTests : Story
{
    [Fact]
    public async Task After_a_cut_of_the_network_the_board_has_everything_that_happened_meanwhile()
    {
        var city = await StartCityAsync();
        var (stays, goes) = (await city.CaseAtCommunityAsync(Stop), await city.CaseToCheckAsync(Stop, "1-1-602"));
        var dispatcher = await VisitAsync(city, "/board", "dispatcher-1");
        var page = dispatcher.Page;
        await Expect(page.Rows()).ToHaveCountAsync(2);

        await dispatcher.GoOfflineAsync();
        await Expect(page.GetByText("Not live for")).ToBeVisibleAsync();
        await city.CommandAsync("community-xishan", stays.Id, "acknowledge", new { }, Stop);
        await city.CommandAsync("grid-xishan-03", goes.Id, "check", new { passed = true }, Stop);
        var comes = await city.CaseAtGridAsync(Stop, "1-2-101");
        await Expect(page.Row(stays)).ToContainTextAsync("Awaiting community");
        await dispatcher.ComeBackOnlineAsync();

        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Row(stays)).ToContainTextAsync("Pre-control");
        await Expect(page.Row(comes)).ToContainTextAsync("At grid");
        await Expect(page.Row(goes)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_signs_out_without_a_network_is_signed_out_when_it_is_back()
    {
        var officer = await VisitAsync(await StartCityAsync(), "/field", "officer-1");
        var page = officer.Page;
        await page.EvaluateAsync("navigator.serviceWorker.ready.then(() => undefined)");
        await Expect(page.Locator("dispatch-field")).ToBeVisibleAsync();

        await officer.GoOfflineAsync();
        await page.Locator("person-menu").GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.Button("Sign in")).ToBeVisibleAsync();
        await officer.ComeBackOnlineAsync();
        await page.ReloadAsync();

        await Expect(page.Button("Sign in")).ToBeVisibleAsync();
        Assert.DoesNotContain(await officer.Context.CookiesAsync(), cookie => cookie.HttpOnly);
    }

    [Fact]
    public async Task While_the_hub_is_down_the_board_says_since_when_it_is_old_and_a_form_keeps_its_text()
    {
        var city = await StartCityAsync();
        var one = await city.CaseAtCommunityAsync(Stop);
        var dispatcher = await VisitAsync(city, $"/board?case={one.Id}", "dispatcher-1");
        var page = dispatcher.Page;
        dispatcher.Guard.Expect(PageGuard.Outage);
        await page.Panel(one).Button("Comment").ClickAsync();
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Comment" });
        await form.GetByLabel("Comment").FillAsync("The owner comes at noon.");
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();

        await city.KillAsync();
        await Expect(page.GetByText("The connection is lost. What you see is from")).ToBeVisibleAsync();
        await Expect(page.GetByText("Not live for")).ToBeVisibleAsync();
        await city.RestartAsync(Stop);
        var comes = await city.CaseAtGridAsync(Stop, "1-2-101");

        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Row(comes)).ToContainTextAsync("At grid");
        await form.Button("Comment").ClickAsync();
        await Expect(page.Panel(one).GetByText("顾敏: The owner comes at noon.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Over_a_slow_network_the_board_opens_and_takes_a_command()
    {
        var city = await StartCityAsync();
        var one = await city.CaseAtStreetAsync(Stop);
        var dispatcher = await VisitAsync(city, path: null, "dispatcher-1");
        await dispatcher.SlowDownAsync(TimeSpan.FromMilliseconds(400), bytesPerSecond: 60_000);

        await dispatcher.GoAsync($"/board?case={one.Id}");
        await dispatcher.Page.Panel(one).Button("Assign").ClickAsync();
        var form = dispatcher.Page.GetByRole(AriaRole.Dialog, new() { Name = "Assign" });
        await form.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("张伟峰") }).CheckAsync();
        await form.GetByRole(AriaRole.Checkbox, new() { NameRegex = new("倪红") }).CheckAsync();
        await form.Button("Assign").ClickAsync();

        await Expect(dispatcher.Page.Row(one)).ToContainTextAsync("Offered");
    }
}
