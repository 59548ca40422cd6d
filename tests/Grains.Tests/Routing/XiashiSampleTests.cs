using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Simulator.Territory;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace Dispatch.Grains.Tests.Routing;

public sealed class XiashiSampleTests
{
    private static readonly TerritoryLoad Load = TerritoryFile.Load(Ground.Sample);

    private static Territory Xiashi => Load.Territory ?? throw new InvalidOperationException(string.Join("\n", Load.Faults));

    [Fact]
    public void It_loads_without_a_fault() => Assert.Empty(Load.Faults);

    [Fact]
    public void It_has_nine_communities_one_of_them_a_village_and_sixty_grids()
    {
        var communities = Xiashi.CommunitiesOf("xiashi").Where(community => !community.IsUnlocated).ToList();
        Assert.Equal(9, communities.Count);
        Assert.Single(communities, community => community.Kind == CommunityKind.Village);
        Assert.Equal("西山社区", Xiashi.FindCommunity("xishan")?.Name.Zh);
        Assert.Equal(60, communities.Sum(community => Xiashi.GridsOf(community.Id).Count()));
    }

    [Theory]
    [InlineData("huayu-qiantang", "Huayu Qiantang")]
    [InlineData("shanyu-lanting", "Shanyu Lanting")]
    [InlineData("kipeili-2", "Kipeili Phase II")]
    public void Its_estates_lie_where_they_say_and_have_buildings_and_units(string id, string name)
    {
        var estate = Xiashi.FindEstate(id)!;
        var map = new AreaMap(Xiashi);
        Assert.Equal(name, estate.Name.En);
        Assert.Equal(estate.GridId, map.GridAt(estate.Point!.Value)?.Id);
        Assert.All(estate.Buildings, building => Assert.NotEmpty(building.Units));
        Assert.All(
            estate.Buildings.Where(building => building.Point is not null),
            building => Assert.Equal(building.GridId, map.GridAt(building.Point!.Value)?.Id));
    }

    [Fact]
    public void The_unit_of_the_bay_window_is_a_place()
    {
        var placed = Assert.IsType<Placed>(new AreaMap(Xiashi).Place(new ReportedPlace { Estate = "huayu-qiantang", Unit = "7-2-2001" }));
        Assert.Equal(("xishan-03", "xishan", "xiashi"), (placed.GridId, placed.CommunityId, placed.StreetId));
        Assert.Equal("华宇钱塘7幢", placed.PlaceName.Zh);
    }

    [Fact]
    public void Its_grids_tile_the_ground()
    {
        var areas = Xiashi.Grids.Where(grid => !grid.IsUnlocated).Select(grid => grid.Area!).ToList();
        var together = (Polygon)OverlayNGRobust.Union(areas);
        Assert.Equal(0, together.NumInteriorRings);
        Assert.Equal(areas.Sum(area => area.Area), together.Area, 1e-9);
    }

    [Fact]
    public void Its_polygons_are_what_the_generator_draws()
    {
        var file = Path.Combine(Ground.Sample, TerritoryFile.Polygons);
        if (Environment.GetEnvironmentVariable("DISPATCH_DRAW_SAMPLES") == "1")
        {
            File.WriteAllText(file, XiashiGround.ToGeoJson());
        }

        Assert.True(
            File.ReadAllText(file) == XiashiGround.ToGeoJson(),
            "grids.geojson differs from what tests/Simulator/Territory draws; run this test with DISPATCH_DRAW_SAMPLES=1 to draw it.");
    }

    [Fact]
    public void At_half_past_ten_at_night_only_the_street_is_staffed()
    {
        for (var day = 2; day <= 8; day++)
        {
            var night = new DateTimeOffset(2026, 3, day, 22, 30, 0, TimeSpan.FromHours(8));
            Assert.DoesNotContain(Xiashi.Grids, grid => Xiashi.Staffing.IsStaffed(grid.Scope, night));
            Assert.DoesNotContain(Xiashi.Communities, community => Xiashi.Staffing.IsStaffed(community.Scope, night));
            Assert.True(Xiashi.Staffing.IsStaffed(Scope.Street("xiashi"), night));
        }

        Assert.True(Xiashi.Staffing.StreetIsAlwaysStaffed("xiashi"));
    }

    [Fact]
    public void On_a_Friday_afternoon_all_are_there_and_in_the_evening_a_few_communities()
    {
        var afternoon = new DateTimeOffset(2026, 3, 6, 16, 50, 0, TimeSpan.FromHours(8));
        Assert.All(Xiashi.Grids.Where(grid => !grid.IsUnlocated), grid => Assert.True(Xiashi.Staffing.IsStaffed(grid.Scope, afternoon)));
        Assert.All(Xiashi.Communities.Where(one => !one.IsUnlocated), one => Assert.True(Xiashi.Staffing.IsStaffed(one.Scope, afternoon)));
        Assert.Equal(
            ["beiguan", "luotang", "xishan"],
            Xiashi.Communities.Where(one => Xiashi.Staffing.IsStaffed(one.Scope, afternoon.AddHours(3))).Select(one => one.Id));
    }

    [Fact]
    public void Every_role_but_the_machines_can_sign_in()
    {
        Assert.InRange(Xiashi.People.Length, 25, 35);
        Assert.Equal(
            Enum.GetValues<Role>().Where(role => role != Role.System),
            Xiashi.People.Select(person => person.Role).Distinct().Order());
        Assert.Equal(9, Xiashi.People.Count(person => person.Role == Role.CommunityStaff));
        Assert.True(Xiashi.People.Count(person => person.Role == Role.Officer) >= 2);
    }
}
