using Dispatch.Contracts;

namespace Dispatch.Grains.Routing;

/// <summary>
/// A place as somebody outside gave it: an estate with building and unit, or coordinates, or a grid, or nothing. Where
/// more than one is given, an estate beats coordinates, and coordinates beat a grid (in a territory without polygons a
/// grid beats coordinates, which then only say where the map shows it).
/// </summary>
public sealed record ReportedPlace
{
    /// <summary>Latitude in degrees; given together with <see cref="Lon"/>.</summary>
    public double? Lat { get; init; }

    /// <summary>Longitude in degrees; given together with <see cref="Lat"/>.</summary>
    public double? Lon { get; init; }

    /// <summary>The system of the coordinates: <c>wgs84</c> (also when null) or <c>gcj02</c>.</summary>
    public string? Crs { get; init; }

    /// <summary>An estate's id.</summary>
    public string? Estate { get; init; }

    /// <summary>A building's id; needs <see cref="Estate"/>.</summary>
    public string? Building { get; init; }

    /// <summary>A unit's id (<c>7-2-2001</c>), or what follows its building's id (<c>2-2001</c>); needs <see cref="Estate"/>.</summary>
    public string? Unit { get; init; }

    /// <summary>A grid's id.</summary>
    public string? GridId { get; init; }
}

/// <summary>What <see cref="AreaMap"/> answers: a <see cref="Placed"/> or a <see cref="PlaceRefused"/>.</summary>
public abstract record Placement
{
    private protected Placement()
    {
    }
}

/// <summary>A place that was found.</summary>
/// <param name="GridId">The grid that it lies in.</param>
/// <param name="CommunityId">That grid's community.</param>
/// <param name="StreetId">That community's street.</param>
/// <param name="PlaceName">What a board may show: estate and building at most, else the grid. It never names the unit.</param>
public sealed record Placed(string GridId, string CommunityId, string StreetId, Text PlaceName) : Placement
{
    /// <summary>
    /// Latitude, WGS 84: as reported; else of the building or estate; else of a point in the middle of the grid. Null
    /// when the place is not located, or in a grid without polygon.
    /// </summary>
    public double? Lat { get; init; }

    /// <summary>Longitude, WGS 84; null together with <see cref="Lat"/>.</summary>
    public double? Lon { get; init; }

    /// <summary>The coordinates as reported, when they were reported in GCJ-02.</summary>
    public GeoPoint? Gcj { get; init; }

    /// <summary>The estate's id, when one was named.</summary>
    public string? Estate { get; init; }

    /// <summary>The building's id, when it or one of its units was named.</summary>
    public string? Building { get; init; }

    /// <summary>The unit's full id, when one was named.</summary>
    public string? Unit { get; init; }
}

/// <summary>A place that cannot be taken.</summary>
/// <param name="Code">One of <see cref="PlaceRefusal"/>.</param>
/// <param name="Field">The field of <see cref="ReportedPlace"/> at fault, in camel case.</param>
public sealed record PlaceRefused(string Code, string Field) : Placement;

/// <summary>The stable codes of <see cref="PlaceRefused"/>.</summary>
public static class PlaceRefusal
{
    /// <summary>The coordinates lie in no grid.</summary>
    public const string OutsideTerritory = "outside-territory";

    /// <summary>Coordinates that are no numbers on the globe, one without the other, or of an unknown system.</summary>
    public const string InvalidCoordinates = "invalid-coordinates";

    /// <summary>No estate has this id, or a building or unit was given without an estate.</summary>
    public const string UnknownEstate = "unknown-estate";

    /// <summary>The estate has no such building.</summary>
    public const string UnknownBuilding = "unknown-building";

    /// <summary>The estate, or the building that was named with it, has no such unit.</summary>
    public const string UnknownUnit = "unknown-unit";

    /// <summary>No grid has this id.</summary>
    public const string UnknownGrid = "unknown-grid";

    /// <summary>Nothing says where, not even in which street.</summary>
    public const string LocationRequired = "location-required";
}
