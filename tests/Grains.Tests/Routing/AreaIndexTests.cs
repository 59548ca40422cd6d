using System.Text.Json;
using CsCheck;
using Dispatch.Grains.Routing;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Dispatch.Grains.Tests.Routing;

public sealed class AreaIndexTests
{
    private static readonly JsonSerializerOptions GeoJson = new() { Converters = { new GeoJsonConverterFactory() } };

    [Fact]
    public void Ten_thousand_grids_answer_as_a_search_through_all_of_them()
    {
        var territory = Ground.Lattice(100, 100);
        var map = new AreaMap(territory);
        Gen.Double[29.995, 30.505].Select(Gen.Double[119.995, 120.505]).Sample(
            at => map.GridAt(new GeoPoint(at.Item1, at.Item2))?.Id == Search(territory, at.Item1, at.Item2),
            iter: 300);

        // Corners are where up to four grids meet, and where an index that forgets borders goes wrong.
        foreach (var corner in territory.Grids.Where(grid => grid.Area is not null).Where((_, n) => n % 97 == 0).Select(grid => grid.Area!.Coordinates[0]))
        {
            Assert.Equal(Search(territory, corner.Y, corner.X), map.GridAt(new GeoPoint(corner.Y, corner.X))?.Id);
        }
    }

    [Fact]
    public void A_tiled_ground_has_no_gap()
    {
        var map = new AreaMap(Ground.Lattice(20, 20));
        Gen.Double[30.005, 30.095].Select(Gen.Double[120.005, 120.095]).Sample(
            at => map.GridAt(new GeoPoint(at.Item1, at.Item2)) is not null);
    }

    [Fact]
    public void Many_threads_that_ask_at_once_get_the_answers_of_one()
    {
        var territory = Ground.Lattice(30, 30);
        var points = Enumerable.Range(0, 20_000).Select(n => new GeoPoint(30 + (n % 149 * 0.001), 120 + (n % 151 * 0.001))).ToArray();
        var first = new AreaMap(territory);
        var expected = points.Select(point => first.GridAt(point)?.Id).ToArray();
        var second = new AreaMap(territory);
        Assert.Equal(expected, points.AsParallel().AsOrdered().Select(point => second.GridAt(point)?.Id).ToArray());
    }

    [Theory]
    [InlineData(42.3505, -71.0760, "Back Bay")]
    [InlineData(42.3647, -71.0542, "North End")]
    [InlineData(42.3782, -71.0602, "Charlestown")]
    [InlineData(42.2797, -71.1627, "West Roxbury")]
    [InlineData(42.2557, -71.1256, "Hyde Park")]
    [InlineData(42.3702, -71.0389, "East Boston")]
    [InlineData(42.3318, -71.1212, null)]
    [InlineData(42.3600, -70.7000, null)]
    public void A_point_in_Boston_lies_in_its_neighbourhood(double lat, double lon, string? neighbourhood)
    {
        var file = Path.Combine(Ground.SharedData, "boston_neighborhoods.geojson");
        Assert.SkipUnless(File.Exists(file), "../shared/data/boston_neighborhoods.geojson is not there.");
        var features = JsonSerializer.Deserialize<FeatureCollection>(File.ReadAllBytes(file), GeoJson)!;
        var map = new AreaMap(Ground.Of([.. features.Select(feature => ((string)feature.Attributes["name"], feature.Geometry))]));
        Assert.Contains(features, feature => feature.Geometry is MultiPolygon { NumGeometries: > 1 });
        Assert.Equal(neighbourhood, map.GridAt(new GeoPoint(lat, lon))?.Id);
    }

    private static string? Search(Territory territory, double lat, double lon)
    {
        var point = new Point(lon, lat);
        return territory.Grids.Where(grid => grid.Area?.Covers(point) == true).Select(grid => grid.Id).Min(StringComparer.Ordinal);
    }
}
