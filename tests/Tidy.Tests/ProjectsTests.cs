using System.Xml.Linq;

namespace Dispatch.Tidy.Tests;

public sealed class ProjectsTests
{
    /// <summary>The arrows between the product's projects; the simulator is a demo's city and knows the contracts only.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["src/Contracts/Contracts.csproj"] = [],
        ["src/Grains/Grains.csproj"] = ["Contracts"],
        ["src/Silo/Silo.csproj"] = ["Contracts", "Grains"],
        ["src/DispatchHub/DispatchHub.csproj"] = ["Contracts", "Silo", "Simulator"],
        ["tests/Simulator/Simulator.csproj"] = ["Contracts"],
    };

    [Fact]
    public void Arrows_between_projects_are_those_of_the_architecture() => Breach.AssertNone(
        from project in Tree.WithExtension(".csproj")
        where project.IsUnder("src") || Arrows.ContainsKey(project.Path)
        from reference in XDocument.Parse(project.Text, LoadOptions.SetLineInfo).Descendants("ProjectReference")
        let target = Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/'))
        where !Arrows.GetValueOrDefault(project.Path, []).Contains(target)
        select new Breach(project.Path, ((System.Xml.IXmlLineInfo)reference).LineNumber, $"may not refer to {target}"));

    [Fact]
    public void The_solution_names_every_project()
    {
        var solution = Tree.Files.Single(file => file.Path == "Dispatch.sln").Text.Replace('\\', '/');

        Breach.AssertNone(
            from project in Tree.WithExtension(".csproj")
            where !solution.Contains($"\"{project.Path}\"", StringComparison.Ordinal)
            select new Breach("Dispatch.sln", 1, $"does not name {project.Path}: dotnet sln add {project.Path}"));
    }

    [Fact]
    public void Versions_of_packages_are_kept_in_one_place() => Breach.AssertNone(
        from project in Tree.WithExtension(".csproj")
        from package in XDocument.Parse(project.Text, LoadOptions.SetLineInfo).Descendants("PackageReference")
        where package.Attribute("Version") is not null
        select new Breach(project.Path, ((System.Xml.IXmlLineInfo)package).LineNumber, "the version belongs in Directory.Packages.props"));
}
