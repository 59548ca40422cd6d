namespace Dispatch.Browser.Tests.Kit;

/// <summary>Somebody with a browser of their own: cookies, storage and service worker are shared with nobody.</summary>
public sealed class Visitor
{
    private readonly Uri _address;
    private readonly LiveSockets _sockets;

    private Visitor(Uri address, Look look, IBrowserContext context, PageGuard guard, LiveSockets sockets, IPage page) =>
        (_address, Look, Context, Guard, _sockets, Page) = (address, look, context, guard, sockets, page);

    /// <summary>Language, theme and screen.</summary>
    public Look Look { get; private set; }

    /// <summary>Their browser; all tabs.</summary>
    public IBrowserContext Context { get; }

    /// <summary>What no page may do.</summary>
    public PageGuard Guard { get; }

    /// <summary>Their first tab.</summary>
    public IPage Page { get; }

    /// <summary>Opens a browser of their own with an empty tab.</summary>
    internal static async Task<Visitor> ArriveAsync(IBrowser browser, Uri address, Look look)
    {
        var context = await browser.NewContextAsync(look.ContextAt(address));
        await context.Tracing.StartAsync(new TracingStartOptions { Snapshots = true });
        var guard = await PageGuard.WatchAsync(context, address);
        return new Visitor(address, look, context, guard, await LiveSockets.OfAsync(context), await context.NewPageAsync());
    }

    /// <summary>Signs a demo user in without the sign-in page: the browser then holds the refresh cookie.</summary>
    public async Task SignInAsync(string userName)
    {
        var answer = await Context.APIRequest.PostAsync(
            new Uri(_address, "/api/session").ToString(), new APIRequestContextOptions { DataObject = new { userName, password = "demo" } });
        Assert.True(answer.Ok, $"{userName} cannot sign in: {answer.Status} {await answer.TextAsync()}");
    }

    /// <summary>Goes to a path of the hub in the first tab, and waits until the document and what it asks for at once are loaded.</summary>
    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });

    /// <summary>Cuts the network of all tabs and of the service worker. Says so to the guard.</summary>
    public async Task GoOfflineAsync()
    {
        Guard.Expect(PageGuard.Outage);
        await Context.SetOfflineAsync(true);
        await _sockets.CutAsync();
    }

    /// <summary>Gives the network back.</summary>
    public Task ComeBackOnlineAsync()
    {
        _sockets.Mend();
        return Context.SetOfflineAsync(false);
    }

    /// <summary>Makes the first tab's network slow from now on.</summary>
    /// <param name="delay">What each request waits for its answer at least.</param>
    /// <param name="bytesPerSecond">In each direction.</param>
    public async Task SlowDownAsync(TimeSpan delay, int bytesPerSecond)
    {
        var session = await Context.NewCDPSessionAsync(Page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = delay.TotalMilliseconds,
            ["downloadThroughput"] = bytesPerSecond,
            ["uploadThroughput"] = bytesPerSecond,
        });
    }

    /// <summary>Changes language and theme as another tab of the same person does: the page stays, with everything that is open on it.</summary>
    /// <param name="look">The new look, on the screen that it is.</param>
    public async Task ChangeLookAsync(Look look)
    {
        await Page.EvaluateAsync(
            "choices => choices.forEach(([key, newValue]) => { localStorage.setItem(key, newValue); dispatchEvent(new StorageEvent('storage', { key, newValue })); })",
            (string[][])[[Look.LanguageKey, look.Language], [Look.ThemeKey, look.Theme]]);
        await Expect(Page.Locator($"html[lang='{look.Language}'][data-theme='{look.Theme}']")).ToHaveCountAsync(1);
        Look = look with { Screen = Look.Screen };
    }

    /// <summary>Fails with a list of what axe finds on the first tab as it stands.</summary>
    public Task ExpectAccessibleAsync() => Axe.ExpectNoViolationsAsync(Page, $"{new Uri(Page.Url).PathAndQuery} ({Look})");

    /// <summary>Closes their browser; keeps trace and pictures of the tabs in <paramref name="folder"/> unless it is null.</summary>
    internal async Task LeaveAsync(string? folder, string name)
    {
        for (var n = 0; folder is not null && n < Context.Pages.Count; n++)
        {
            await PictureAsync(Context.Pages[n], Path.Combine(folder, $"{name}-tab{n + 1}"));
        }

        await Context.Tracing.StopAsync(new TracingStopOptions { Path = folder is null ? null : Path.Combine(folder, $"{name}-trace.zip") });
        await Context.CloseAsync();
    }

    /// <summary>A tab that the browser cannot take a picture of must not hide why the story failed.</summary>
    private static async Task PictureAsync(IPage tab, string path)
    {
        try
        {
            await tab.ScreenshotAsync(new PageScreenshotOptions { Path = $"{path}.png" });
        }
        catch (PlaywrightException fault)
        {
            await File.WriteAllTextAsync($"{path}.txt", $"{tab.Url}: {fault.Message}");
        }
    }
}
