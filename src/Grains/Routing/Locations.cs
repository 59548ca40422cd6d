using Dispatch.Contracts;

namespace Dispatch.Grains.Routing;

/// <summary>A reporter's place as a case keeps it, or as a refusal that says what to do.</summary>
public static class Locations
{
    /// <summary>Finds the grid of a place.</summary>
    /// <param name="map">The ground.</param>
    /// <param name="place">The place.</param>
    /// <param name="street">Whose a report without a location is; null where there is one street.</param>
    public static Located Find(AreaMap map, PlaceInput place, string? street = null) => map.Place(Asked(place), street ?? OnlyStreet(map.Territory)) switch
    {
        Placed placed => new Located(Kept(placed)),
        PlaceRefused refused => new Located(null, Refusal(refused)),
        var other => throw new InvalidOperationException($"The map answered {other}."),
    };

    /// <summary>Where there is one street, a report without a location is that street's.</summary>
    private static string? OnlyStreet(Territory territory) => territory.Streets is [var only] ? only.Id : null;

    private static ReportedPlace Asked(PlaceInput place) => new()
    {
        Lat = place.Lat,
        Lon = place.Lon,
        Crs = place.Crs,
        Estate = place.Estate,
        Building = place.Building,
        Unit = place.Unit,
        GridId = place.GridId,
    };

    private static CasePlace Kept(Placed placed) => new()
    {
        StreetId = placed.StreetId,
        CommunityId = placed.CommunityId,
        GridId = placed.GridId,
        Lat = placed.Lat,
        Lon = placed.Lon,
        GcjLat = placed.Gcj?.Lat,
        GcjLon = placed.Gcj?.Lon,
        Estate = placed.Estate,
        Building = placed.Building,
        Unit = placed.Unit,
        PlaceName = placed.PlaceName.Zh,
    };

    private static Refusal Refusal(PlaceRefused refused) => refused.Code switch
    {
        PlaceRefusal.OutsideTerritory => new(RefusalCode.OutsideTerritory, "This place lies outside every grid; check the coordinates, or name an estate or grid."),
        PlaceRefusal.InvalidCoordinates => new(RefusalCode.InvalidValue, "Give lat and lon together, in degrees, and crs as wgs84 or gcj02."),
        PlaceRefusal.LocationRequired => new(RefusalCode.InvalidValue, "Say where: coordinates, an estate, or a grid."),
        _ => new(RefusalCode.UnknownPlace, $"There is no such place: check {refused.Field}."),
    };
}
