using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Board;

/// <summary>Everything here is done with the keyboard alone; what has the focus is what the next key goes to.</summary>
public sealed class KeyboardTests : Story
{
    [Fact]
    public async Task From_signing_in_to_a_command_and_back_to_the_list_without_a_mouse()
    {
        var city = await StartCityAsync();
        var one = await city.CaseAtStreetAsync(Stop);
        var page = (await VisitAsync(city, "/")).Page;
        var keys = page.Keyboard;

        await TabToAsync(page, page.GetByLabel("User name"));
        await keys.TypeAsync("dispatcher-1");
        await TabToAsync(page, page.GetByLabel("Password"));
        await keys.TypeAsync("demo");
        await keys.PressAsync("Enter");
        await Expect(page.Row(one)).ToBeVisibleAsync();

        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await TabToAsync(page, page.Panel(one).Button("Set priority"));
        await keys.PressAsync("Enter");
        var form = page.GetByRole(AriaRole.Dialog, new() { Name = "Set priority" });
        await TabToAsync(page, form.Button("Urgent"));
        await keys.PressAsync("Space");
        await TabToAsync(page, form.GetByLabel("Reason"));
        await keys.TypeAsync("A school is next door.");
        await keys.PressAsync("Control+Enter");
        await Expect(page.Row(one)).ToContainTextAsync("Urgent");
        await Expect(page.Panel(one).Button("Set priority")).ToBeFocusedAsync();

        await keys.PressAsync("Escape");
        await Expect(page.Panel(one)).ToBeHiddenAsync();
        await Expect(page.List()).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_command_bar_opens_with_a_slash_and_gives_a_whole_command()
    {
        var city = await StartCityAsync();
        var one = await city.CaseAtStreetAsync(Stop);
        var page = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        await Expect(page.Row(one)).ToBeVisibleAsync();

        await page.CommandAsync($"assign {one.OnBoard[1..]} officer-1 officer-2");

        await Expect(page.Row(one)).ToContainTextAsync("Offered");
    }

    [Fact]
    public async Task A_question_mark_shows_the_keys_and_Escape_goes_back()
    {
        var page = (await VisitAsync(await QuietCityAsync(), "/board", "dispatcher-1")).Page;
        await Expect(page.Rows().First).ToBeVisibleAsync();
        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });

        await page.Keyboard.PressAsync("?");
        await Expect(sheet.GetByText("Command bar: find a case, go somewhere, give a command")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Expect(sheet).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_call_is_taken_down_without_the_mouse()
    {
        var city = await StartCityAsync();
        var page = (await VisitAsync(city, "/board", "dispatcher-1")).Page;
        var keys = page.Keyboard;
        await Expect(page.GetByText("No open cases.")).ToBeVisibleAsync();

        await keys.PressAsync("n");
        await Expect(page.GetByLabel("Caller: name, telephone")).ToBeFocusedAsync();
        await keys.TypeAsync("Wang, 0573 8700 0000");
        await TabToAsync(page, page.GetByRole(AriaRole.Combobox, new() { Name = "What" }));
        await keys.TypeAsync("DEC-03");
        await keys.PressAsync("Enter");
        await TabToAsync(page, page.GetByRole(AriaRole.Combobox, new() { Name = "Where" }));
        await keys.TypeAsync("Huayu 1-1-101");
        await keys.PressAsync("Enter");
        await TabToAsync(page, page.GetByLabel("What the caller says"));
        await keys.TypeAsync("They break out a window.");
        await keys.PressAsync("Enter");

        await Expect(page.GetByText("Tell the caller the number")).ToBeVisibleAsync();
        await Expect(page.Rows()).ToHaveCountAsync(1);
    }

    /// <summary>Presses Tab until a control has the focus; as often as a patient person would.</summary>
    private static async Task TabToAsync(IPage page, ILocator control)
    {
        await Expect(control).ToBeVisibleAsync();
        for (var presses = 0; presses < 60; presses++)
        {
            if (await control.EvaluateAsync<bool>("one => one.getRootNode().activeElement === one"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {control}.");
    }
}
