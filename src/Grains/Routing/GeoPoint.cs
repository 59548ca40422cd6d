namespace Dispatch.Grains.Routing;

/// <summary>A point in degrees: WGS 84 unless its owner says GCJ-02.</summary>
/// <param name="Lat">Latitude, -90 to 90.</param>
/// <param name="Lon">Longitude, -180 to 180.</param>
public readonly record struct GeoPoint(double Lat, double Lon)
{
    /// <summary>True when both are numbers within the globe; NaN and infinities are not.</summary>
    public bool IsOnEarth => Lat is >= -90 and <= 90 && Lon is >= -180 and <= 180;
}
