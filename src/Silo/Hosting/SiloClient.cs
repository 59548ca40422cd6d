using Dispatch.Silo.Clock;
using Dispatch.Silo.Health;
using Dispatch.Silo.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Dispatch.Silo.Hosting;

/// <summary>A hub's side of a cluster: it reaches grains through gateways found in PostgreSQL, and has time from a silo.</summary>
public static class SiloClient
{
    private static readonly TimeSpan GatewayRefresh = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>Adds the cluster's client, the city's clock, health and telemetry. The host's start waits until a silo answers.</summary>
    /// <param name="builder">Whose host.</param>
    /// <param name="settings">Which cluster.</param>
    /// <param name="process">The name in telemetry.</param>
    public static TBuilder AddDispatchClient<TBuilder>(this TBuilder builder, DispatchSettings settings, string process = "dispatch-hub")
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddDispatchSettings(settings);
        builder.Services.AddDispatchTelemetry(settings.Telemetry, process);
        builder.UseOrleansClient(client =>
        {
            client.UseAdoNetClustering((AdoNetClusteringClientOptions options) =>
            {
                options.Invariant = "Npgsql";
                options.ConnectionString = settings.Storage.ConnectionString;
            });
            client.Configure<Orleans.Configuration.ClusterOptions>(options =>
            {
                options.ClusterId = settings.Cluster.ClusterId;
                options.ServiceId = settings.Cluster.ServiceId;
            });

            // A silo that came or went is seen soon; the default is a minute.
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = GatewayRefresh);
            client.UseConnectionRetryFilter(async (_, cancellation) =>
            {
                await Task.Delay(BetweenTries, cancellation);
                return true;
            });
            if (settings.Telemetry.Exporter != TelemetryExporter.None)
            {
                client.AddActivityPropagation();
            }
        });
        builder.Services.AddSingleton<ICityTimeSource, ClusterTime>();
        builder.Services.AddCityClock(settings.Clock);
        builder.Services.AddDispatchClientHealth();
        return builder;
    }
}
