using System.Globalization;
using System.Text.Json;
using Dispatch.Contracts;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Valid;

namespace Dispatch.Grains.Routing;

/// <summary>Reads <c>grids.geojson</c> and checks that each grid has one valid polygon and that no two share ground.</summary>
internal static class GridPolygons
{
    /// <summary>
    /// Borders drawn twice never match to the last digit. Up to this part of the smaller grid two grids may overlap, and
    /// a point there lies in the one with the smaller id.
    /// </summary>
    private const double Sliver = 0.005;

    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>The polygons by grid id, of the valid ones.</summary>
    /// <param name="folder">Where the file is.</param>
    /// <param name="gridIds">The ids that must have a polygon, each with its path in the file of areas.</param>
    /// <param name="faults">Where faults go.</param>
    public static IReadOnlyDictionary<string, Geometry> Read(
        string folder, IReadOnlyDictionary<string, string> gridIds, List<Fault> faults)
    {
        var polygons = new SortedDictionary<string, Geometry>(StringComparer.Ordinal);
        using var document = CheckedJson.Open(folder, TerritoryFile.Polygons, faults);
        if (document is null)
        {
            return polygons;
        }

        var root = new CheckedJson(document.RootElement, TerritoryFile.Polygons + "/", faults);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !root.Has("features"))
        {
            faults.Add(new Fault(TerritoryFile.Polygons, "is not a FeatureCollection"));
            return polygons;
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var feature in root.Items("features"))
        {
            ReadFeature(feature, gridIds, named, polygons);
        }

        foreach (var (id, path) in gridIds)
        {
            if (!named.Contains(id))
            {
                faults.Add(new Fault(path, $"{TerritoryFile.Polygons} has no polygon for \"{id}\""));
            }
        }

        ReportOverlaps(polygons, gridIds, faults);
        return polygons;
    }

    private static void ReadFeature(
        CheckedJson feature,
        IReadOnlyDictionary<string, string> gridIds,
        HashSet<string> named,
        SortedDictionary<string, Geometry> polygons)
    {
        if (feature.Element.ValueKind != JsonValueKind.Object || !feature.Has("properties") || !feature.Has("geometry"))
        {
            feature.Fault("is not a feature with properties and geometry");
            return;
        }

        var properties = feature.Member("properties");
        if (properties.Element.ValueKind != JsonValueKind.Object)
        {
            properties.Fault("must be an object with the grid's id as \"grid\"");
            return;
        }

        var id = properties.Text("grid", Text.MaxLength);
        if (id.Length == 0)
        {
            return;
        }

        if (!gridIds.ContainsKey(id))
        {
            properties.Fault("grid", $"unknown grid \"{id}\"");
        }
        else if (!named.Add(id))
        {
            properties.Fault("grid", $"\"{id}\" has a polygon already");
        }
        else if (Polygon(feature.Member("geometry")) is { } polygon)
        {
            polygons.Add(id, polygon);
        }
    }

    private static Geometry? Polygon(CheckedJson json)
    {
        Geometry? read;
        try
        {
            read = json.Element.Deserialize<Geometry>(GeoJson);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            // Of these only the geometry library's own complaint, an open ring, speaks of what the file holds.
            json.Fault(broken is ArgumentException ? $"is not a GeoJSON polygon: {broken.Message}" : "is not a GeoJSON polygon");
            return null;
        }

        if (read is not (NetTopologySuite.Geometries.Polygon or MultiPolygon) || read.IsEmpty)
        {
            json.Fault("must be a Polygon or MultiPolygon with ground in it");
            return null;
        }

        if (read.Coordinates.FirstOrDefault(point => !new GeoPoint(point.Y, point.X).IsOnEarth) is { } far)
        {
            json.Fault($"the point {Shown(far)} is not on the globe; longitude comes first");
            return null;
        }

        if (new IsValidOp(read).ValidationError is { } error)
        {
            json.Fault($"is not a valid polygon at {Shown(error.Coordinate)}: {error.Message}");
            return null;
        }

        return read;
    }

    private static void ReportOverlaps(
        SortedDictionary<string, Geometry> polygons, IReadOnlyDictionary<string, string> paths, List<Fault> faults)
    {
        var doubtful = Doubtful(polygons);
        if (doubtful.Count == 0)
        {
            return;
        }

        var tree = new STRtree<KeyValuePair<string, Geometry>>();
        foreach (var one in polygons)
        {
            tree.Insert(one.Value.EnvelopeInternal, one);
        }

        foreach (var (id, polygon) in polygons)
        {
            foreach (var (otherId, other) in tree.Query(polygon.EnvelopeInternal).OrderBy(found => found.Key, StringComparer.Ordinal))
            {
                if (string.CompareOrdinal(id, otherId) < 0
                    && (doubtful.Contains(id) || doubtful.Contains(otherId))
                    && Shared(polygon, other) is > Sliver and var part)
                {
                    var percent = part.ToString("P1", CultureInfo.InvariantCulture);
                    faults.Add(new Fault(paths[otherId], $"\"{otherId}\" overlaps \"{id}\" by {percent} of the smaller of the two"));
                }
            }
        }
    }

    /// <summary>
    /// The grids that do not fit their neighbours edge to edge. Where grids share their points, as they should, there is
    /// none, and no pair need be laid over each other.
    /// </summary>
    private static HashSet<string> Doubtful(SortedDictionary<string, Geometry> polygons)
    {
        var misfits = CoverageValidator.Validate([.. polygons.Values]);
        return polygons.Keys.Where((_, index) => misfits[index] is not null).ToHashSet(StringComparer.Ordinal);
    }

    private static double Shared(Geometry one, Geometry other) =>
        OverlayNGRobust.Overlay(one, other, SpatialFunction.Intersection).Area / Math.Min(one.Area, other.Area);

    private static string Shown(Coordinate at) => string.Create(CultureInfo.InvariantCulture, $"{at.X} {at.Y}");
}
