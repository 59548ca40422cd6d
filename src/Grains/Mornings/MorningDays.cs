using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Mornings;

/// <summary>The local days that a morning tells of.</summary>
/// <param name="Day">The day.</param>
/// <param name="Since">The midnight of the working day before, so that a Monday tells of Friday and the weekend.</param>
/// <param name="From">The day's own midnight.</param>
/// <param name="To">The midnight after it.</param>
public sealed record MorningDays(DateOnly Day, DateTimeOffset Since, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>No holidays are longer, in days; before a calendar without any working day yesterday is the day before.</summary>
    private const int LongestHolidays = 16;

    /// <summary>Those of a day, or of today.</summary>
    /// <param name="now">City time.</param>
    /// <param name="day">Which; null for today.</param>
    /// <param name="calendar">The street's.</param>
    public static MorningDays Of(DateTimeOffset now, DateOnly? day, WorkCalendar calendar)
    {
        var local = day ?? Today(now, calendar.Zone);
        var before = Enumerable.Range(1, LongestHolidays).Select(back => local.AddDays(-back)).FirstOrDefault(calendar.IsWorkingDay, local.AddDays(-1));
        return new MorningDays(local, Midnight(before, calendar.Zone), Midnight(local, calendar.Zone), Midnight(local.AddDays(1), calendar.Zone));
    }

    /// <summary>The local day of an instant.</summary>
    public static DateOnly Today(DateTimeOffset now, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
