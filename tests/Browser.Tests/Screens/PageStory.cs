using Dispatch.Browser.Tests.Kit;

namespace Dispatch.Browser.Tests.Screens;

/// <summary>A story about pages as <see cref="PageShown"/> lists them.</summary>
public abstract class PageStory : Story
{
    /// <summary>The quiet city, or one in which what the page is about has happened.</summary>
    private protected async Task<DispatchCity> CityOfAsync(PageShown shown)
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
