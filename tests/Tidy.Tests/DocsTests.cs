using System.Text.RegularExpressions;

namespace Dispatch.Tidy.Tests;

public sealed partial class DocsTests
{
    private static readonly string[] AdrSections = ["## Status", "## Context", "## Decision", "## Consequences"];

    private static IEnumerable<SourceFile> Adrs => Tree.Files.Where(file => AdrPath().IsMatch(file.Path));

    [Fact]
    public void Every_relative_link_leads_somewhere() => Breach.AssertNone(
        Tree.WithExtension(".md").SelectMany(file => BrokenLinks(file, Tree.Exists)));

    [Fact]
    public void A_link_to_nothing_is_found_where_it_stands()
    {
        var page = new SourceFile("docs/adr/a.md", "[web](https://example.org) [here](#here)\n[up](../../README.md)\n[gone](gone.md#part)");

        var breach = Assert.Single(BrokenLinks(page, path => path == "README.md"));

        Assert.Equal(new Breach("docs/adr/a.md", 3, "leads to docs/adr/gone.md, which does not exist"), breach);
    }

    [Fact]
    public void Every_command_names_a_project_that_exists() => Breach.AssertNone(
        from page in Tree.WithExtension(".md")
        from Match command in ProjectOfCommand().Matches(page.Text)
        let project = command.Groups["project"].Value.TrimEnd('/')
        where !Tree.WithExtension(".csproj").Any(file => file.Path == project || Path.GetDirectoryName(file.Path) == project)
        select page.At(page.Text, command.Index, $"{project} is no project"));

    [Fact]
    public void Every_decision_record_has_its_four_sections() => Breach.AssertNone(
        from adr in Adrs
        from section in AdrSections
        where !adr.Text.Split('\n').Contains(section)
        select new Breach(adr.Path, 1, $"has no '{section}'"));

    [Fact]
    public void Every_decision_record_is_listed_and_has_a_number_of_its_own()
    {
        var list = Tree.Files.Single(file => file.Path == "docs/adr/README.md").Text;

        Breach.AssertNone(Adrs.Where(adr => !list.Contains($"({adr.Name})", StringComparison.Ordinal))
            .Select(adr => new Breach("docs/adr/README.md", 1, $"does not list {adr.Name}")));
        Breach.AssertNone(Adrs.GroupBy(adr => adr.Name[..4]).Where(group => group.Count() > 1)
            .Select(group => new Breach(group.Last().Path, 1, $"number {group.Key} is taken")));
    }

    private static IEnumerable<Breach> BrokenLinks(SourceFile page, Func<string, bool> exists) =>
        from Match link in Link().Matches(page.Text)
        let target = Uri.UnescapeDataString(link.Groups["target"].Value.Split('#', '?')[0])
        where target.Length > 0 && !Scheme().IsMatch(target)
        let path = Resolved(Path.GetDirectoryName(page.Path)!, target)
        where !exists(path)
        select page.At(page.Text, link.Index, $"leads to {path}, which does not exist");

    private static string Resolved(string folder, string target)
    {
        var root = Path.GetFullPath("/");
        return Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(root, folder, target))).Replace('\\', '/');
    }

    [GeneratedRegex(@"^docs/adr/\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex AdrPath();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"dotnet (?:run|test|build|publish)\b[^\n`]*?--project[ =](?<project>[\w./-]+)")]
    private static partial Regex ProjectOfCommand();
}
