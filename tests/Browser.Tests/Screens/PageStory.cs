using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Screens;

/// <summary>A story about pages as <see cref="PageShown"/> lists them.</summary>
public abstract class PageStory : Story
{
    /// <summary>Somebody opens the page and waits until what it is about is there.</summary>
    private protected async Task<Visitor> OpenAsync(PageShown shown, Look look)
    {
        var city = await CityOfAsync(shown);
        var address = shown.AddressAsync is { } find ? await find(city, Stop) : shown.Path;
        var visitor = await VisitAsync(city, address, shown.UserName, look);
        await shown.ReadyAsync(visitor.Page);
        return visitor;
    }

    /// <summary>The quiet city, or one in which what the page is about has happened.</summary>
    private async Task<DispatchCity> CityOfAsync(PageShown shown)
    {
        if (shown.HappensAsync is null)
        {
            return await QuietCityAsync();
        }

        var city = await StartCityAsync();
        await shown.HappensAsync(city, Stop);
        return city;
    }
}
