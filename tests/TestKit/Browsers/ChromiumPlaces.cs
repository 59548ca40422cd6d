using static System.Environment;

namespace Dispatch.TestKit.Browsers;

/// <summary>Where a Chromium may lie on a machine. Environment variables are asked through an argument.</summary>
internal static class ChromiumPlaces
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
    private static readonly string[] PlaywrightNames = ["chrome", "headless_shell", "chrome-headless-shell", "chrome.exe", "Chromium", "Google Chrome for Testing"];

    /// <summary>One that is on the PATH or where its installer puts it; null where there is none.</summary>
    public static string? OfSystem(Func<string, string?> variable)
    {
        var onPath =
            from folder in (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            from name in Names
            select Path.Combine(folder, name);
        string[] installed =
        [
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            Path.Combine(variable("ProgramFiles") ?? "", "Google", "Chrome", "Application", "chrome.exe"),
        ];
        return onPath.Concat(installed).Where(Path.IsPathFullyQualified).FirstOrDefault(File.Exists);
    }

    /// <summary>The newest that <c>playwright install chromium</c> left; null where there is none.</summary>
    public static string? OfPlaywright(Func<string, string?> variable)
    {
        var browsers = variable("PLAYWRIGHT_BROWSERS_PATH") is { Length: > 1 } named ? named
            : OperatingSystem.IsWindows() ? Path.Combine(GetFolderPath(SpecialFolder.LocalApplicationData), "ms-playwright")
            : OperatingSystem.IsMacOS() ? Path.Combine(Home(variable), "Library", "Caches", "ms-playwright")
            : Path.Combine(Cache(variable), "ms-playwright");
        return !Directory.Exists(browsers)
            ? null
            : Directory.EnumerateDirectories(browsers, "chromium*")
                .OrderByDescending(Revision)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .FirstOrDefault(file => PlaywrightNames.Contains(Path.GetFileName(file)));
    }

    /// <summary>The user's folder for what can be fetched again.</summary>
    public static string Cache(Func<string, string?> variable) =>
        variable("XDG_CACHE_HOME") is { Length: > 0 } cache ? cache : Path.Combine(Home(variable), ".cache");

    private static string Home(Func<string, string?> variable) => variable("HOME") is { Length: > 0 } home ? home : Path.GetTempPath();

    private static int Revision(string folder) => int.TryParse(folder.Split('-')[^1], out var revision) ? revision : 0;
}
