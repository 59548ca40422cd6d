using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using NetTopologySuite.Geometries;

namespace Dispatch.Grains.Tests.Routing;

public sealed class AreaMapTests
{
    // West and east touch at longitude 121; north lies above both and overlaps the east a little.
    private static readonly Territory Three = new(
        [Ground.Street("s")],
        [Ground.Community("c", "s"), Ground.Community("d", "s")],
        [
            Ground.Grid("west", "c", Ground.Rectangle(120, 30, 121, 31)),
            Ground.Grid("east", "c", Ground.Rectangle(121, 30, 122, 31)),
            Ground.Grid("north", "d", Ground.Rectangle(120, 31, 122, 32)),
        ],
        [new Estate("garden", Ground.Named("Garden"), "c", "west", new GeoPoint(30.5, 120.9),
        [
            new Building("7", new Text("7幢", "Building 7"), "west", null, ["7-2-2001", "7-2-2002"]),
            new Building("9", new Text("9幢", "Building 9"), "east", new GeoPoint(30.5, 121.1), ["9-1-301"]),
        ]),]);

    private static readonly AreaMap Map = new(Three);

    [Theory]
    [InlineData(30.5, 120.5, "west")]
    [InlineData(30.5, 121.5, "east")]
    [InlineData(31.5, 121.0, "north")]
    public void A_point_lies_in_the_grid_around_it(double lat, double lon, string grid) =>
        Assert.Equal(grid, Map.GridAt(new GeoPoint(lat, lon))?.Id);

    [Theory]
    [InlineData(30.5, 121.0, "east")]
    [InlineData(31.0, 120.5, "north")]
    [InlineData(31.0, 121.0, "east")]
    [InlineData(30.0, 120.0, "west")]
    public void On_a_border_or_corner_the_smallest_id_has_it(double lat, double lon, string grid) =>
        Assert.Equal(grid, Map.GridAt(new GeoPoint(lat, lon))?.Id);

    [Fact]
    public void In_two_overlapping_grids_the_smallest_id_has_it_in_ordinal_order()
    {
        var both = Ground.Rectangle(120, 30, 121, 31);
        var map = new AreaMap(Ground.Of(("a-10", both), ("a-9", both.Copy()), ("b", both.Copy())));
        Assert.Equal("a-10", map.GridAt(new GeoPoint(30.5, 120.5))?.Id);
    }

    [Fact]
    public void A_hole_and_the_sea_between_islands_are_outside()
    {
        var shell = (LinearRing)Ground.Rectangle(120, 30, 121, 31).ExteriorRing;
        var hole = (LinearRing)Ground.Rectangle(120.4, 30.4, 120.6, 30.6).ExteriorRing;
        var islands = new MultiPolygon([new Polygon(shell, [hole]), Ground.Rectangle(122, 30, 123, 31)]);
        var map = new AreaMap(Ground.Of(("islands", islands)));
        Assert.NotNull(map.GridAt(new GeoPoint(30.2, 120.2)));
        Assert.NotNull(map.GridAt(new GeoPoint(30.5, 122.5)));
        Assert.Null(map.GridAt(new GeoPoint(30.5, 120.5)));
        Assert.Null(map.GridAt(new GeoPoint(30.5, 121.5)));
    }

    [Fact]
    public void Coordinates_outside_every_grid_are_refused() => Assert.Equal(
        new PlaceRefused("outside-territory", "lat"),
        Map.Place(new ReportedPlace { Lat = 29.9, Lon = 120.5 }));

    [Theory]
    [InlineData(double.NaN, 120.5, null)]
    [InlineData(double.PositiveInfinity, 120.5, null)]
    [InlineData(90.5, 120.5, null)]
    [InlineData(30.5, -180.5, null)]
    [InlineData(30.5, null, null)]
    [InlineData(null, 120.5, null)]
    [InlineData(null, null, "wgs84")]
    [InlineData(30.5, 120.5, "bd09")]
    public void Coordinates_that_say_nothing_are_refused(double? lat, double? lon, string? crs) => Assert.Equal(
        "invalid-coordinates",
        Assert.IsType<PlaceRefused>(Map.Place(new ReportedPlace { Lat = lat, Lon = lon, Crs = crs, Estate = "garden" })).Code);

    [Fact]
    public void A_unit_beats_coordinates_which_still_say_where_the_map_shows_it()
    {
        var placed = Found(new ReportedPlace { Estate = "garden", Unit = "9-1-301", Lat = 31.5, Lon = 120.5 });
        Assert.Equal(("east", "c", "s"), (placed.GridId, placed.CommunityId, placed.StreetId));
        Assert.Equal(("garden", "9", "9-1-301"), (placed.Estate, placed.Building, placed.Unit));
        Assert.Equal((31.5, 120.5), (placed.Lat, placed.Lon));
    }

    [Fact]
    public void A_building_across_the_border_lies_in_its_own_grid_and_the_estate_in_its()
    {
        var building = Found(new ReportedPlace { Estate = "garden", Building = "9" });
        Assert.Equal(("east", 121.1), (building.GridId, building.Lon));
        var estate = Found(new ReportedPlace { Estate = "garden" });
        Assert.Equal(("west", 120.9), (estate.GridId, estate.Lon));
    }

