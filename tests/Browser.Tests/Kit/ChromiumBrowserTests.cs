using Dispatch.TestKit.Browsers;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>Which browser is taken, on machines that are folders here.</summary>
public sealed class ChromiumBrowserTests : IDisposable
{
    private readonly DirectoryInfo _machine = Directory.CreateTempSubdirectory("dispatch-browser-");
    private readonly Dictionary<string, string> _variables = [];

    public ChromiumBrowserTests()
    {
        _variables["PATH"] = Path.Combine(_machine.FullName, "bin");
        _variables["PLAYWRIGHT_BROWSERS_PATH"] = Path.Combine(_machine.FullName, "playwright");
    }

    public void Dispose() => _machine.Delete(recursive: true);

    [Fact]
    public async Task A_named_browser_comes_before_all_others()
    {
        Put("bin/chromium");
        _variables[ChromiumBrowser.Variable] = Put("own/chrome");

        Assert.Equal(_variables[ChromiumBrowser.Variable], (await FindAsync()).Path);
    }

    [Fact]
    public async Task A_named_browser_that_is_not_there_is_told_with_what_to_do()
    {
        _variables[ChromiumBrowser.Variable] = "/no/such/program";

        var missing = await Assert.ThrowsAsync<ChromiumMissingException>(FindAsync);

        Assert.Equal(
            "DISPATCH_CHROMIUM names '/no/such/program', which is no file. Name the program itself, or leave the variable out.",
            missing.Message);
    }

    [Fact]
    public async Task The_system_s_browser_comes_before_that_of_Playwright()
    {
        Put("playwright/chromium-1200/chrome-linux64/chrome");
        var ofSystem = Put("bin/chromium");

        Assert.Equal(ofSystem, (await FindAsync()).Path);
    }

    [Fact]
    public void Of_two_that_Playwright_left_the_newer_is_taken()
    {
        Put("playwright/chromium-999/chrome-linux/chrome");
        var newer = Put("playwright/chromium_headless_shell-1200/chrome-headless-shell-linux64/chrome-headless-shell");

        Assert.Equal(newer, ChromiumPlaces.OfPlaywright(_variables.GetValueOrDefault));
    }

    private Task<ChromiumBrowser> FindAsync() => ChromiumBrowser.FindAsync(_variables.GetValueOrDefault);

    private string Put(string path)
    {
        var full = Path.Combine([_machine.FullName, .. path.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, "");
        return full;
    }
}
