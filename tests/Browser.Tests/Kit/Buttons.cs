namespace Dispatch.Browser.Tests.Kit;

/// <summary>Buttons by the name that people read on them.</summary>
public static class Buttons
{
    /// <summary>The button of exactly this name on the page.</summary>
    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The button of exactly this name within a part of the page.</summary>
    public static ILocator Button(this ILocator part, string name) => part.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
