namespace Dispatch.Grains.Clocks;

/// <summary>
/// One year of holidays in the format of <c>holiday-cn</c>: <c>year</c>, and <c>days</c> with <c>name</c>, <c>date</c> and
/// <c>isOffDay</c>, of which false is a weekend that works. The other properties of that format are ignored.
/// </summary>
internal sealed record HolidayFile(int Year, IReadOnlyDictionary<DateOnly, bool> IsOffDay)
{
    private const int MostDays = 400;

    public static bool Is(FaultyJson json) => json.Has("days");

    /// <summary>The file, or null when it has a fault.</summary>
    public static HolidayFile? Read(FaultyJson json, List<CalendarFault> faults)
    {
        var before = faults.Count;
        json.Allow("$schema", "$id", "papers", "year", "days");
        var year = json.Required("year")?.Year();
        var days = new Dictionary<DateOnly, bool>();
        foreach (var day in json.Required("days")?.Items(MostDays) ?? [])
        {
            if (!day.IsObject())
                continue;
            day.Allow("name", "date", "isOffDay");
            if (day.Required("date")?.Date() is not { } date || day.Required("isOffDay")?.Flag() is not { } isOff)
                continue;
            if (!days.TryAdd(date, isOff))
                day.Fault($"{date:yyyy-MM-dd} is listed twice.");
            else if (year is { } own && date.Year != own && date.Year != own - 1)
                day.Fault($"{date:yyyy-MM-dd} is outside the year {year} and the end of the year before.");
        }

        return faults.Count == before && year is { } covered ? new HolidayFile(covered, days) : null;
    }
}
