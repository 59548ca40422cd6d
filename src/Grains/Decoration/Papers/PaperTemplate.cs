using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dispatch.Contracts;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>
/// The text of a kind of document, with fields written <c>{{name}}</c>. A field is replaced by its value and nothing more: there are no
/// loops, conditions or expressions, so that an office can edit one and nothing in it can go wrong when it is filled.
/// </summary>
/// <param name="Id">Its id, such as <c>stop-notice</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Mark">The part of its number that names the kind, such as 责停.</param>
/// <param name="Decides">Only who holds the power to punish may issue it.</param>
/// <param name="Lines">Its text; a line that begins with <c># </c> is a heading, <c>&gt; </c> stands right, <c>| </c> is not indented.</param>
public sealed partial record PaperTemplate(string Id, Text Title, string Mark, bool Decides, ImmutableArray<string> Lines)
{
    /// <summary>What was found.</summary>
    public const string Facts = "facts";

    /// <summary>What is to be done.</summary>
    public const string Measure = "measure";

    /// <summary>By which day.</summary>
    public const string Deadline = "deadline";

    /// <summary>The fine.</summary>
    public const string Fine = "fine";

    /// <summary>The document's number: known when it is signed.</summary>
    public const string Number = "number";

    /// <summary>The day of the signature.</summary>
    public const string Date = "date";

    /// <summary>What whoever drafts must give where the text has any of <see cref="OfPunishment"/>.</summary>
    public const string Punishment = "punishment";

    /// <summary>Fields that the case has.</summary>
    public static IReadOnlyList<string> OfCase { get; } = ["street", "case", "type", "place"];

    /// <summary>Fields that the punishment item has.</summary>
    public static IReadOnlyList<string> OfPunishment { get; } = ["violation", "article", "liable", Fine, "range"];

    /// <summary>Every field.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. OfCase, .. OfPunishment, Facts, Measure, Deadline, Number, Date];

    /// <summary>What whoever drafts must give.</summary>
    public IReadOnlyList<string> Asks()
    {
        var used = Lines.SelectMany(Fields).ToHashSet(StringComparer.Ordinal);
        List<string> asks = [.. new[] { Facts, Measure, Deadline }.Where(used.Contains)];
        if (Decides || OfPunishment.Any(used.Contains))
        {
            asks.Add(Punishment);
        }

        if (used.Contains(Fine))
        {
            asks.Add(Fine);
        }

        return asks;
    }

    /// <summary>The fields of a line.</summary>
    public static IEnumerable<string> Fields(string line) => Field().Matches(line).Select(match => match.Groups[1].Value);

    /// <summary>Whether every brace pair of a line is a field.</summary>
    public static bool IsClosed(string line) => Field().Replace(line, "") is var rest && !HasBraces(rest);

    /// <summary>Whether text could be taken for a field.</summary>
    public static bool HasBraces(string text) => text.Contains("{{", StringComparison.Ordinal) || text.Contains("}}", StringComparison.Ordinal);

    /// <summary>A text with those of its fields filled that have a value.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Field().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : match.Value);

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Field();
}
