namespace Dispatch.Tidy.Tests;

public sealed class FilesTests
{
    private const int MaximumLines = 400;
    private static readonly string[] Code = [".cs", ".ts", ".mjs", ".js", ".css", ".html", ".sql"];
    private static readonly string[] NoNouns = ["Common", "Core", "Utils", "Util", "Helpers", "Shared", "Misc"];

    private static IEnumerable<SourceFile> Ours => Tree.Files.Where(file => file.IsUnder("src") || file.IsUnder("tests"));

    [Fact]
    public void No_file_is_longer_than_400_lines() => Breach.AssertNone(
        from file in Ours
        where Code.Contains(file.Extension) && !file.Name.EndsWith(".g.cs", StringComparison.Ordinal)
        let lines = file.Text.AsSpan().TrimEnd('\n').Count('\n') + 1
        where lines > MaximumLines
        select new Breach(file.Path, lines, $"{lines} lines: cut it where one noun ends and another begins"));

    [Fact]
    public void No_folder_is_named_after_nothing() => Breach.AssertNone(
        from file in Ours
        let noun = file.Path.Split('/').SkipLast(1).FirstOrDefault(part => NoNouns.Contains(part, StringComparer.OrdinalIgnoreCase))
        where noun is not null
        select new Breach(file.Path, 1, $"folder '{noun}': name the field's noun"));

    [Fact]
    public void The_tree_is_found_at_all()
    {
        Assert.Contains(Tree.Files, file => file.Path == "Dispatch.sln");
        Assert.Contains(Tree.Files, file => file.Path == "tests/Tidy.Tests/FilesTests.cs");
        Assert.DoesNotContain(Tree.Files, file => file.Path.Contains("/obj/", StringComparison.Ordinal));
    }
}
