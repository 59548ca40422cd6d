using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Board;

/// <summary>Where things are on the board, in either language.</summary>
internal static class BoardParts
{
    /// <summary>The list of open cases.</summary>
    public static ILocator List(this IPage page) => page.GetByRole(AriaRole.Grid);

    /// <summary>The line of a case.</summary>
    public static ILocator Row(this IPage page, StoryCase one) =>
        page.List().GetByRole(AriaRole.Row).Filter(new() { HasText = one.OnBoard });

    /// <summary>The lines of all cases that are shown, from the top.</summary>
    public static ILocator Rows(this IPage page) => page.List().GetByRole(AriaRole.Row).Filter(new() { HasText = "#" });

    /// <summary>Everything about one case.</summary>
    public static ILocator Panel(this IPage page, StoryCase one) =>
        page.GetByRole(AriaRole.Article, new() { NameRegex = new($"^(Case|案件) {one.Number}$") });
}
