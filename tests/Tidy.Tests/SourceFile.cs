using System.Text.RegularExpressions;

namespace Dispatch.Tidy.Tests;

/// <summary>One text file of the tree; <paramref name="Path"/> is relative to the root, with forward slashes.</summary>
public sealed partial record SourceFile(string Path, string Text)
{
    private string? _code;

    public string Extension => System.IO.Path.GetExtension(Path);

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The text with comments and the insides of C# strings taken out, every line still on its own number.</summary>
    public string Code => _code ??= Extension == ".cs"
        ? CommentOrLiteral().Replace(Text, match => new string('\n', match.Value.Count(character => character == '\n')))
        : Text;

    /// <summary>Whether the file lies under a folder, given from the root.</summary>
    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>The breach at a place in <see cref="Text"/> or <see cref="Code"/>.</summary>
    public Breach At(string text, int index, string what) =>
        new(Path, 1 + text.AsSpan(0, index).Count('\n'), what);

    [GeneratedRegex("""
        \$*"{3,}[\s\S]*?"{3,}|\$?@\$?"(?:""|[^"])*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/
        """)]
    private static partial Regex CommentOrLiteral();
}
