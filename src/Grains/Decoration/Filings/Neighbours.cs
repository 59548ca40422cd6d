using System.Collections.Immutable;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>
/// The flats next to one, read from how flats are numbered (building-entrance-room, the last two digits of the room counting along its
/// floor). Only flats that the territory lists; empty where nothing can be read. Pure.
/// </summary>
internal static class Neighbours
{
    private const int AlongTheFloor = 100;

    /// <summary>Above, below and beside, in the order of the territory.</summary>
    public static ImmutableArray<string> Of(Building building, string unit) => Read(unit) is not { } own
        ? []
        : [.. building.Units.Where(other => Read(other) is { } there && there.Stair == own.Stair && IsNext(own, there))];

    private static bool IsNext((string Stair, int Floor, int Along) one, (string Stair, int Floor, int Along) other) =>
        one.Floor == other.Floor ? Math.Abs(one.Along - other.Along) == 1 : one.Along == other.Along && Math.Abs(one.Floor - other.Floor) == 1;

    private static (string Stair, int Floor, int Along)? Read(string unit)
    {
        var dash = unit.LastIndexOf('-');
        return dash > 0 && int.TryParse(unit.AsSpan(dash + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var room)
            && room > AlongTheFloor
                ? (unit[..dash], room / AlongTheFloor, room % AlongTheFloor)
                : null;
    }
}