    [Fact]
    public void A_building_without_a_point_is_shown_where_the_estate_is()
    {
        var placed = Found(new ReportedPlace { Estate = "garden", Building = "7" });
        Assert.Equal((30.5, 120.9), (placed.Lat, placed.Lon));
    }

    [Fact]
    public void A_name_for_the_board_stops_at_the_building()
    {
        var placed = Found(new ReportedPlace { Estate = "garden", Unit = "7-2-2001" });
        Assert.Equal(new Text("Garden7幢", "Garden, Building 7"), placed.PlaceName);
        Assert.DoesNotContain("2001", placed.PlaceName.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", "7-2-2001", "7-2-2001")]
    [InlineData("7", "2-2001", "7-2-2001")]
    [InlineData(null, "7-2-2001", "7-2-2001")]
    public void A_unit_is_named_whole_or_after_its_building(string? building, string unit, string found) =>
        Assert.Equal(found, Found(new ReportedPlace { Estate = "garden", Building = building, Unit = unit }).Unit);

    [Theory]
    [InlineData("nowhere", null, null, null, "unknown-estate")]
    [InlineData(null, "7", null, null, "unknown-estate")]
    [InlineData(null, null, "7-2-2001", null, "unknown-estate")]
    [InlineData("garden", "8", null, null, "unknown-building")]
    [InlineData("garden", null, "7-2-9999", null, "unknown-unit")]
    [InlineData("garden", "9", "7-2-2001", null, "unknown-unit")]
    [InlineData(null, null, null, "nowhere", "unknown-grid")]
    public void A_name_that_is_not_there_is_refused(string? estate, string? building, string? unit, string? grid, string code) => Assert.Equal(
        code,
        Assert.IsType<PlaceRefused>(Map.Place(new ReportedPlace { Estate = estate, Building = building, Unit = unit, GridId = grid })).Code);

    [Fact]
    public void A_grid_alone_is_shown_at_its_middle()
    {
        var placed = Found(new ReportedPlace { GridId = "west" });
        Assert.Equal(("west", 30.5, 120.5), (placed.GridId, placed.Lat, placed.Lon));
    }

    [Fact]
    public void A_crescent_is_shown_at_a_point_inside_it()
    {
        var crescent = Ground.Rectangle(120, 30, 121, 31).Difference(Ground.Rectangle(120.1, 30.1, 121, 30.9));
        var map = new AreaMap(Ground.Of(("crescent", crescent)));
        var placed = Assert.IsType<Placed>(map.Place(new ReportedPlace { GridId = "crescent" }));
        Assert.Equal("crescent", map.GridAt(new GeoPoint(placed.Lat!.Value, placed.Lon!.Value))?.Id);
    }

    [Fact]
    public void Coordinates_in_gcj02_are_converted_and_both_are_kept()
    {
        // A few metres west of the border in WGS 84; the shift alone would carry the point across it.
        var wgs = new GeoPoint(30.5, 120.9999);
        var gcj = Gcj02.FromWgs84(wgs);
        Assert.True(gcj.Lon > 121);
        var placed = Found(new ReportedPlace { Lat = gcj.Lat, Lon = gcj.Lon, Crs = "gcj02" });
        Assert.Equal("west", placed.GridId);
        Assert.Equal(gcj, placed.Gcj);
        Assert.Equal(wgs.Lon, placed.Lon!.Value, 1e-7);
        Assert.Equal(wgs.Lat, placed.Lat!.Value, 1e-7);
    }

    [Fact]
    public void Without_a_location_it_is_the_unlocated_grid_of_the_street()
    {
        var placed = Found(new ReportedPlace());
        Assert.Equal(("s-unlocated", "s"), (placed.GridId, placed.StreetId));
        Assert.Null(placed.Lat);
        Assert.Null(placed.Lon);
    }

    [Fact]
    public void With_several_streets_somebody_must_say_which()
    {
        var map = new AreaMap(new Territory([Ground.Street("s"), Ground.Street("t")], [], []));
        Assert.Equal("t-unlocated", Assert.IsType<Placed>(map.Place(new ReportedPlace(), "t")).GridId);
        Assert.Equal("location-required", Assert.IsType<PlaceRefused>(map.Place(new ReportedPlace())).Code);
    }

    [Fact]
    public void Without_polygons_the_grid_is_taken_by_name_and_coordinates_show_where()
    {
        var map = new AreaMap(new Territory([Ground.Street("s")], [Ground.Community("c", "s")], [Ground.Grid("g", "c")]));
        var placed = Assert.IsType<Placed>(map.Place(new ReportedPlace { GridId = "g", Lat = 42.3, Lon = -71.1 }));
        Assert.Equal(("g", 42.3, -71.1), (placed.GridId, placed.Lat, placed.Lon));
        Assert.IsType<PlaceRefused>(map.Place(new ReportedPlace { Lat = 42.3, Lon = -71.1 }));
    }

    private static Placed Found(ReportedPlace place) => Assert.IsType<Placed>(Map.Place(place));
}
