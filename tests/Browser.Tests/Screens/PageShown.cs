using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Screens;

/// <summary>A page as <c>docs/screens</c> shows it.</summary>
/// <param name="Name">The picture's name, without look and ending.</param>
/// <param name="Path">Where the page is.</param>
/// <param name="UserName">Who looks at it; null for somebody who has not signed in.</param>
/// <param name="Screens">The screens that it is made for.</param>
/// <param name="ReadyAsync">Waits until what the picture is about is there.</param>
internal sealed record PageShown(string Name, string Path, string? UserName, Screen[] Screens, Func<IPage, Task> ReadyAsync)
{
    /// <summary>Every page.</summary>
    public static IReadOnlyList<PageShown> All { get; } =
    [
        new("sign-in", "/sign-in", null, [Screen.Desk, Screen.Phone],
            page => Expect(page.GetByRole(AriaRole.Button, new() { Name = "officer-1" })).ToBeVisibleAsync()),
    ];
}
