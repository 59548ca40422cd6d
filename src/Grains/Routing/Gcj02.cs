namespace Dispatch.Grains.Routing;

/// <summary>
/// The shifted coordinates of mainland Chinese maps and phones (GCJ-02) and back to WGS 84. The formula is not
/// published; this is the reconstruction that open-source map software agrees on. Outside the box that it shifts
/// (0.8293 to 55.8271 north, 72.004 to 137.8347 east) both ways are the identity. Within it, and some hundred metres
/// away from its edge, there and back again errs by less than 0.1 m.
/// </summary>
public static class Gcj02
{
    private const double SemiMajorAxis = 6378245.0;
    private const double EccentricitySquared = 0.00669342162296594323;

    // The shift changes by less than 1 % of the way walked, so each round wins two digits and eight end below rounding.
    private const int Rounds = 8;

    /// <summary>Where a Chinese map shows this WGS 84 point.</summary>
    public static GeoPoint FromWgs84(GeoPoint wgs84)
    {
        if (!IsShifted(wgs84))
        {
            return wgs84;
        }

        var (north, east) = Shift(wgs84);
        return new GeoPoint(wgs84.Lat + north, wgs84.Lon + east);
    }

    /// <summary>The WGS 84 point that a Chinese map shows here, found by walking back the shift until it fits.</summary>
    public static GeoPoint ToWgs84(GeoPoint gcj02)
    {
        if (!IsShifted(gcj02))
        {
            return gcj02;
        }

        var guess = gcj02;
        for (var round = 0; round < Rounds; round++)
        {
            var (north, east) = Shift(guess);
            guess = new GeoPoint(gcj02.Lat - north, gcj02.Lon - east);
        }

        return guess;
    }

    private static bool IsShifted(GeoPoint point) => point.Lat is >= 0.8293 and <= 55.8271 && point.Lon is >= 72.004 and <= 137.8347;

    private static (double North, double East) Shift(GeoPoint point)
    {
        var (x, y) = (point.Lon - 105.0, point.Lat - 35.0);
        var latitude = point.Lat * Math.PI / 180.0;
        var magic = 1 - (EccentricitySquared * Math.Sin(latitude) * Math.Sin(latitude));
        var meridian = SemiMajorAxis * (1 - EccentricitySquared) / (magic * Math.Sqrt(magic));
        var parallel = SemiMajorAxis / Math.Sqrt(magic) * Math.Cos(latitude);
        return (Degrees(NorthMetres(x, y), meridian), Degrees(EastMetres(x, y), parallel));
    }

    private static double Degrees(double metres, double radius) => metres * 180.0 / (radius * Math.PI);

    private static double NorthMetres(double x, double y) =>
        -100.0 + (2.0 * x) + (3.0 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
        + Waves(20.0, x * 6.0, 20.0, x * 2.0)
        + Waves(20.0, y, 40.0, y / 3.0)
        + Waves(160.0, y / 12.0, 320.0, y / 30.0);

    private static double EastMetres(double x, double y) =>
        300.0 + x + (2.0 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
        + Waves(20.0, x * 6.0, 20.0, x * 2.0)
        + Waves(20.0, x, 40.0, x / 3.0)
        + Waves(150.0, x / 12.0, 300.0, x / 30.0);

    private static double Waves(double height1, double turns1, double height2, double turns2) =>
        ((height1 * Math.Sin(turns1 * Math.PI)) + (height2 * Math.Sin(turns2 * Math.PI))) * 2.0 / 3.0;
}
