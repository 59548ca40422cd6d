namespace Dispatch.Contracts;

/// <summary>Where a case is, found in the territory once, when it is reported.</summary>
[GenerateSerializer, Immutable, Alias("case-place")]
public sealed record CasePlace
{
    /// <summary>The street.</summary>
    [Id(0)] public required string StreetId { get; init; }

    /// <summary>The community in that street.</summary>
    [Id(1)] public required string CommunityId { get; init; }

    /// <summary>The grid in that community.</summary>
    [Id(2)] public required string GridId { get; init; }

    /// <summary>Latitude in degrees, WGS 84; null where no location is known.</summary>
    [Id(3)] public double? Lat { get; init; }

    /// <summary>Longitude in degrees, WGS 84.</summary>
    [Id(4)] public double? Lon { get; init; }

    /// <summary>Latitude as given, where it was given in GCJ-02.</summary>
    [Id(5)] public double? GcjLat { get; init; }

    /// <summary>Longitude as given, where it was given in GCJ-02.</summary>
    [Id(6)] public double? GcjLon { get; init; }

    /// <summary>The estate's id.</summary>
    [Id(7)] public string? Estate { get; init; }

    /// <summary>The building in the estate.</summary>
    [Id(8)] public string? Building { get; init; }

    /// <summary>The unit (flat) in the building.</summary>
    [Id(9)] public string? Unit { get; init; }

    /// <summary>A name for boards that stops at the building.</summary>
    [Id(10)] public string? PlaceName { get; init; }
}

/// <summary>A place as a reporter gives it: coordinates, or an estate with building and unit, or a grid, or nothing.</summary>
[GenerateSerializer, Immutable, Alias("place-input")]
public sealed record PlaceInput
{
    /// <summary>Latitude in degrees.</summary>
    [Id(0)] public double? Lat { get; init; }

    /// <summary>Longitude in degrees.</summary>
    [Id(1)] public double? Lon { get; init; }

    /// <summary><c>wgs84</c> (default) or <c>gcj02</c>.</summary>
    [Id(2)] public string? Crs { get; init; }

    /// <summary>The estate's id.</summary>
    [Id(3)] public string? Estate { get; init; }

    /// <summary>The building.</summary>
    [Id(4)] public string? Building { get; init; }

    /// <summary>The unit.</summary>
    [Id(5)] public string? Unit { get; init; }

    /// <summary>A grid's id.</summary>
    [Id(6)] public string? GridId { get; init; }
}
