using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Board;

/// <summary>Where things are on the board, in either language.</summary>
internal static class BoardParts
{
    /// <summary>The mark and the time left.</summary>
    private const int CellsBeforeStatus = 2;

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

    /// <summary>Gives a command by typing it into the command bar.</summary>
    public static async Task CommandAsync(this IPage page, string line)
    {
        await page.Keyboard.PressAsync("/");
        await page.GetByRole(AriaRole.Combobox, new() { NameRegex = new("^(Command bar|命令栏)$") }).FillAsync(line);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>What stands in each line but for the time left, which goes on, and the mark of what was not seen yet.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(this IPage page)
    {
        var lines = new List<string>();
        foreach (var row in await page.Rows().AllAsync())
        {
            var cells = await row.GetByRole(AriaRole.Gridcell).AllInnerTextsAsync();
            lines.Add(string.Join(" | ", cells.Skip(CellsBeforeStatus)).Replace("new or changed", "", StringComparison.Ordinal).Trim());
        }

        return lines;
    }
}
