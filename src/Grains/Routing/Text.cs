namespace Dispatch.Grains.Routing;

/// <summary>A name in the two languages that every screen can show.</summary>
/// <param name="Zh">Chinese, 1 to <see cref="MaxLength"/> characters.</param>
/// <param name="En">English, 1 to <see cref="MaxLength"/> characters.</param>
public sealed record Text(string Zh, string En)
{
    /// <summary>The longest name that a territory file may give, in UTF-16 characters.</summary>
    public const int MaxLength = 80;

    /// <summary>A name known in one language only, as in a city's open data: shown as it is in both.</summary>
    public static Text Same(string name) => new(name, name);
}

/// <summary>A point in degrees: WGS 84 unless its owner says GCJ-02.</summary>
/// <param name="Lat">Latitude, -90 to 90.</param>
/// <param name="Lon">Longitude, -180 to 180.</param>
public readonly record struct GeoPoint(double Lat, double Lon)
{
    /// <summary>True when both are numbers within the globe; NaN and infinities are not.</summary>
    public bool IsOnEarth => Lat is >= -90 and <= 90 && Lon is >= -180 and <= 180;
}
