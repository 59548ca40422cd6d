using Dispatch.TestKit;
using Dispatch.TestKit.Browsers;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>The one Chromium of this test process, started when the first story needs it.</summary>
public sealed class RealBrowser : IAsyncDisposable
{
    /// <summary>How long a page has to become as a story expects, on a machine that is building something else.</summary>
    private const float PatienceMs = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; skips or fails the test where there is none.</summary>
    public async Task<IBrowser> StartedAsync(CancellationToken cancellation)
    {
        var program = await Require.Browser(cancellation);
        if (_browser is { IsConnected: true })
        {
            return _browser;
        }

        SetDefaultExpectTimeout(PatienceMs);
        _playwright ??= await Playwright.CreateAsync();
        return _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program.Path,
            Args = ChromiumBrowser.Arguments,
            Env = program.AllVariables(),
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
