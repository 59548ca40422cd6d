using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Community;
using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Across;

/// <summary>More time, with a supervisor's word and without.</summary>
public sealed class ConsentTests : Story
{
    [Fact]
    public async Task The_community_asks_for_more_time_and_the_supervisor_grants_it()
    {
        var city = await StartCityAsync();
        var one = await city.CaseAtCommunityAsync(Stop);
        await city.CommandAsync("community-xishan", one.Id, "acknowledge", new { }, Stop);
        var community = (await VisitAsync(city, $"/community?case={one.Id}", "community-xishan")).Page;
        var supervisor = (await VisitAsync(city, $"/board?case={one.Id}", "supervisor")).Page;

        await community.Panel(one).Button("Request extension").ClickAsync();
        var form = community.GetByRole(AriaRole.Dialog, new() { Name = "Request extension" });
        await form.GetByRole(AriaRole.Button, new() { NameRegex = new("^Pre-control") }).ClickAsync();
        await form.Button("2 wh").ClickAsync();
        await form.GetByLabel("Reason").FillAsync("The owner flies in at noon.");
        await form.Button("Request extension").ClickAsync();

        await supervisor.Panel(one).Button("Decide extension").ClickAsync();
        var decision = supervisor.GetByRole(AriaRole.Dialog, new() { Name = "Decide extension" });
        await decision.Button("Grant").ClickAsync();
        await decision.Button("Decide extension").ClickAsync();

        await Expect(supervisor.Panel(one).GetByText("何正清 granted 2 wh more on Pre-control")).ToBeVisibleAsync();
        await Expect(community.InPreControl(one)).ToContainTextAsync("5 h 5");
    }

    [Fact]
    public async Task An_officer_takes_a_little_more_time_once_with_one_tap_for_the_reason()
    {
        var city = await StartCityAsync();
        var one = await city.CaseEnRouteAsync(Stop);
        var officer = (await VisitAsync(city, "/field", "officer-1", FieldParts.Phone)).Page;

        await officer.FieldCard(one).Button("A little more time").ClickAsync();
        await officer.Button("The owner is on the way").ClickAsync();
        await officer.ExpectAllSentAsync();

        await officer.Tab("Now").ClickAsync();
        await Expect(officer.FieldCard(one).Button("On site")).ToBeVisibleAsync();
        await Expect(officer.FieldCard(one).Button("A little more time")).ToHaveCountAsync(0);
        Assert.Single(await city.HistoryAsync(one.Id, Stop), line => line.GetProperty("event").GetString() == "ExtraTimeTaken");
    }
}
