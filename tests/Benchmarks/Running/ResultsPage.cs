using System.Globalization;
using System.Text;
using Dispatch.TestKit;

namespace Dispatch.Benchmarks.Running;

/// <summary>
/// <c>docs/benchmarks.md</c>: each benchmark's rows stand between two comments that carry its name; whatever people wrote
/// around them stays.
/// </summary>
internal static class ResultsPage
{
    private static readonly string File = Repository.PathOf("docs", "benchmarks.md");

    public static async Task WriteAsync(string name, IReadOnlyList<Figure> figures, CancellationToken cancellation)
    {
        var (begin, end) = ($"<!-- {name} -->", $"<!-- end of {name} -->");
        var text = System.IO.File.Exists(File) ? await System.IO.File.ReadAllTextAsync(File, cancellation) : "# Benchmarks\n";
        var rows = new StringBuilder()
            .Append(begin).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"`{name}`, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Machine.Describe()}.\n\n")
            .Append(Figure.Heading.ReplaceLineEndings("\n")).Append('\n')
            .AppendJoin('\n', figures.Select(figure => figure.ToRow())).Append('\n')
            .Append(end)
            .ToString();
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        text = from >= 0 && to > from ? text[..from] + rows + text[(to + end.Length)..] : $"{text.TrimEnd()}\n\n{rows}\n";
        await System.IO.File.WriteAllTextAsync(File, text, cancellation);
    }
}
