namespace Dispatch.Contracts;

/// <summary>A service request as a city publishes it in its open data: what was asked, where, and when it was opened, due and closed.</summary>
public sealed record ServiceRequest
{
    /// <summary>The city's own id.</summary>
    public required string Id { get; init; }

    /// <summary>The city's own name of the type.</summary>
    public required string Type { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The city's own target; null where it set none.</summary>
    public DateTimeOffset? TargetAt { get; init; }

    /// <summary>When it was closed; null while open. Some rows were closed before they were opened.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The city flagged it as in time. A blank flag, which some late rows have, is none.</summary>
    public bool FlaggedOnTime { get; init; }

    /// <summary>The neighbourhood's name as the file has it; null where it has none.</summary>
    public string? Neighbourhood { get; init; }

    /// <summary>The ward's number, however it was spelled; null where it is not known.</summary>
    public int? Ward { get; init; }

    /// <summary>The precinct's number; null where it is not known.</summary>
    public int? Precinct { get; init; }

    /// <summary>Latitude in degrees, WGS 84; null where no location is known.</summary>
    public double? Lat { get; init; }

    /// <summary>Longitude in degrees, WGS 84; null together with <see cref="Lat"/>.</summary>
    public double? Lon { get; init; }

    /// <summary>The address, up to 200 characters.</summary>
    public string? Address { get; init; }
}
