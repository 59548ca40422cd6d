using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>What axe says of a page, all of its rules.</summary>
public static class Axe
{
    private const int MostPlaces = 5;

    /// <summary>Fails with a list of every rule that the page breaks, where, and why.</summary>
    /// <param name="page">The page as it stands.</param>
    /// <param name="where">Which page in which look, for the list's head.</param>
    public static async Task ExpectNoViolationsAsync(IPage page, string where)
    {
        var result = await page.RunAxe();
        if (result.Violations.Length > 0)
        {
            Assert.Fail(ListOf(result.Violations, where));
        }
    }

    private static string ListOf(AxeResultItem[] violations, string where) =>
        string.Join('\n', [$"axe finds {violations.Length} broken rules on {where}:", .. violations.SelectMany(LinesOf)]);

    private static IEnumerable<string> LinesOf(AxeResultItem rule)
    {
        yield return $"- {rule.Id} ({rule.Impact}): {rule.Help}";
        foreach (var place in rule.Nodes.Take(MostPlaces))
        {
            var why = place.Any.Concat(place.All).Concat(place.None).Select(check => check.Message).FirstOrDefault();
            yield return $"    {place.Target}: {why}";
            yield return $"      {Short(place.Html)}";
        }

        if (rule.Nodes.Length > MostPlaces)
        {
            yield return $"    and {rule.Nodes.Length - MostPlaces} more places";
        }
    }

    private static string Short(string html) => html.Length <= 160 ? html : html[..160] + "…";
}
