namespace Dispatch.Tidy.Tests;

public sealed class HouseRulesTests
{
    public static TheoryData<string> Rules => [.. HouseRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_tree_keeps_each_rule(string name) => Breach.AssertNone(Tree.Files.SelectMany(Named(name).FindIn));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_rule_finds_the_breach_that_was_planted_for_it(string name)
    {
        var planted = Named(name).Planted;

        var found = Assert.Single(Named(name).FindIn(planted));

        Assert.Equal((planted.Path, 1 + planted.Text.Count(character => character == '\n')), (found.Path, found.Line));
    }

    [Theory]
    [InlineData("catch (IOException failure) when (Known(failure.HResult)) { }", 1)]
    [InlineData("catch { }", 2)]
    [InlineData("catch { await EndAsync(keeper); throw; }", 0)]
    [InlineData("catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }", 0)]
    [InlineData("catch (IOException failure) { Log(failure); }", 0)]
    public void Only_catches_that_lose_the_exception_are_found(string code, int breaches)
    {
        var file = new SourceFile("src/Silo/A.cs", code);

        Assert.Equal(breaches, HouseRules.All.Where(rule => rule.Name.Contains("catch", StringComparison.Ordinal)
            || rule.Name.Contains("caught", StringComparison.Ordinal)).Sum(rule => rule.FindIn(file).Count()));
    }

    private static LineRule Named(string name) => HouseRules.All.Single(rule => rule.Name == name);
}
