namespace Dispatch.Silo.Hosting;

/// <summary>Where the streets, communities, grids and estates come from: section <c>Territory</c>.</summary>
public sealed record TerritoryOptions
{
    /// <summary>A territory folder. Unset: the made-up sample street. Cases keep the ids of the territory they were reported in.</summary>
    public string? Path { get; init; }

    /// <summary>What is wrong, as one sentence; null when nothing is.</summary>
    public string? Fault() => OptionFaults.OfPath("Territory:Path", Path);
}

/// <summary>Where case types, clocks, ladder and calendars come from: section <c>Policy</c>.</summary>
public sealed record PolicyOptions
{
    /// <summary>
    /// A policy pack or a folder of packs. Unset: the sample pack. A new version applies to cases that are opened from then on; each
    /// open case keeps the version that it was opened under.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>What is wrong, as one sentence; null when nothing is.</summary>
    public string? Fault() => OptionFaults.OfPath("Policy:Path", Path);
}

/// <summary>A demo on one machine: section <c>Demo</c>.</summary>
public sealed record DemoOptions
{
    /// <summary>
    /// Demo sign-ins with a known password, virtual time, the sample street. Unset: true only when embedded and listening on
    /// loopback alone. Start is refused when it is on beyond loopback.
    /// </summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether a simulated city reports and acts. True by default; only in a demo. False leaves an empty street to try things in.</summary>
    public bool Simulation { get; init; } = true;

    /// <summary>Whether the sample's estates get their made-up plans and reviews; left out: where the city is simulated.</summary>
    public bool? Estates { get; init; }

    /// <summary>Seeds the simulated city: the same seed tells the same story. 1 by default.</summary>
    public int Seed { get; init; } = 1;
}

/// <summary>Where metrics and traces go: section <c>Telemetry</c>.</summary>
public sealed record TelemetryOptions
{
    /// <summary>
    /// <c>none</c> (the default), <c>console</c> for a look at what there is, or <c>otlp</c> to a collector, which the standard
    /// variable <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names (localhost:4317 without it).
    /// </summary>
    public TelemetryExporter Exporter { get; init; }

    /// <summary>What is wrong, as one sentence; null when nothing is.</summary>
    public string? Fault() => Enum.IsDefined(Exporter) ? null : "Telemetry:Exporter must be none, console or otlp.";
}

/// <summary>Where metrics and traces go.</summary>
public enum TelemetryExporter
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>To standard output.</summary>
    Console = 1,

    /// <summary>To an OpenTelemetry collector.</summary>
    Otlp = 2,
}

/// <summary>Faults that several options have in common.</summary>
internal static class OptionFaults
{
    public static string? OfPath(string setting, string? path) => path is null || Path.Exists(path)
        ? null
        : $"{setting} is '{path}', but there is no such file or folder.";
}
