using Dispatch.Browser.Tests.Board;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Across;

/// <summary>A department that never comes climbs its own ladder on everybody's board.</summary>
public sealed class AbsentDepartmentTests : Story
{
    /// <summary>Two times 30 minutes of this city.</summary>
    private const float UntilRaisedMs = 40_000;

    [Fact]
    public async Task The_dispatcher_calls_a_department_that_never_comes_it_is_told_of_then_costs_it_a_card_and_the_supervisor_sees_it()
    {
        var city = await StartCityAsync(new CityOptions { Speed = 300 });
        var one = await city.CaseAtCommunityAsync(Stop);
        await city.CommandAsync("community-xishan", one.Id, "acknowledge", new { }, Stop);
        var dispatcher = (await VisitAsync(city, $"/board?case={one.Id}", "dispatcher-1")).Page;
        var panel = dispatcher.Panel(one);

        await panel.Button("Call departments").ClickAsync();
        var form = dispatcher.GetByRole(AriaRole.Dialog, new() { Name = "Call departments" });
        await form.Button("several departments must act").ClickAsync();
        await form.GetByLabel("Reason").FillAsync("Is this façade permitted?");
        await form.Button("Call departments").ClickAsync();
        var supervisor = (await VisitAsync(city, "/board", "supervisor")).Page;
        await Expect(supervisor.Row(one)).Not.ToContainTextAsync("Supervision");

        await Expect(panel).ToContainTextAsync("Planning and natural resources is late", new() { Timeout = UntilRaisedMs });
        await Expect(panel).ToContainTextAsync("yellow card for Planning and natural resources", new() { Timeout = UntilRaisedMs, IgnoreCase = true });
        await Expect(supervisor.Row(one)).ToContainTextAsync("Supervision", new() { Timeout = UntilRaisedMs });
    }
}
