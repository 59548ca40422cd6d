using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Simulator.Territory;
using NetTopologySuite.Geometries;

namespace Dispatch.Grains.Tests.Routing;

/// <summary>Small territories for tests, and the folders that real ones lie in.</summary>
internal static class Ground
{
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static string Sample => Path.Combine(Root, "samples", "xiashi", "territory");

    public static string SharedData => Path.Combine(Root, "..", "shared", "data");

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Dispatch.sln")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }

    public static Text Named(string name) => Text.Same(name);

    public static Street Street(string id) => new(id, Named(id), Shanghai, WeeklyTimetable.Always);

    public static Community Community(string id, string street) => new(id, Named(id), CommunityKind.Community, street, WeeklyTimetable.Always);

    public static Grid Grid(string id, string community, Geometry? area = null) => new(id, Named(id), community, WeeklyTimetable.Always, area);

    public static Polygon Rectangle(double west, double south, double east, double north) => new(new LinearRing(
        [new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]));

    /// <summary>One street and community whose grids have these areas.</summary>
    public static Territory Of(params (string Id, Geometry Area)[] grids) =>
        new([Street("s")], [Community("c", "s")], grids.Select(grid => Grid(grid.Id, "c", grid.Area)));

    /// <summary>A bent lattice of columns × rows grids around Xiashi, ids by column and row.</summary>
    public static Territory Lattice(int columns, int rows)
    {
        var lattice = new GridLattice(120m, 30m, 0.005m, Seed: 11);
        return Of([.. from column in Enumerable.Range(0, columns)
                      from row in Enumerable.Range(0, rows)
                      select ($"g-{column:000}-{row:000}", Cell(lattice, column, row))]);
    }

    private static Polygon Cell(GridLattice lattice, int column, int row) => new(new LinearRing(
        [.. lattice.Ring(column, row).Select(at => new Coordinate((double)at.Lon, (double)at.Lat))]));
}
