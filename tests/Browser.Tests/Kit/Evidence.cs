namespace Dispatch.Browser.Tests.Kit;

/// <summary>What is kept of a story that failed: one folder each below <c>TestResults</c> beside the test.</summary>
internal static class Evidence
{
    private const int LongestName = 100;

    /// <summary>An empty folder for the running test; the test's output says where.</summary>
    public static string NewFolder()
    {
        var test = TestContext.Current.Test?.TestDisplayName ?? "story";
        var name = string.Concat(test.Replace("Dispatch.Browser.Tests.", "", StringComparison.Ordinal).Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        var folder = Path.Combine(AppContext.BaseDirectory, "TestResults", name[..Math.Min(name.Length, LongestName)]);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        TestContext.Current.TestOutputHelper?.WriteLine($"Pictures, traces (npx playwright show-trace FILE) and the hub's words are in {folder}.");
        return folder;
    }

    /// <summary>Writes a text into the folder, where there is one.</summary>
    public static Task KeepAsync(string? folder, string name, string text) =>
        folder is null ? Task.CompletedTask : File.WriteAllTextAsync(Path.Combine(folder, name), text);
}
