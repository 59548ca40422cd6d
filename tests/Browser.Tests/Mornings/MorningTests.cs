using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Mornings;

public sealed class MorningTests : Story
{
    [Fact]
    public async Task A_supervisor_opens_a_case_says_yes_with_a_tap_and_records_an_outage_while_the_captain_only_reads()
    {
        var city = await StartCityAsync();
        var one = await city.CaseEnRouteAsync(Stop);
        await city.CommandAsync("officer-1", one.Id, "request-extension", new { clock = "arrive", length = "1 wh", reason = "The bridge is closed." }, Stop);
        var supervisor = await VisitAsync(city, "/morning", "supervisor");
        var morning = supervisor.Page;

        var waits = morning.GetByRole(AriaRole.Region, new() { Name = "Waits for your word (1)" });
        await Expect(waits).ToContainTextAsync("1 wh more on Report in: The bridge is closed.");
        await waits.GetByRole(AriaRole.Button, new() { NameRegex = new($"^{one.Number}") }).ClickAsync();
        var drawer = morning.GetByRole(AriaRole.Dialog, new() { Name = "The case" });
        await Expect(drawer.Locator("case-panel")).ToContainTextAsync("The bridge is closed.");
        await drawer.Button("Close the case").ClickAsync();

        await waits.Button($"Grant {one.Number}").ClickAsync();
        await Expect(morning.GetByText("Nothing waits. Have a coffee.")).ToBeVisibleAsync();
        var history = await city.HistoryAsync(one.Id, Stop);
        Assert.Contains(history, line => line.GetProperty("event").GetString() == "ClockExtended");

        await morning.GetByText("Record one: the network was down, say").ClickAsync();
        await morning.GetByLabel("Why").FillAsync("The street's network was down.");
        await morning.Button("Record").ClickAsync();
        var outages = morning.GetByRole(AriaRole.Region, new() { NameRegex = new("^When the service was not there") });
        await Expect(outages).ToContainTextAsync("The street's network was down.");
        await supervisor.ExpectAccessibleAsync();

        var captain = (await VisitAsync(city, "/morning", "captain")).Page;
        await Expect(captain.GetByRole(AriaRole.Region, new() { NameRegex = new("^When the service was not there") })).ToContainTextAsync("The street's network was down.");
        await Expect(captain.Locator("outage-form")).ToHaveCountAsync(0);
    }
}
