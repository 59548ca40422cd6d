using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.SignIn;

public sealed class SignInTests : Story
{
    [Fact]
    public async Task A_demo_user_is_in_with_one_click_and_still_is_after_a_reload()
    {
        var visitor = await VisitAsync(await QuietCityAsync(), "/");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "officer-1" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/field");
        await visitor.Page.ReloadAsync();

        await Expect(visitor.Page.Locator("dispatch-header")).ToContainTextAsync("张伟峰");
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_the_user_name_is_kept()
    {
        var visitor = await VisitAsync(await QuietCityAsync(), "/sign-in");
        visitor.Guard.Expect("status of 401 .*/api/session");
        var userName = visitor.Page.GetByLabel("User name");

        await userName.FillAsync("dispatcher-1");
        await visitor.Page.GetByLabel("Password").FillAsync("wrong");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(userName).ToHaveValueAsync("dispatcher-1");
    }

    [Fact]
    public async Task Somebody_with_a_session_is_not_asked_to_sign_in()
    {
        var visitor = await VisitAsync(await QuietCityAsync(), "/board", "dispatcher-1", new Look("zh-CN", "dark"));

        await Expect(visitor.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("指挥看板"));
    }
}
