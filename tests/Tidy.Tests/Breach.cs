namespace Dispatch.Tidy.Tests;

/// <summary>One place where the tree is not as the house wants it; lines count from 1.</summary>
public sealed record Breach(string Path, int Line, string What)
{
    public override string ToString() => $"{Path}:{Line}: {What}";

    /// <summary>Fails the test with one line for each breach.</summary>
    public static void AssertNone(IEnumerable<Breach> breaches)
    {
        var lines = breaches.Select(breach => breach.ToString()).Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
        {
            Assert.Fail($"{lines.Count} breaches:\n{string.Join('\n', lines)}");
        }
    }
}
