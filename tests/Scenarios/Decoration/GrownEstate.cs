using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Silo.City;

namespace Dispatch.Scenarios.Decoration;

/// <summary>The sample street, where one estate has grown to four hundred flats: as many as are handed over and decorated within a year.</summary>
internal static class GrownEstate
{
    /// <summary>The estate.</summary>
    public const string Id = "kipeili-2";

    private const int Floors = 25;
    private static readonly string[] Towers = ["21", "22", "23", "24"];
    private static readonly string[] Rooms = ["01", "02"];

    /// <summary>Its new flats as <c>building-entrance-room</c>.</summary>
    public static IReadOnlyList<string> Flats { get; } = [.. Towers.SelectMany(Of)];

    /// <summary>Those of one floor-plan type: the first rooms of each floor; the others are of a second type.</summary>
    public static IReadOnlyList<string> FirstRooms { get; } = [.. Flats.Where(flat => flat.EndsWith(Rooms[0], StringComparison.Ordinal))];

    /// <summary>The files of the sample, with it in.</summary>
    public static CityFiles In(CityFiles sample)
    {
        var ground = sample.Territory;
        var estate = ground.FindEstate(Id)!;
        var grown = new Estate(estate.Id, estate.Name, estate.CommunityId, estate.GridId, estate.Point,
            [.. estate.Buildings, .. Towers.Select(tower => new Building(tower, new Text(tower + "幢", "Building " + tower), estate.GridId, null, [.. Of(tower)]))]);
        var territory = new Territory(
            ground.Streets,
            ground.Communities.Where(community => !community.IsUnlocated),
            ground.Grids.Where(grid => !grid.IsUnlocated),
            [.. ground.Estates.Where(one => one.Id != Id), grown],
            ground.People,
            ground.Aliases);
        return sample with { Territory = territory };
    }

    private static IEnumerable<string> Of(string tower) =>
        from entrance in Enumerable.Range(1, 2)
        from floor in Enumerable.Range(1, Floors)
        from room in Rooms
        select string.Create(CultureInfo.InvariantCulture, $"{tower}-{entrance}-{floor}{room}");
}
