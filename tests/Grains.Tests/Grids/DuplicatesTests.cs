using Dispatch.Contracts;
using Dispatch.Grains.Grids;

namespace Dispatch.Grains.Tests.Grids;

public sealed class DuplicatesTests
{
    private const double MetreOfLatitude = 1 / 111_195.08;

    [Theory]
    [InlineData(30.5281, 120.6902, 30.5281, 120.6902, 0)]
    [InlineData(30.5, 120.7, 31.5, 120.7, 111_195.08)]
    [InlineData(0, 179.5, 0, -179.5, 111_195.08)]
    [InlineData(90, 0, -90, 0, 20_015_115)]
    public void Distances_are_great_circles(double lat1, double lon1, double lat2, double lon2, double metres) =>
        Assert.Equal(metres, Duplicates.Metres(lat1, lon1, lat2, lon2), metres * 1e-6);

    [Fact]
    public void The_nearest_within_the_radius_come_first_and_the_radius_itself_is_inside()
    {
        var found = Duplicates.Of(
            Seen("new"),
            [Seen("far", north: 50.1), Seen("edge", north: 49.999), Seen("near", north: 10), Seen("here")],
            radius: 50);

        Assert.Equal(["here", "near", "edge"], found);
        Assert.Equal(["edge"], Duplicates.Of(Seen("new"), [Seen("edge", north: 20)], Duplicates.Metres(30, 120, 30 + (20 * MetreOfLatitude), 120)));
    }

    [Fact]
    public void Another_type_is_no_duplicate_and_nothing_is_a_duplicate_of_itself() =>
        Assert.Empty(Duplicates.Of(Seen("new"), [Seen("new"), Seen("noise", type: "DEC-07")], radius: 50));

    [Fact]
    public void Where_both_units_are_known_the_unit_decides_and_not_the_distance() =>
        Assert.Equal(
            ["same-unit"],
            Duplicates.Of(
                Seen("new", unit: "7-2-2001"),
                [Seen("same-unit", unit: "7-2-2001", north: 400), Seen("next-door", unit: "7-2-2002"), Seen("other-estate", unit: "7-2-2001", estate: "b")],
                radius: 50));

    [Fact]
    public void Where_one_unit_is_not_known_the_distance_decides() =>
        Assert.Equal(["no-unit"], Duplicates.Of(Seen("new", unit: "7-2-2001"), [Seen("no-unit", north: 30), Seen("no-unit-far", north: 60)], radius: 50));

    [Fact]
    public void Without_coordinates_only_the_same_building_is_near()
    {
        var nowhere = Seen("new") with { Place = Place(null, null, null, null) };
        var building = Seen("in-building") with { Place = Place("a", "7", null, null) };

        Assert.Empty(Duplicates.Of(nowhere, [Seen("somewhere"), nowhere with { CaseId = "nowhere-too" }], radius: 50));
        Assert.Equal(["there"], Duplicates.Of(building, [building with { CaseId = "there" }, nowhere], radius: 50));
    }

    [Fact]
    public void Among_equals_the_newest_comes_first_and_ten_are_named_at_most()
    {
        var many = Enumerable.Range(0, 12).Select(i => Seen($"case-{i:00}", minute: i)).ToList();

        Assert.Equal(Enumerable.Range(2, 10).Reverse().Select(i => $"case-{i:00}"), Duplicates.Of(Seen("new"), many, radius: 50));
    }

    internal static Sighting Seen(
        string id, double north = 0, string? unit = null, string estate = "a", string type = "DEC-03", int minute = 0, string grid = "xishan-01") => new(
        id,
        type,
        Place(unit is null ? null : estate, unit is null ? null : "7", unit, 30 + (north * MetreOfLatitude)) with { GridId = grid },
        new DateTimeOffset(2026, 9, 7, 1, minute, 0, TimeSpan.Zero));

    private static CasePlace Place(string? estate, string? building, string? unit, double? lat) => new()
    {
        StreetId = "xiashi",
        CommunityId = "xishan",
        GridId = "xishan-01",
        Estate = estate,
        Building = building,
        Unit = unit,
        Lat = lat,
        Lon = lat is null ? null : 120,
    };
}
