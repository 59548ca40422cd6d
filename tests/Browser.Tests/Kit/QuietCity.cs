namespace Dispatch.Browser.Tests.Kit;

/// <summary>
/// One city for all stories that change nothing in it, with nobody in it but them, and cases at steps that last for longer than all of the
/// stories: time passes at a quarter of its speed, so that no page calls for attention while it is looked at.
/// </summary>
public sealed class QuietCity : IAsyncDisposable
{
    private DispatchCity? _city;

    /// <summary>The city, started at the first call; another where its hub ended, so that only one story fails by that.</summary>
    public async Task<DispatchCity> StartedAsync(CancellationToken cancellation)
    {
        if (_city is { Complaint: not null })
        {
            await _city.DisposeAsync();
            _city = null;
        }

        return _city ??= await StartAsync(cancellation);
    }

    private static async Task<DispatchCity> StartAsync(CancellationToken cancellation)
    {
        var city = await DispatchCity.StartAsync(new CityOptions { Speed = 0.25, Settings = ["--Demo:Estates=true"] }, cancellation);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!city.Said.Contains("The sample's estates are there", StringComparison.Ordinal))
        {
            await again.WaitForNextTickAsync(cancellation);
        }

        Assert.Contains(" 0 of them refused", city.Said, StringComparison.Ordinal);
        await city.CaseAtGridAsync(cancellation, "1-1-602");
        await city.CaseAtCommunityAsync(cancellation, "1-1-1101");
        await city.CaseWithDepartmentAsync(cancellation, "1-2-101");
        await city.CaseEnRouteAsync(cancellation, "3-1-201");
        await city.CaseToCheckAsync(cancellation, "3-1-902");
        return city;
    }

    public ValueTask DisposeAsync() => _city?.DisposeAsync() ?? ValueTask.CompletedTask;
}
