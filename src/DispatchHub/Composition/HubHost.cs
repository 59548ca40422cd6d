using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Hub.Access;
using Dispatch.Hub.Decoration.Estates;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Live;
using Dispatch.Silo;
using Dispatch.Silo.City;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Health;
using Dispatch.Silo.Hosting;
using Dispatch.Simulator;

namespace Dispatch.Hub.Composition;

/// <summary>The hub as a whole: with a silo inside, or as a client of a cluster.</summary>
public static class HubHost
{
    /// <summary>Opens the hub and runs it until it is told to stop; answers the exit code.</summary>
    /// <param name="args">Settings as <c>--Section:Key=value</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        try
        {
            await using var hub = await OpenAsync(args);
            hub.Lifetime.ApplicationStarted.Register(() => StartText.Print(hub, Console.Out));
            await hub.StartAsync(cancellation);
            await hub.WaitForShutdownAsync(cancellation);
            return 0;
        }
        catch (StartFaultException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{fault.Message.TrimEnd('.')}. Stop the other program, or choose another address with --urls.");
            return 1;
        }
    }

    /// <summary>Builds the hub and opens what it stands on; running it is the caller's.</summary>
    /// <param name="args">Settings as <c>--Section:Key=value</c>.</param>
    /// <param name="adjust">For tests: a last hand on services and settings.</param>
    /// <exception cref="StartFaultException">The hub cannot start; the message is one clear sentence.</exception>
    public static async Task<WebApplication> OpenAsync(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        // The settings file lies beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
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
            builder.Services.AddHostedService(services => Simulated(services, settings));
        }

        if (settings is { IsDemo: true, IsClustered: false, Territory.Path: null } && (settings.Demo.Estates ?? settings.Demo.Simulation) && SampleEstatesFile() is { } sample)
        {
            builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<SampleEstates>(services, sample, services.GetRequiredService<Territory>().Streets[0].Zone));
        }

        var app = builder.Build();
        app.MapHubApi();
        app.MapLive();
        app.MapDispatchHealth();
        await app.TakeStartStepsAsync();
        return app;
    }

    /// <summary>The sample's; its commands are given by the sample's people, so another territory has none.</summary>
    private static string? SampleEstatesFile() =>
        Path.Combine(SampleFolder.PathOf(CityFiles.Sample), "estates", "estates.json") is var file && File.Exists(file) ? file : null;

    private static SimulatedCity Simulated(IServiceProvider services, DispatchSettings settings)
    {
        var clock = services.GetRequiredService<CityClock>();
        return new SimulatedCity(
            () => DemoCity.Plan(services.GetRequiredService<Territory>(), services.GetRequiredService<IPolicyShelf>().Current),
            new SimulationOptions { Seed = (ulong)settings.Demo.Seed },
            new GrainDoor(services.GetRequiredService<IGrainFactory>()),
            () => clock.Now,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<SimulatedCity>>());
    }
}
