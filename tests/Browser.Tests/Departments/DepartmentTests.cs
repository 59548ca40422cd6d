using Dispatch.Browser.Tests.Field;
using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Departments;

public sealed class DepartmentTests : Story
{
    [Fact]
    public async Task A_department_is_called_with_its_choice_made_already_reports_in_and_answers_with_a_tap_each()
    {
        var city = await StartCityAsync();
        var one = await city.CaseAtStreetAsync(Stop);
        var board = (await VisitAsync(city, $"/board?case={one.Id}", "dispatcher-1")).Page;
        var department = (await VisitAsync(city, "/department", "department-planning", FieldParts.Phone)).Page;
        await Expect(department.GetByText("No case waits for your department.")).ToBeVisibleAsync();

        var panel = board.Locator("case-panel");
        await panel.Button("Call departments").ClickAsync();
        var form = board.GetByRole(AriaRole.Dialog, new() { Name = "Call departments" });
        await Expect(form.Button("Planning and natural resources")).ToHaveAttributeAsync("aria-pressed", "true");
        await form.Button("several departments must act").ClickAsync();
        await form.GetByLabel("Reason").FillAsync("Is this façade permitted?");
        await form.Button("Call departments").ClickAsync();

        var call = department.GetByRole(AriaRole.Article, new() { NameRegex = new(one.Number) });
        await Expect(call).ToContainTextAsync("Is this façade permitted?");
        await call.Button("Report in: on site").ClickAsync();
        await Expect(panel).ToContainTextAsync("On site, not answered");
        await call.Button("Solved").ClickAsync();
        await Expect(department.GetByText("No case waits for your department.")).ToBeVisibleAsync();

        var view = (await city.OnlyCaseAsync(Stop)).View;
        Assert.Equal("answered", view.GetProperty("assists")[0].GetProperty("state").GetString());
    }
}
