using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using NetTopologySuite.Geometries;

namespace Dispatch.Grains.Routing;

/// <summary>What clients are told of the ground: the one place where a territory is turned into views.</summary>
public static class TerritoryViews
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What people call an area; grids are numbered in their community and named with it. Null for one that neither the territory nor the pack has.</summary>
    public static Text? NameOf(Territory territory, PolicyPack pack, Scope area) => area.Kind switch
    {
        ScopeKind.Street => territory.FindStreet(area.Id)?.Name,
        ScopeKind.Community => territory.FindCommunity(area.Id)?.Name,
        ScopeKind.Grid when territory.FindGrid(area.Id) is { } grid && territory.FindCommunity(grid.CommunityId) is { } community =>
            new Text(community.Name.Zh + grid.Name.Zh, $"{community.Name.En}, {grid.Name.En}"),
        ScopeKind.Department => pack.Departments.GetValueOrDefault(area.Id),
        _ => null,
    };

    /// <summary>The street that somebody with this area is shown: their own; the first one where the area is none of the ground's levels.</summary>
    public static Street? StreetFor(Territory territory, Scope? area) => area is { Kind: ScopeKind.Street or ScopeKind.Community or ScopeKind.Grid } own
        ? territory.StreetOf(own)
        : territory.Streets.FirstOrDefault();

    /// <summary>A street with everything in it. Estates and buildings stand where a report that names them is placed.</summary>
    public static TerritoryView Of(AreaMap map, Street street)
    {
        var territory = map.Territory;
        var communities = territory.CommunitiesOf(street.Id).ToList();
        var within = communities.Select(community => community.Id).ToHashSet(StringComparer.Ordinal);
        return new TerritoryView(
            new StreetGround(street.Id, street.Name, street.Zone.Id),
            [.. communities.Select(community => new CommunityGround(community.Id, JsonNamingPolicy.CamelCase.ConvertName(community.Kind.ToString()), community.Name))],
            [.. territory.Grids.Where(grid => within.Contains(grid.CommunityId)).Select(grid => new GridGround(grid.Id, grid.CommunityId, grid.Name, Area(grid.Area)))],
            [.. territory.Estates.Where(estate => within.Contains(estate.CommunityId)).Select(estate => Estate(map, estate))]);
    }

    /// <summary>A view as JSON, with the tag that names it.</summary>
    public static TerritoryText Text(TerritoryView view)
    {
        var json = JsonSerializer.Serialize(view, Options);
        return new TerritoryText(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..32], json);
    }

    private static EstateGround Estate(AreaMap map, Estate estate)
    {
        var placed = Placed(map, new ReportedPlace { Estate = estate.Id });
        return new EstateGround(
            estate.Id, estate.Name, placed.GridId, placed.Lat, placed.Lon, [.. estate.Buildings.Select(building => Building(map, estate, building))]);
    }

    private static BuildingGround Building(AreaMap map, Estate estate, Building building)
    {
        var placed = Placed(map, new ReportedPlace { Estate = estate.Id, Building = building.Id });
        return new BuildingGround(building.Id, building.Name, placed.GridId, placed.Lat, placed.Lon, building.Units);
    }

    private static Placed Placed(AreaMap map, ReportedPlace named) =>
        map.Place(named) as Placed ?? throw new InvalidOperationException($"The map does not place {named.Estate} {named.Building} of its own territory.");

    private static AreaGround? Area(Geometry? area) => area is null
        ? null
        : new AreaGround("MultiPolygon", [.. Enumerable.Range(0, area.NumGeometries).Select(part => Rings((Polygon)area.GetGeometryN(part)))]);

    private static IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Rings(Polygon polygon) =>
        [Ring(polygon.ExteriorRing), .. polygon.InteriorRings.Select(Ring)];

    private static IReadOnlyList<IReadOnlyList<double>> Ring(LineString ring) => [.. ring.Coordinates.Select(at => (IReadOnlyList<double>)[at.X, at.Y])];
}
