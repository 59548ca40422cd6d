using Dispatch.Silo.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Benchmarks.Parts;

/// <summary>The product's own silo in this process, on a store that may hold cases already.</summary>
internal sealed class RunningSilo : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningSilo(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public static async Task<RunningSilo> StartAsync(StoreSite site, CancellationToken cancellation, params string[] settings)
    {
        var builder = Host.CreateApplicationBuilder([.. site.Settings, .. settings]);
        builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.AddDispatchSilo(DispatchSettings.Read(builder.Configuration));
        var silo = new RunningSilo(builder.Build());
        try
        {
            await silo._host.TakeStartStepsAsync(cancellation);
            await silo._host.StartAsync(cancellation);
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
