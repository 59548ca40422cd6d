using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.TestKit;
using NetTopologySuite.Geometries;

namespace Dispatch.Grains.Tests.Routing;

/// <summary>What clients are told of the ground.</summary>
public sealed class TerritoryViewsTests
{
    private static readonly Polygon West = Ground.Rectangle(120, 30, 121, 31);

    private static readonly Territory Two = new(
        [Ground.Street("s"), Ground.Street("t")],
        [Ground.Community("c", "s"), Ground.Community("d", "t") with { Kind = CommunityKind.Village }],
        [Ground.Grid("g1", "c", West), Ground.Grid("g2", "c", new MultiPolygon([Holed(), Ground.Rectangle(125, 30, 126, 31)])), Ground.Grid("h", "d")],
        [
            new Estate("e", Ground.Named("E"), "c", "g1", new GeoPoint(30.2, 120.2),
                [
                    new Building("1", Ground.Named("One"), "g1", new GeoPoint(30.3, 120.3), ["1-1-101"]),
                    new Building("2", Ground.Named("Two"), "g2", null, []),
                ]),
            new Estate("f", Ground.Named("F"), "c", "g1", null, []),
            new Estate("far", Ground.Named("Far"), "d", "h", null, []),
        ]);

    private static TerritoryView Of(string street) => TerritoryViews.Of(new AreaMap(Two), Two.FindStreet(street)!);

    [Fact]
    public void A_street_is_shown_with_what_lies_in_it_and_nothing_of_another()
    {
        var view = Of("s");

        Assert.Equal(new StreetGround("s", Text.Same("s"), "Asia/Shanghai"), view.Street);
        Assert.Equal([("c", "community"), ("s-unlocated", "community")], view.Communities.Select(community => (community.Id, community.Kind)));
        Assert.Equal([("g1", "c"), ("g2", "c"), ("s-unlocated", "s-unlocated")], view.Grids.Select(grid => (grid.Id, grid.CommunityId)));
        Assert.Equal(["e", "f"], view.Estates.Select(estate => estate.Id));
        Assert.Equal("village", Of("t").Communities[0].Kind);
    }

    [Fact]
    public void Every_polygon_is_a_multipolygon_of_longitude_and_latitude_and_keeps_its_holes()
    {
        var grids = Of("s").Grids.ToDictionary(grid => grid.Id);

        Assert.Equal([[[[120, 30], [121, 30], [121, 31], [120, 31], [120, 30]]]], grids["g1"].Polygon!.Coordinates);
        Assert.Equal([2, 1], grids["g2"].Polygon!.Coordinates.Select(polygon => polygon.Count));
        Assert.All(grids.Values, grid => Assert.True(grid.Polygon is null or { Type: "MultiPolygon" }));
        Assert.Null(grids["s-unlocated"].Polygon);
    }

    [Fact]
    public void Estates_and_buildings_stand_where_a_report_that_names_them_is_placed()
    {
        var estates = Of("s").Estates;

        Assert.Equal(("g1", 30.2, 120.2), (estates[0].GridId, estates[0].Lat, estates[0].Lon));
        Assert.Equal([("g1", 30.3, 120.3), ("g2", 30.2, 120.2)], estates[0].Buildings.Select(building => (building.GridId, building.Lat!.Value, building.Lon!.Value)));
        Assert.Equal(["1-1-101"], estates[0].Buildings[0].Units);
        Assert.Equal((30.5, 120.5), (estates[1].Lat, estates[1].Lon));
        Assert.Null(Of("t").Estates[0].Lat);
    }

    [Fact]
    public void Somebody_is_shown_the_street_of_their_area_and_without_one_the_first()
    {
        Assert.Equal("t", TerritoryViews.StreetFor(Two, Scope.Grid("h"))!.Id);
        Assert.Equal("t", TerritoryViews.StreetFor(Two, Scope.Community("d"))!.Id);
        Assert.Equal("t", TerritoryViews.StreetFor(Two, Scope.Street("t"))!.Id);
        Assert.Equal("s", TerritoryViews.StreetFor(Two, null)!.Id);
        Assert.Equal("s", TerritoryViews.StreetFor(Two, Scope.Department("fire"))!.Id);
        Assert.Null(TerritoryViews.StreetFor(Two, Scope.Grid("nowhere")));
    }

    [Fact]
    public void An_area_is_called_what_people_call_it_and_a_grid_with_its_community()
    {
        Assert.Equal(Text.Same("s"), TerritoryViews.NameOf(Two, Sample.Xiashi, Scope.Street("s")));
        Assert.Equal(Text.Same("c"), TerritoryViews.NameOf(Two, Sample.Xiashi, Scope.Community("c")));
        Assert.Equal(new Text("cg1", "c, g1"), TerritoryViews.NameOf(Two, Sample.Xiashi, Scope.Grid("g1")));
        Assert.Null(TerritoryViews.NameOf(Two, Sample.Xiashi, Scope.Grid("nowhere")));
        Assert.Equal(Sample.Xiashi.Departments["fire"], TerritoryViews.NameOf(Two, Sample.Xiashi, Scope.Department("fire")));
        Assert.Null(TerritoryViews.NameOf(Two, Sample.Xiashi, Scope.Department("nowhere")));
    }

    [Theory]
    [InlineData("street:s", "g1", "g2", "s-unlocated")]
    [InlineData("community:c", "g1", "g2")]
    [InlineData("grid:g2", "g2")]
    [InlineData("officer:g2")]
    [InlineData("community:nowhere")]
    public void A_part_of_the_ground_holds_the_grids_that_lie_in_it(string scope, params string[] ids)
    {
        Assert.True(Scope.TryParse(scope, out var asked));
        Assert.Equal(ids, Two.GridsIn(asked).Select(grid => grid.Id));
    }

    [Fact]
    public void Equal_ground_has_one_tag_and_other_ground_another()
    {
        Assert.Equal(TerritoryViews.Text(Of("s")), TerritoryViews.Text(Of("s")));
        Assert.NotEqual(TerritoryViews.Text(Of("s")).Tag, TerritoryViews.Text(Of("t")).Tag);
        Assert.Equal(120.2, (double)JsonNode.Parse(TerritoryViews.Text(Of("s")).Json!)!["estates"]![0]!["lon"]!);
    }

    private static Polygon Holed() => new(
        new LinearRing([.. Ground.Rectangle(122, 30, 124, 32).Coordinates]), [new LinearRing([.. Ground.Rectangle(122.5, 30.5, 123, 31).Coordinates])]);
}
