using CsCheck;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Tests.Routing;

public sealed class Gcj02Tests
{
    private const double MetresPerDegree = 111_320;

    // The shifted box less a margin of about 2 km, within which a shift may cross its edge.
    private static readonly Gen<GeoPoint> InChina =
        Gen.Double[0.85, 55.80].Select(Gen.Double[72.03, 137.81], (lat, lon) => new GeoPoint(lat, lon));

    private static readonly Gen<GeoPoint> OutsideChina = Gen.OneOf(
        Gen.Double[-90, 90].Select(Gen.Double[-180, 72], (lat, lon) => new GeoPoint(lat, lon)),
        Gen.Double[-90, 0.829].Select(Gen.Double[-180, 180], (lat, lon) => new GeoPoint(lat, lon)),
        Gen.Double[55.83, 90].Select(Gen.Double[-180, 180], (lat, lon) => new GeoPoint(lat, lon)));

    [Fact]
    public void There_and_back_errs_by_less_than_a_tenth_of_a_metre() =>
        InChina.Sample(point => Metres(point, Gcj02.ToWgs84(Gcj02.FromWgs84(point))) < 0.1, iter: 10_000);

    [Fact]
    public void Back_and_there_errs_by_less_than_a_tenth_of_a_metre() =>
        InChina.Sample(point => Metres(point, Gcj02.FromWgs84(Gcj02.ToWgs84(point))) < 0.1, iter: 10_000);

    [Fact]
    public void Outside_China_nothing_is_shifted() => OutsideChina.Sample(
        point => Gcj02.FromWgs84(point) == point && Gcj02.ToWgs84(point) == point, iter: 10_000);

    // Published vectors of the open-source reconstruction (googollee/eviltransform).
    [Theory]
    [InlineData(31.1774276, 121.5272106, 31.17530398364597, 121.531541859215)]
    [InlineData(22.543847, 113.912316, 22.540796131694766, 113.9171764808363)]
    [InlineData(39.911954, 116.377817, 39.91334545536069, 116.38404722455657)]
    public void Known_points_are_shifted_as_published(double lat, double lon, double gcjLat, double gcjLon) =>
        Assert.InRange(Metres(Gcj02.FromWgs84(new GeoPoint(lat, lon)), new GeoPoint(gcjLat, gcjLon)), 0, 0.1);

    private static double Metres(GeoPoint one, GeoPoint other)
    {
        var north = (one.Lat - other.Lat) * MetresPerDegree;
        var east = (one.Lon - other.Lon) * MetresPerDegree * Math.Cos(one.Lat * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }
}
