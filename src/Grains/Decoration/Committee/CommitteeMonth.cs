using System.Globalization;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>A month and its quarter, in the time of a street.</summary>
/// <param name="First">The first day of the month.</param>
/// <param name="Zone">The street's time zone.</param>
public sealed record CommitteeMonth(DateOnly First, TimeZoneInfo Zone)
{
    /// <summary>The first instant of the month.</summary>
    public DateTimeOffset From => DecorationDays.Begins(First, Zone);

    /// <summary>The first instant after the month.</summary>
    public DateTimeOffset To => DecorationDays.Begins(First.AddMonths(1), Zone);

    /// <summary>The first instant of the quarter.</summary>
    public DateTimeOffset QuarterFrom => DecorationDays.Begins(FirstOfQuarter, Zone);

    /// <summary>The first instant after the quarter.</summary>
    public DateTimeOffset QuarterTo => DecorationDays.Begins(FirstOfQuarter.AddMonths(3), Zone);

    /// <summary><c>2026-03</c>.</summary>
    public string Name => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary><c>2026-Q1</c>.</summary>
    public string Quarter => string.Create(CultureInfo.InvariantCulture, $"{First.Year:D4}-Q{((First.Month - 1) / 3) + 1}");

    /// <summary>Whether an instant lies in the quarter.</summary>
    public bool QuarterHolds(DateTimeOffset at) => QuarterFrom <= at && at < QuarterTo;

    private DateOnly FirstOfQuarter => new(First.Year, First.Month - ((First.Month - 1) % 3), 1);

    /// <summary>The month that an instant lies in.</summary>
    public static CommitteeMonth At(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return new CommitteeMonth(new DateOnly(local.Year, local.Month, 1), zone);
    }

    /// <summary>Whether an instant lies in the month.</summary>
    public bool Holds(DateTimeOffset at) => From <= at && at < To;

    /// <summary>Whether a day lies in the month.</summary>
    public bool Holds(DateOnly day) => day.Year == First.Year && day.Month == First.Month;
}
