using System.Net;

namespace Dispatch.Silo.Hosting;

/// <summary>Whether everything runs in one process or several: section <c>Cluster</c>.</summary>
public sealed record ClusterOptions
{
    /// <summary>
    /// <c>embedded</c> (the hub's default): grains, store and hub in one process. <c>clustered</c> (a silo's only mode): silos and
    /// hubs are processes of their own, find each other through PostgreSQL, and take over from one that dies.
    /// </summary>
    public ClusterMode? Mode { get; init; }

    /// <summary>Names the cluster: processes with another id in the same database do not see these. Change it for a blue-green switch.</summary>
    public string ClusterId { get; init; } = "dispatch";

    /// <summary>Names the product's stored grain state. Changing it loses rosters and presence, though no case.</summary>
    public string ServiceId { get; init; } = "dispatch";

    /// <summary>The port that silos talk on, 0 (the default) for any free one. Fix it where a firewall stands between machines.</summary>
    public int SiloPort { get; init; }

    /// <summary>The port that hubs reach a silo on, 0 (the default) for any free one. Not used when embedded.</summary>
    public int GatewayPort { get; init; }

    /// <summary>
    /// The IP address under which others reach this silo; loopback by default, so that nothing listens beyond the machine unless
    /// told to. The ports carry no passwords and no encryption: give an address of a closed network only.
    /// </summary>
    public string AdvertisedAddress { get; init; } = "127.0.0.1";

    /// <summary>What is wrong, as one sentence; null when nothing is.</summary>
    public string? Fault()
    {
        if (Mode is { } mode && !Enum.IsDefined(mode))
        {
            return "Cluster:Mode must be embedded or clustered.";
        }

        if (SiloPort is < 0 or > 65_535 || GatewayPort is < 0 or > 65_535)
        {
            return "Cluster:SiloPort and Cluster:GatewayPort must be 1 to 65535, or 0 for any free port.";
        }

        if (!IPAddress.TryParse(AdvertisedAddress, out _))
        {
            return $"Cluster:AdvertisedAddress is '{AdvertisedAddress}', which is not an IP address.";
        }

        return string.IsNullOrWhiteSpace(ClusterId) || string.IsNullOrWhiteSpace(ServiceId)
            ? "Cluster:ClusterId and Cluster:ServiceId must not be empty."
            : null;
    }
}

/// <summary>One process or several.</summary>
public enum ClusterMode
{
    /// <summary>Everything in the hub's process.</summary>
    Embedded = 0,

    /// <summary>Silos and hubs are processes of their own, on PostgreSQL.</summary>
    Clustered = 1,
}
