using System.Globalization;

namespace Dispatch.Simulator.Territory;

/// <summary>
/// The polygons of <c>samples/xiashi/territory/grids.geojson</c>: ten by six cells near the real street's place, shared
/// out among nine communities in blocks of three rows. Grids are numbered in each block from the north-west, by rows.
/// </summary>
public static class XiashiGround
{
    private const int RowsOfBlock = 3;

    private static readonly GridLattice Lattice = new(West: 120.66m, South: 30.512m, Cell: 0.006m, Seed: 3);

    private static readonly (string Community, int Column, int Columns, int Row)[] Blocks =
    [
        ("changdai", 0, 3, 3), ("shuiyue", 3, 2, 3), ("beiguan", 5, 2, 3), ("dongshan", 7, 3, 3),
        ("xishan", 0, 2, 0), ("hehua", 2, 2, 0), ("nanyuan", 4, 2, 0), ("luotang", 6, 2, 0), ("meiyuan", 8, 2, 0),
    ];

    /// <summary>The file's whole text.</summary>
    public static string ToGeoJson() => Lattice.ToGeoJson(
        "Made up: these grids are drawn by tests/Simulator/Territory, not by any office.", Blocks.SelectMany(Cells));

    private static IEnumerable<(string GridId, int Column, int Row)> Cells((string Community, int Column, int Columns, int Row) block)
    {
        for (var number = 0; number < block.Columns * RowsOfBlock; number++)
        {
            var (row, column) = Math.DivRem(number, block.Columns);
            var id = string.Create(CultureInfo.InvariantCulture, $"{block.Community}-{number + 1:00}");
            yield return (id, block.Column + column, block.Row + RowsOfBlock - 1 - row);
        }
    }
}
