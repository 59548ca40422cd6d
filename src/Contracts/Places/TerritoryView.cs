namespace Dispatch.Contracts;

/// <summary>A street's ground as a client shows it: names and polygons, which no board row carries. It changes only with the territory's files.</summary>
/// <param name="Street">The street.</param>
/// <param name="Communities">Its communities and villages, by id; the last resort for reports without a place is among them.</param>
/// <param name="Grids">Their grids, by id.</param>
/// <param name="Estates">The housing estates in them, by id.</param>
public sealed record TerritoryView(
    StreetGround Street, IReadOnlyList<CommunityGround> Communities, IReadOnlyList<GridGround> Grids, IReadOnlyList<EstateGround> Estates);

/// <summary>A street.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="TimeZone">The IANA time zone of its days.</param>
public sealed record StreetGround(string Id, Text Name, string TimeZone);

/// <summary>A community or village.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind"><c>community</c> or <c>village</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record CommunityGround(string Id, string Kind, Text Name);

/// <summary>A grid.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CommunityId">Its community.</param>
/// <param name="Name">Its name.</param>
/// <param name="Polygon">Its ground; null where none is known.</param>
public sealed record GridGround(string Id, string CommunityId, Text Name, AreaGround? Polygon);

/// <summary>A piece of ground as a GeoJSON geometry, always of the one type, so that a client draws one form.</summary>
/// <param name="Type">Always <c>MultiPolygon</c>.</param>
/// <param name="Coordinates">Polygons of rings of <c>[longitude, latitude]</c> in degrees, WGS 84; the first ring is the outside.</param>
public sealed record AreaGround(string Type, IReadOnlyList<IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>>> Coordinates);

/// <summary>A housing estate.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="GridId">The grid of a report that names no building.</param>
/// <param name="Lat">Latitude of such a report, degrees, WGS 84; null where no place is known.</param>
/// <param name="Lon">Its longitude.</param>
/// <param name="Buildings">Its buildings, in the order of the territory's file.</param>
public sealed record EstateGround(string Id, Text Name, string GridId, double? Lat, double? Lon, IReadOnlyList<BuildingGround> Buildings);

/// <summary>A building of an estate.</summary>
/// <param name="Id">Its id, unique in the estate.</param>
/// <param name="Name">Its name.</param>
/// <param name="GridId">The grid of a report that names it.</param>
/// <param name="Lat">Latitude of such a report, degrees, WGS 84; null where no place is known.</param>
/// <param name="Lon">Its longitude.</param>
/// <param name="Units">Its units (flats), such as <c>7-2-2001</c>.</param>
public sealed record BuildingGround(string Id, Text Name, string GridId, double? Lat, double? Lon, IReadOnlyList<string> Units);

/// <summary>A <see cref="TerritoryView"/> as text, made once and handed to many.</summary>
/// <param name="Tag">Names the text: equal for equal text, 1 to 64 letters and digits.</param>
/// <param name="Json">The view as a JSON object; null where the asker has it already.</param>
[GenerateSerializer, Immutable, Alias("territory-text")]
public sealed record TerritoryText([property: Id(0)] string Tag, [property: Id(1)] string? Json);
