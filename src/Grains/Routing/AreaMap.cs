using System.Collections.Frozen;
using Dispatch.Contracts;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index;
using NetTopologySuite.Index.Strtree;

namespace Dispatch.Grains.Routing;

/// <summary>
/// Finds the grid that a place lies in. Made once from a territory, then read by any number of threads. A point on a
/// border, or in two grids that overlap, lies in the one with the smallest id in ordinal order, so that two processes
/// never disagree.
/// </summary>
public sealed class AreaMap
{
    private readonly STRtree<Shape> _shapes = new();
    private readonly FrozenDictionary<string, GeoPoint> _middles;

    /// <summary>Indexes the polygons of a territory; one without polygons is a map that finds places by name alone.</summary>
    public AreaMap(Territory territory)
    {
        Territory = territory;
        var middles = new Dictionary<string, GeoPoint>(StringComparer.Ordinal);
        foreach (var grid in territory.Grids)
        {
            if (grid.Area is { } area)
            {
                var shape = new Shape(grid, new IndexedPointInAreaLocator(area));
                middles.Add(grid.Id, Middle(area, shape.Ground));
                _shapes.Insert(area.EnvelopeInternal, shape);
            }
        }

        // Tree and locators are built lazily by whoever asks first; that must not be two threads at once.
        _shapes.Build();
        _middles = middles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The territory that it maps.</summary>
    public Territory Territory { get; }

    /// <summary>The grid at a WGS 84 point, or null outside every grid.</summary>
    public Grid? GridAt(GeoPoint point)
    {
        var search = new SmallestIdAt(new Coordinate(point.Lon, point.Lat));
        _shapes.Query(new Envelope(search.At), search);
        return search.Found;
    }

    /// <summary>Finds the grid of a reported place, or says why there is none.</summary>
    /// <param name="place">The place.</param>
    /// <param name="streetId">
    /// The street whose unlocated grid takes a report without a location, usually that of the reporter. Null means the
    /// only street there is, and is refused where there are several.
    /// </param>
    public Placement Place(ReportedPlace place, string? streetId = null)
    {
        if (!TryReadPoint(place, out var point, out var gcj))
        {
            return new PlaceRefused(PlaceRefusal.InvalidCoordinates, place.Crs is null or "wgs84" or "gcj02" ? "lat" : "crs");
        }

        var found = place switch
        {
            { Estate: not null } => InEstate(place),
            { Building: not null } or { Unit: not null } => new PlaceRefused(PlaceRefusal.UnknownEstate, "estate"),
            { GridId: { } gridId } when point is null || !Territory.HasPolygons =>
                Territory.FindGrid(gridId) is { } named ? InGrid(named) : new PlaceRefused(PlaceRefusal.UnknownGrid, "gridId"),
            _ when point is { } at => GridAt(at) is { } grid ? InGrid(grid) : new PlaceRefused(PlaceRefusal.OutsideTerritory, "lat"),
            _ => Unlocated(streetId),
        };
        return found is Placed placed && point is { } reported
            ? placed with { Lat = reported.Lat, Lon = reported.Lon, Gcj = gcj }
            : found;
    }

    private static bool TryReadPoint(ReportedPlace place, out GeoPoint? wgs84, out GeoPoint? gcj)
    {
        (wgs84, gcj) = (null, null);
        if (place is { Lat: null, Lon: null, Crs: null })
        {
            return true;
        }

        if (place is not { Lat: { } lat, Lon: { } lon } || !new GeoPoint(lat, lon).IsOnEarth)
        {
            return false;
        }

        var given = new GeoPoint(lat, lon);
        switch (place.Crs)
        {
            case null or "wgs84":
                wgs84 = given;
                return true;
            case "gcj02":
                (wgs84, gcj) = (Gcj02.ToWgs84(given), given);
                return true;
            default:
                return false;
        }
    }

    private Placement InEstate(ReportedPlace place)
    {
        if (Territory.FindEstate(place.Estate!) is not { } estate)
        {
            return new PlaceRefused(PlaceRefusal.UnknownEstate, "estate");
        }

        var named = place.Building is { } id ? estate.FindBuilding(id) : null;
        if (place.Building is not null && named is null)
        {
            return new PlaceRefused(PlaceRefusal.UnknownBuilding, "building");
        }

        var unit = place.Unit is { } text ? FullUnit(estate, named, text) : null;
        if (place.Unit is not null && unit is null)
        {
            return new PlaceRefused(PlaceRefusal.UnknownUnit, "unit");
        }

        return At(estate, named ?? (unit is null ? null : estate.FindBuildingOfUnit(unit)), unit);
    }

    private static string? FullUnit(Estate estate, Building? named, string unit)
    {
        var building = estate.FindBuildingOfUnit(unit);
        if (named is null)
        {
            return building is null ? null : unit;
        }

        var prefixed = $"{named.Id}-{unit}";
        return building?.Id == named.Id ? unit
            : estate.FindBuildingOfUnit(prefixed)?.Id == named.Id ? prefixed
            : null;
    }

    private Placed At(Estate estate, Building? building, string? unit)
    {
        var grid = Territory.FindGrid(building?.GridId ?? estate.GridId)!;
        var name = building is null
            ? estate.Name
            : new Text($"{estate.Name.Zh}{building.Name.Zh}", $"{estate.Name.En}, {building.Name.En}");
        var point = building?.Point ?? estate.Point;
        return (point is { } at ? InGrid(grid) with { Lat = at.Lat, Lon = at.Lon } : InGrid(grid)) with
        {
            PlaceName = name,
            Estate = estate.Id,
            Building = building?.Id,
            Unit = unit,
        };
    }

    private Placement Unlocated(string? streetId)
    {
        var id = streetId ?? (Territory.Streets is [var only] ? only.Id : null);
        return id is not null && Territory.FindGrid(Territory.UnlocatedGridId(id)) is { } grid
            ? InGrid(grid)
            : new PlaceRefused(PlaceRefusal.LocationRequired, "lat");
    }

    private Placed InGrid(Grid grid)
    {
        var community = Territory.FindCommunity(grid.CommunityId)!;
        var name = grid.IsUnlocated
            ? grid.Name
            : new Text($"{community.Name.Zh}{grid.Name.Zh}", $"{community.Name.En}, {grid.Name.En}");
        var placed = new Placed(grid.Id, community.Id, community.StreetId, name);
        return _middles.TryGetValue(grid.Id, out var middle) ? placed with { Lat = middle.Lat, Lon = middle.Lon } : placed;
    }

    private static GeoPoint Middle(Geometry area, IPointOnGeometryLocator ground)
    {
        var centre = area.Centroid.Coordinate;
        var inside = ground.Locate(centre) == Location.Interior ? centre : area.InteriorPoint.Coordinate;
        return new GeoPoint(inside.Y, inside.X);
    }

    /// <summary>A grid with the locator that a prepared geometry would use for points, without a geometry per question.</summary>
    private sealed record Shape(Grid Grid, IPointOnGeometryLocator Ground);

    private sealed class SmallestIdAt(Coordinate at) : IItemVisitor<Shape>
    {
        public Coordinate At { get; } = at;

        public Grid? Found { get; private set; }

        public void VisitItem(Shape item)
        {
            if ((Found is null || string.CompareOrdinal(item.Grid.Id, Found.Id) < 0) && item.Ground.Locate(At) != Location.Exterior)
            {
                Found = item.Grid;
            }
        }
    }
}
