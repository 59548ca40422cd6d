namespace Dispatch.Simulator;

/// <summary>How busy a city is by the hour: mornings and afternoons most, evenings some, nights hardly.</summary>
public static class DayRhythm
{
    private static readonly double[] ByHour =
    [
        0.15, 0.10, 0.08, 0.08, 0.10, 0.20, 0.50, 1.10, 2.00, 2.40, 2.20, 1.50,
        0.90, 1.30, 1.90, 2.10, 1.90, 1.40, 1.10, 1.00, 0.90, 0.60, 0.35, 0.20,
    ];

    private static readonly double Busiest = ByHour.Max();
    private static readonly double Mean = ByHour.Average();

    /// <summary>Whether an hour belongs to the night, when other things are reported and fewer people are at work.</summary>
    public static bool IsNight(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).Hour is >= 20 or < 7;

    /// <summary>
    /// The next report after an instant: arrivals without memory whose rate follows the hour, drawn by thinning those of the busiest
    /// hour.
    /// </summary>
    /// <param name="from">The last one.</param>
    /// <param name="perDay">Reports in a working day; a weekend has seven of ten.</param>
    /// <param name="zone">The city's time zone.</param>
    /// <param name="dice">Chance.</param>
    public static DateTimeOffset Next(DateTimeOffset from, double perDay, TimeZoneInfo zone, Dice dice)
    {
        var busiestPerHour = perDay / 24 * Busiest / Mean;
        for (var at = from; ;)
        {
            at += TimeSpan.FromMilliseconds(Math.Ceiling(-Math.Log(1 - dice.Share()) / busiestPerHour * 3_600_000));
            if (dice.Chance(Weight(TimeZoneInfo.ConvertTime(at, zone)) / Busiest))
            {
                return at;
            }
        }
    }

    private static double Weight(DateTimeOffset local) => ByHour[local.Hour] * (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.7 : 1);
}
