using Dispatch.Contracts;

namespace Dispatch.Grains.Grids;

/// <summary>
/// Which cases are likely the same matter: of the same type and, where both units are known, in the same unit; else no further away
/// than the type's radius. They are marked, never merged by themselves.
/// </summary>
public static class Duplicates
{
    /// <summary>The most that are named.</summary>
    public const int Most = 10;

    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>The ids of the likely duplicates of a sighting, nearest first and newest first among equals; never its own.</summary>
    /// <param name="sighting">What was seen.</param>
    /// <param name="others">What is open here.</param>
    /// <param name="radius">Of the type, in metres; a distance of exactly this is inside.</param>
    public static IReadOnlyList<string> Of(Sighting sighting, IEnumerable<Sighting> others, double radius) =>
    [
        .. others
            .Where(other => other.CaseId != sighting.CaseId && other.Type == sighting.Type)
            .Select(other => (other.CaseId, other.At, Away: Apart(sighting.Place, other.Place)))
            .Where(other => other.Away <= radius)
            .OrderBy(other => other.Away).ThenByDescending(other => other.At).ThenBy(other => other.CaseId, StringComparer.Ordinal)
            .Take(Most)
            .Select(other => other.CaseId),
    ];

    /// <summary>
    /// How far two places are apart in metres: nothing in one unit, infinitely far in two. Where a unit is not known, by coordinates,
    /// and without those nothing in one building; else infinitely far, since nothing says that they are near.
    /// </summary>
    public static double Apart(CasePlace one, CasePlace other)
    {
        var sameBuilding = one.Estate is not null && one.Estate == other.Estate && one.Building == other.Building;
        if (one.Unit is not null && other.Unit is not null)
        {
            return sameBuilding && one.Unit == other.Unit ? 0 : double.PositiveInfinity;
        }

        return one is { Lat: { } lat1, Lon: { } lon1 } && other is { Lat: { } lat2, Lon: { } lon2 } ? Metres(lat1, lon1, lat2, lon2)
            : sameBuilding && one.Building is not null ? 0
            : double.PositiveInfinity;
    }

    /// <summary>The great-circle distance of two points in degrees, in metres, on a sphere of the Earth's mean radius (haversine).</summary>
    public static double Metres(double lat1, double lon1, double lat2, double lon2)
    {
        var (phi1, phi2) = (double.DegreesToRadians(lat1), double.DegreesToRadians(lat2));
        var (north, east) = (Math.Sin((phi2 - phi1) / 2), Math.Sin(double.DegreesToRadians(lon2 - lon1) / 2));
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt((north * north) + (Math.Cos(phi1) * Math.Cos(phi2) * east * east))));
    }
}
