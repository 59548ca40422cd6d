using System.Net;
using System.Net.Sockets;
using Dispatch.Contracts;
using Dispatch.Grains.Deadlines;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Outages;
using Dispatch.Grains.Storage;
using Dispatch.Silo.City;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Deadlines;
using Dispatch.Silo.Decoration;
using Dispatch.Silo.Evidence;
using Dispatch.Silo.Feeds;
using Dispatch.Silo.Health;
using Dispatch.Silo.Notices;
using Dispatch.Silo.Outages;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Sqlite;
using Dispatch.Silo.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;

namespace Dispatch.Silo.Hosting;

/// <summary>
/// A silo inside a host: the same one in a process of its own and in the hub's. What is registered first starts first and stops
/// last, so that at a stop the sweeper ends before the grains, and the store writes what they committed before it closes.
/// </summary>
public static class SiloHost
{
    /// <summary>The storage of state without clocks: rosters, staffing, presence.</summary>
    public const string Rosters = "rosters";

    private const string Postgres = "Npgsql";
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Adds store, clock, city, grains, sweeper, health and telemetry. Call <see cref="StartSteps.TakeStartStepsAsync"/> before running the
    /// host. A <see cref="TimeProvider"/> (real time), <see cref="ICityTimeSource"/> or <see cref="SweepOptions"/> that is registered
    /// already is kept, for tests that hold time in their hands.
    /// </summary>
    /// <param name="builder">Whose host.</param>
    /// <param name="settings">What to build.</param>
    /// <param name="process">The name in telemetry.</param>
    /// <param name="city">Territory and pack; null reads those that the settings name.</param>
    public static TBuilder AddDispatchSilo<TBuilder>(
        this TBuilder builder, DispatchSettings settings, string process = "dispatch-silo", CityFiles? city = null)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddDispatchSettings(settings);
        builder.Services.AddDispatchTelemetry(settings.Telemetry, process);
        builder.Services.AddSingleton<ICommittedFeed, StreetFeedHints>();
        builder.Services.AddDispatchStorage(builder.Configuration);
        builder.Services.AddStartStep<StoreOpening>();
        builder.Services.TryAddSingleton(services => CityTimeSource(services.GetRequiredService<IClockReads>(), settings));
        builder.Services.AddCityClock(settings.Clock);
        builder.Services.AddStartStep<ClockOpening>();
        builder.Services.AddOutageLedger();
        builder.Services.AddCity(city ?? CityFiles.Read(settings));
        builder.UseOrleans(silo => silo.AddDispatchGrains(settings));
        builder.Services.AddHostedService<DutyOpening>();
        builder.Services.AddHostedService<RosterTelling>();
        builder.Services.AddHostedService<FeedTrimming>();
        builder.Services.AddHostedService<EvidenceTrimming>();
        builder.Services.AddHostedService<ContactTrimming>();
        builder.Services.AddNotices();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Heartbeat>());
        builder.Services.AddDeadlineSweeper();
        builder.Services.AddDispatchHealth();
        return builder;
    }

    /// <summary>The settings as singletons, each section under its own type, and real time for whoever asks for a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddDispatchSettings(this IServiceCollection services, DispatchSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(settings)
            .AddSingleton(settings.Cluster)
            .AddSingleton(settings.Clock)
            .AddSingleton(settings.Territory)
            .AddSingleton(settings.Policy)
            .AddSingleton(settings.Demo)
            .AddSingleton(settings.Notices)
            .AddSingleton(settings.Sources);
    }

    /// <summary>The city's clock over the <see cref="ICityTimeSource"/> registered beside it, and whoever keeps it right.</summary>
    public static IServiceCollection AddCityClock(this IServiceCollection services, ClockOptions options) => services
        .AddSingleton(provider => new CityClock(
            provider.GetRequiredService<ICityTimeSource>(),
            provider.GetRequiredService<TimeProvider>(),
            TimeZoneInfo.FindSystemTimeZoneById(options.Zone),
            provider.GetRequiredService<ILogger<CityClock>>()))
        .AddSingleton<ICityClock>(provider => provider.GetRequiredService<CityClock>())
        .AddHostedService<ClockKeeper>();

    private static ICityTimeSource CityTimeSource(IClockReads store, DispatchSettings settings) => settings.Clock.IsVirtual
        ? new VirtualTime(
            store,
            settings.Clock.Start ?? ClockOptions.DemoStart,
            settings.Clock.Speed ?? 1,
            settings.Clock.CatchUp,
            shared: settings.IsClustered)
        : new DatabaseTime(store);

    /// <summary>The ledger's start step comes after the clock's: it dates the first sign of life.</summary>
    private static void AddOutageLedger(this IServiceCollection services)
    {
        services.TryAddSingleton(new OutageOptions());
        services
            .AddSingleton<OutageShelf>()
            .AddSingleton<RefusedCommands>()
            .AddSingleton<Heartbeat>()
            .AddStartStep<Heartbeat>();
    }

    private static void AddDeadlineSweeper(this IServiceCollection services)
    {
        services.TryAddSingleton(new SweepOptions());
        services
            .AddSingleton<DeadlineLatency>()
            .AddSingleton<IDeadlineCalls, GrainDeadlineCalls>()
            .AddHostedService<LatenessReporter>()
            .AddSingleton<DeadlineSweeper>()
            .AddHostedService(provider => provider.GetRequiredService<DeadlineSweeper>());
    }

    internal static void AddDispatchGrains(this ISiloBuilder silo, DispatchSettings settings)
    {
        silo.UseCluster(settings);
        silo.Services.AddSingleton<DossierDesk>();
        silo.UseSystemTextJsonGrainStorageSerializer();
        silo.AddAdoNetGrainStorage(Rosters, (OptionsBuilder<AdoNetGrainStorageOptions> options) => options
            .Configure<IServiceProvider>((rosters, services) => FillRosters(rosters, settings.Storage, services)));
        if (settings.Telemetry.Exporter != TelemetryExporter.None)
        {
            silo.AddActivityPropagation();
        }
    }

    private static void UseCluster(this ISiloBuilder silo, DispatchSettings settings)
    {
        var cluster = settings.Cluster;
        var siloPort = PortOr(cluster.SiloPort);
        if (!settings.IsClustered)
        {
            silo.UseLocalhostClustering(siloPort, gatewayPort: 0, serviceId: cluster.ServiceId, clusterId: cluster.ClusterId);
            return;
        }

        silo.UseAdoNetClustering((OptionsBuilder<AdoNetClusteringSiloOptions> options) => options
            .Configure<NpgsqlDataSource>((members, database) => (members.Invariant, members.DataSource) = (Postgres, database)));
        silo.Configure<Orleans.Configuration.ClusterOptions>(options =>
        {
            options.ClusterId = cluster.ClusterId;
            options.ServiceId = cluster.ServiceId;
        });
        silo.Configure<ClusterMembershipOptions>(options => options.ProbeTimeout = ProbeTimeout);
        var address = IPAddress.Parse(cluster.AdvertisedAddress);
        silo.ConfigureEndpoints(
            address, siloPort, PortOr(cluster.GatewayPort), listenOnAnyHostAddress: !IPAddress.IsLoopback(address));
    }

    private static void FillRosters(AdoNetGrainStorageOptions options, StorageOptions storage, IServiceProvider services)
    {
        if (storage.Provider == StorageProvider.Postgres)
        {
            (options.Invariant, options.DataSource) = (Postgres, services.GetRequiredService<NpgsqlDataSource>());
            return;
        }

        // Orleans knows the driver by the name of another one.
        options.Invariant = "System.Data.SQLite";
        options.ConnectionString = SqliteFiles.ConnectionString(new SqliteFiles(storage.Path).Rosters, SqliteOpenMode.ReadWrite);
    }

    private static int PortOr(int port)
    {
        if (port != 0)
        {
            return port;
        }

        // Orleans tells others its port before it listens, so it cannot leave the choice to the system.
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
