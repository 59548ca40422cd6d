namespace Dispatch.Browser.Tests.Kit;

/// <summary>One city for all stories that change nothing in it, with nobody in it but them.</summary>
public sealed class QuietCity : IAsyncDisposable
{
    private DispatchCity? _city;

    /// <summary>The city, started at the first call.</summary>
    public async Task<DispatchCity> StartedAsync(CancellationToken cancellation) =>
        _city ??= await DispatchCity.StartAsync(new CityOptions(), cancellation);

    public ValueTask DisposeAsync() => _city?.DisposeAsync() ?? ValueTask.CompletedTask;
}
