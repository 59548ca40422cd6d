using System.ComponentModel.DataAnnotations;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Notices;
using Dispatch.Silo.Notices.Sources;
using Dispatch.Silo.Storage;
using Microsoft.Extensions.Configuration;

namespace Dispatch.Silo.Hosting;

/// <summary>Every setting of a process, read and checked once before anything is built from it.</summary>
public sealed record DispatchSettings
{
    private DispatchSettings()
    {
    }

    /// <summary>One process or several.</summary>
    public required ClusterOptions Cluster { get; init; }

    /// <summary>The engine and where it keeps things.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>How time runs, a demo's defaults already in.</summary>
    public required ClockOptions Clock { get; init; }

    /// <summary>The territory.</summary>
    public required TerritoryOptions Territory { get; init; }

    /// <summary>The policy packs.</summary>
    public required PolicyOptions Policy { get; init; }

    /// <summary>The demo.</summary>
    public required DemoOptions Demo { get; init; }

    /// <summary>By what people are told outside the pages.</summary>
    public required NoticeOptions Notices { get; init; }

    /// <summary>Where other systems hear of the cases that they sent.</summary>
    public required SourceOptions Sources { get; init; }

    /// <summary>Metrics and traces.</summary>
    public required TelemetryOptions Telemetry { get; init; }

    /// <summary>Whether this process is part of a cluster.</summary>
    public bool IsClustered => Cluster.Mode == ClusterMode.Clustered;

    /// <summary>Whether this is a demo, by setting or by default.</summary>
    public bool IsDemo => Demo.Enabled == true;

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="configuration">Command line, environment and files.</param>
    /// <param name="mode">What <c>Cluster:Mode</c> is where it is not set: a hub's is embedded, a silo's clustered.</param>
    /// <exception cref="StartFaultException">The first thing that is wrong, in one sentence.</exception>
    public static DispatchSettings Read(IConfiguration configuration, ClusterMode mode = ClusterMode.Embedded)
    {
        var cluster = SettingsSection.Read<ClusterOptions>(configuration, "Cluster");
        cluster = cluster with { Mode = cluster.Mode ?? mode };
        var beyond = ListenAddresses.FirstBeyondLoopback(configuration);
        var demo = SettingsSection.Read<DemoOptions>(configuration, "Demo");
        demo = demo with { Enabled = demo.Enabled ?? (cluster.Mode == ClusterMode.Embedded && beyond is null) };
        var clock = SettingsSection.Read<ClockOptions>(configuration, "Clock");
        var settings = new DispatchSettings
        {
            Cluster = cluster,
            Storage = ReadStorage(configuration),
            Clock = demo.Enabled == true ? clock.ForDemo() : clock,
            Territory = SettingsSection.Read<TerritoryOptions>(configuration, "Territory"),
            Policy = SettingsSection.Read<PolicyOptions>(configuration, "Policy"),
            Demo = demo,
            Notices = SettingsSection.Read<NoticeOptions>(configuration, "Notices"),
            Sources = new SourceOptions(SettingsSection.ReadEach<SourceCallback>(configuration, "Sources")),
            Telemetry = SettingsSection.Read<TelemetryOptions>(configuration, "Telemetry"),
        };
        return settings.Faults(beyond).FirstOrDefault(fault => fault is not null) is { } fault
            ? throw new StartFaultException(fault)
            : settings;
    }

    private static StorageOptions ReadStorage(IConfiguration configuration)
    {
        var storage = SettingsSection.Read<StorageOptions>(configuration, StorageOptions.Section);
        storage.ConnectionString ??= configuration.GetConnectionString("Dispatch");
        return storage;
    }

    private IEnumerable<string?> Faults(string? beyondLoopback)
    {
        yield return Cluster.Fault();
        yield return Storage.Validate(new ValidationContext(Storage)).FirstOrDefault()?.ErrorMessage;
        yield return Clock.Fault();
        yield return Territory.Fault();
        yield return Policy.Fault();
        yield return Notices.Fault();
        yield return Sources.Fault();
        yield return Telemetry.Fault();
        yield return IsClustered && Storage.Provider != StorageProvider.Postgres
            ? "Cluster:Mode is clustered, which needs a database that several processes share: set Storage:Provider to postgres and ConnectionStrings:Dispatch."
            : null;
        yield return Clock.IsVirtual && Storage.Provider == StorageProvider.Postgres && !IsDemo
            ? "Clock:Speed and Clock:Start make virtual time, which is for demos: leave them out, or set Demo:Enabled."
            : null;
        yield return IsDemo && beyondLoopback is not null
            ? $"Demo:Enabled lets anybody in with a known password, so it is refused on {beyondLoopback}: listen on localhost, or set Demo:Enabled to false."
            : null;
    }
}
