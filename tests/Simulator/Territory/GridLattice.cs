using System.Globalization;
using System.Text;

namespace Dispatch.Simulator.Territory;

/// <summary>
/// Ground for made-up cities: a lattice of cells whose corners and edges are bent by a seed. Neighbours share their
/// points, so the cells tile the ground without gaps or overlaps. The same arguments draw the same points anywhere.
/// </summary>
/// <param name="West">The western edge before bending, in degrees.</param>
/// <param name="South">The southern edge before bending, in degrees.</param>
/// <param name="Cell">A cell's width and height before bending, in degrees.</param>
/// <param name="Seed">What bends the lattice.</param>
public sealed record GridLattice(decimal West, decimal South, decimal Cell, uint Seed)
{
    // Points of a cell stay in the order of the square that they came from while they move by less than a quarter of it.
    private const decimal LargestBend = 0.15m;

    private static readonly (int X, int Y)[] Around = [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 1), (0, 0)];

    /// <summary>The closed ring of a cell, counter-clockwise: corners and the middles of edges; five decimals, about a metre.</summary>
    public IReadOnlyList<(decimal Lon, decimal Lat)> Ring(int column, int row) =>
        [.. Around.Select(step => Point((2 * column) + step.X, (2 * row) + step.Y))];

    /// <summary>A FeatureCollection of cells, a line each, with the grid's id as property.</summary>
    public string ToGeoJson(string note, IEnumerable<(string GridId, int Column, int Row)> cells)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\n  \"type\": \"FeatureCollection\",\n  \"note\": \"{note}\",\n  \"features\": [\n");
        text.AppendJoin(",\n", cells.Select(cell => Feature(cell.GridId, Ring(cell.Column, cell.Row))));
        return text.Append("\n  ]\n}\n").ToString();
    }

    private static string Feature(string gridId, IReadOnlyList<(decimal Lon, decimal Lat)> ring)
    {
        var points = string.Join(",", ring.Select(at => string.Create(CultureInfo.InvariantCulture, $"[{at.Lon},{at.Lat}]")));
        return $$$"""    {"type":"Feature","properties":{"grid":"{{{gridId}}}"},"geometry":{"type":"Polygon","coordinates":[[{{{points}}}]]}}""";
    }

    private (decimal Lon, decimal Lat) Point(int x, int y) =>
        (Math.Round(West + (((x / 2m) + Bend(x, y, 1)) * Cell), 5), Math.Round(South + (((y / 2m) + Bend(x, y, 2)) * Cell), 5));

    /// <summary>Minus to plus <see cref="LargestBend"/>, by the finaliser of MurmurHash3.</summary>
    private decimal Bend(int x, int y, uint axis)
    {
        var bits = unchecked(Seed + ((uint)x * 0x9E3779B1) + ((uint)y * 0x85EBCA77) + (axis * 0xC2B2AE3D));
        bits = unchecked((bits ^ (bits >> 16)) * 0x85EBCA6B);
        bits = unchecked((bits ^ (bits >> 13)) * 0xC2B2AE35);
        bits ^= bits >> 16;
        return (((bits % 2001) / 1000m) - 1) * LargestBend;
    }
}
