namespace Dispatch.Grains.Decoration;

/// <summary>Days in the time of a street. Pure.</summary>
internal static class DecorationDays
{
    /// <summary>When a day begins.</summary>
    public static DateTimeOffset Begins(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The last millisecond of a day.</summary>
    public static DateTimeOffset Ends(DateOnly day, TimeZoneInfo zone) => Begins(day.AddDays(1), zone).AddMilliseconds(-1);

    /// <summary>Whether a day can be reckoned with: from 2000 to 2099.</summary>
    public static bool IsSensible(DateOnly day) => day.Year is >= 2000 and <= 2099;
}
