using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dispatch.Browser.Tests.Kit;
using Dispatch.TestKit;

namespace Dispatch.Browser.Tests.Screens;

/// <summary>Finds what a page says in the language that was not chosen.</summary>
internal static partial class ForeignWords
{
    /// <summary>English in a Chinese page that stays as it is: names of formats, keys, zones and the product.</summary>
    private static readonly string[] English =
    [
        "CSV", "UTF", "GB", "JPEG", "PNG", "WebP", "MB", "Dispatch", "Enter", "Esc", "Tab", "Home", "End", "PgUp", "PgDn", "Shift", "UTC", "GMT",
        "min", "wh", "wd", // Units of the policy pack, as people type them.
        "pd", // How a command is typed by its first letters.
    ];

    /// <summary>
    /// Every visible text and every name, hint and title of the page, its shadow trees included. What says that it is in another
    /// language, and what is a field's own content, is left out.
    /// </summary>
    private const string Texts = """
        () => {
          const found = [];
          const add = text => text && text.trim() && found.push(text.trim());
          const walk = (node, lang) => {
            if (node.nodeType === Node.TEXT_NODE) { add(node.data); return; }
            if (node.nodeType === Node.ELEMENT_NODE) {
              if (['SCRIPT', 'STYLE'].includes(node.tagName) || (node !== document.documentElement && node.getAttribute('lang') && node.getAttribute('lang') !== document.documentElement.lang)) return;
              if (node.checkVisibility && !node.checkVisibility() && node.localName !== 'slot' && !node.shadowRoot) return;
              for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description']) add(node.getAttribute(name));
            }
            if (node.shadowRoot) walk(node.shadowRoot);
            for (const child of node.childNodes) walk(child);
          };
          walk(document.documentElement);
          return [...new Set(found)];
        }
        """;

    /// <summary>The texts that should be in the language of the page and are not.</summary>
    /// <param name="visitor">Whoever looks at the page.</param>
    public static async Task<IReadOnlyList<string>> OnAsync(Visitor visitor)
    {
        var english = visitor.Look.Language == "en";
        var data = await visitor.Page.EvaluateAsync<string[]>("""
            async () => (await (await fetch('/api/session/demo')).json()).flatMap(one => [one.displayName, one.userName])
            """);
        var texts = await visitor.Page.EvaluateAsync<string[]>(Texts);
        string[] own = [.. english ? [] : StoryCases.Texts, .. data, .. Sample];
        return [.. texts.Where(text => (english ? Chinese() : Latin()).IsMatch(Without(text, own)))];
    }

    private static string Without(string text, IEnumerable<string> known)
    {
        foreach (var one in known.OrderByDescending(one => one.Length))
        {
            text = text.Replace(one, "", StringComparison.Ordinal);
        }

        return CodesAndAllowed().Replace(text, "");
    }

    /// <summary>What the people of the sample wrote, in two languages at once; what the pages themselves say is in one.</summary>
    private static string[] Sample { get; } =
        [.. Words(JsonNode.Parse(File.ReadAllText(Repository.PathOf("samples", "xiashi", "estates", "estates.json")))!["acts"]!).Where(text => Chinese().IsMatch(text) && Latin().IsMatch(text)).Distinct()];

    private static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Words),
        JsonObject some => some.Select(one => one.Value).SelectMany(Words),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Latin();

    /// <summary>Numbers of cases, codes of types and the words that stay.</summary>
    private static Regex CodesAndAllowed() => new($@"xiashi-\d{{4}}-\d+|\b[A-Z]{{3,4}}-\d{{2}}\b|\b({string.Join('|', English)})\b|Asia/Shanghai", RegexOptions.CultureInvariant);
}
