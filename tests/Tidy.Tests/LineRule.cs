using System.Text.RegularExpressions;

namespace Dispatch.Tidy.Tests;

/// <summary>A rule that a pattern can find, with a breach of its own that shows it does.</summary>
/// <param name="Name">What the tree keeps, as the test's name.</param>
/// <param name="Applies">The files that it is about.</param>
/// <param name="Forbidden">What must not be there.</param>
/// <param name="Instead">What to do instead.</param>
/// <param name="Planted">A file that breaks it, on its last line.</param>
public sealed record LineRule(string Name, Func<SourceFile, bool> Applies, Regex Forbidden, string Instead, SourceFile Planted)
{
    /// <summary>Whether comments and strings count too.</summary>
    public bool InComments { get; init; }

    public IEnumerable<Breach> FindIn(SourceFile file)
    {
        if (!Applies(file))
        {
            yield break;
        }

        var text = InComments ? file.Text : file.Code;
        foreach (Match match in Forbidden.Matches(text))
        {
            yield return file.At(text, match.Index, $"'{match.Value.Trim()}': {Instead}");
        }
    }

    public override string ToString() => Name;
}
