using Dispatch.Benchmarks.Live;
using Dispatch.Benchmarks.Parts;
using Dispatch.Benchmarks.Running;
using Dispatch.TestKit;
using Dispatch.TestKit.Browsers;
using Microsoft.Playwright;

namespace Dispatch.Benchmarks.Boards;

/// <summary>A board with 5,000 open cases: the hub with its pages in a process of its own on SQLite without simulation, and a real Chromium.</summary>
internal sealed class BoardStage : IAsyncDisposable
{
    /// <summary>Open cases on the board.</summary>
    public const int Cases = 5_000;

    /// <summary>Who looks at it.</summary>
    public const string Dispatcher = "dispatcher-1";

    private readonly StoreSite _site;
    private readonly ServedProcess _hub;
    private readonly IPlaywright _playwright;

    private BoardStage(StoreSite site, ServedProcess hub, IPlaywright playwright, IBrowser browser, int count) =>
        (_site, _hub, _playwright, Browser, Count) = (site, hub, playwright, browser, count);

    /// <summary>Where the hub is.</summary>
    public Uri Address => _hub.Address;

    /// <summary>The browser; no page is open in it.</summary>
    public IBrowser Browser { get; }

    /// <summary>How many cases are open.</summary>
    public int Count { get; }

    /// <summary>The ids of the cases.</summary>
    public IReadOnlyList<string> CaseIds => [.. Enumerable.Range(0, Count).Select(OpenCases.Id)];

    /// <summary>The hub's command line on a store with open cases.</summary>
    public static string[] SettingsOn(StoreSite site) =>
    [
        .. site.Settings, "--Demo:Enabled=true", "--Demo:Simulation=false", "--Clock:Speed=1", $"--Clock:Start={OpenCases.Now:O}",
        "--Limits:CommandsPerSecond=1000000", "--Limits:CommandBurst=1000000", "--Auth:SignInsPerMinute=10000",
    ];

    /// <exception cref="NotHereException">No browser, or the pages were not built.</exception>
    public static async Task<BoardStage> OpenAsync(Extent extent, CancellationToken cancellation)
    {
        if (!File.Exists(Repository.PathOf("src", "DispatchHub", "wwwroot", "index.html")))
        {
            throw new NotHereException("the pages were not built; install Node 20 or later with npm, and build again.");
        }

        var program = await ChromiumAsync(cancellation);
        var site = StoreSite.Sqlite();
        await OpenCases.FillAsync(site, extent.Of(Cases), cancellation);
        var hub = ServedProcess.Start("pages", SettingsOn(site));
        await hub.ListensAsync(cancellation);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program.Path,
            Args = ChromiumBrowser.Arguments,
            Env = program.AllVariables(),
        });
        Session.Note($"  The hub is at {hub.Address}, with Chromium {browser.Version}.");
        return new BoardStage(site, hub, playwright, browser, extent.Of(Cases));
    }

    /// <summary>A desk with an empty cache whose dispatcher has signed in; its one tab is empty yet.</summary>
    public async Task<BoardTab> NewTabAsync()
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = 1920, Height = 1080 },
        });
        var answer = await context.APIRequest.PostAsync(
            "/api/session", new APIRequestContextOptions { DataObject = new { userName = Dispatcher, password = "demo" } });
        if (!answer.Ok)
        {
            throw new InvalidOperationException($"{Dispatcher} cannot sign in: {answer.Status}.");
        }

        return await BoardTab.NewAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
        await _hub.DisposeAsync();
        await _site.DisposeAsync();
    }

    private static async Task<ChromiumBrowser> ChromiumAsync(CancellationToken cancellation)
    {
        try
        {
            return await ChromiumBrowser.HereAsync(cancellation);
        }
        catch (ChromiumMissingException missing)
        {
            throw new NotHereException(missing.Message);
        }
    }
}
