using Dispatch.Hub.Access;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Live;
using Dispatch.Silo.Health;
using Dispatch.Silo.Hosting;

namespace Dispatch.Hub.Composition;

/// <summary>The hub as a whole: with a silo inside, or as a client of a cluster.</summary>
public static class HubHost
{
    /// <summary>Builds the hub and opens what it stands on; running it is the caller's.</summary>
    /// <param name="args">Settings as <c>--Section:Key=value</c>.</param>
    /// <param name="adjust">For tests: a last hand on services and settings.</param>
    /// <exception cref="Silo.StartFaultException">The hub cannot start; the message is one clear sentence.</exception>
    public static async Task<WebApplication> OpenAsync(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        adjust?.Invoke(builder);
        var settings = DispatchSettings.Read(builder.Configuration);
        if (settings.IsClustered)
        {
            builder.AddDispatchClient(settings);
        }
        else
        {
            builder.AddDispatchSilo(settings, "dispatch");
        }

        builder.AddHubApi();
        builder.Services.PostConfigure<Sessions.DemoOptions>(demo => demo.Enabled = settings.IsDemo);
        builder.Services.AddSingleton<IWatchAccess, WatchAccess>();
        builder.Services.AddLive();
        if (settings is { IsDemo: true, IsClustered: false, Demo.Simulation: true })
        {
            builder.Services.AddDemoCity(settings.Demo.Seed);
        }

        var app = builder.Build();
        app.MapHubApi();
        app.MapLive();
        app.MapDispatchHealth();
        await app.TakeStartStepsAsync();
        return app;
    }
}
