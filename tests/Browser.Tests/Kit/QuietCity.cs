namespace Dispatch.Browser.Tests.Kit;

/// <summary>One city for all stories that change nothing in it, with nobody in it but them.</summary>
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

        return _city ??= await DispatchCity.StartAsync(new CityOptions(), cancellation);
    }

    public ValueTask DisposeAsync() => _city?.DisposeAsync() ?? ValueTask.CompletedTask;
}
