using System.Collections.Immutable;

namespace Dispatch.Grains.Clocks;

/// <summary>
/// One calendar as an author writes it: <c>{id, zone, week: {mon: ["08:30-12:00", …], …}, holidays, coveredYears,
/// holidayFiles, proposed}</c>, the last four optional.
/// </summary>
internal static class CalendarDefinition
{
    private const int LongestName = 64;
    private const int MostDates = 4_000;
    private const int MostSpans = 24;

    private static readonly (string Key, DayOfWeek Day)[] Days =
    [
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday),
    ];

    /// <summary>The calendar, or null when it or a file that it names has a fault.</summary>
    public static WorkCalendar? Read(
        FaultyJson json, IReadOnlyDictionary<string, HolidayFile?> files, List<CalendarFault> faults)
    {
        var before = faults.Count;
        json.Allow("id", "zone", "week", "holidays", "coveredYears", "holidayFiles", "proposed");
        var id = json.Required("id")?.Text(LongestName);
        var zone = json.Required("zone") is { } zoneName ? ReadZone(zoneName) : null;
        var week = json.Required("week") is { } weekHours && weekHours.IsObject() ? ReadWeek(weekHours, faults) : null;
        var isProposed = json.Optional("proposed")?.Flag() ?? false;
        var isOff = new Dictionary<DateOnly, bool>();
        var years = new SortedSet<int>();
        foreach (var item in json.Optional("holidays")?.Items(MostDates) ?? [])
        {
            if (item.Date() is { } date && !isOff.TryAdd(date, true))
                item.Fault($"{date:yyyy-MM-dd} is listed twice.");
        }

        foreach (var item in json.Optional("coveredYears")?.Items(MostDates) ?? [])
        {
            if (item.Year() is { } year && !years.Add(year))
                item.Fault($"{year} is listed twice.");
        }

        var broken = false;
        foreach (var item in json.Optional("holidayFiles")?.Items(MostDates) ?? [])
            broken |= !ReadHolidayFile(item, files, isOff, years);
        if (broken || faults.Count != before || id is null || zone is null || week is null)
            return null;
        return new WorkCalendar(id, zone, week, DatesThatAre(true), DatesThatAre(false), years) { IsProposed = isProposed };

        IEnumerable<DateOnly> DatesThatAre(bool off) => isOff.Where(day => day.Value == off).Select(day => day.Key);
    }

    private static TimeZoneInfo? ReadZone(FaultyJson json)
    {
        if (json.Text(LongestName) is not { } name)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId)
            return zone;
        json.Fault($"'{name}' is not a time zone that this machine knows, such as Asia/Shanghai.");
        return null;
    }

    private static WorkWeek? ReadWeek(FaultyJson json, List<CalendarFault> faults)
    {
        var before = faults.Count;
        json.Allow("mon", "tue", "wed", "thu", "fri", "sat", "sun");
        var days = new Dictionary<DayOfWeek, ImmutableArray<WorkHours>>();
        foreach (var (key, day) in Days)
        {
            if (json.Optional(key) is not { } list)
                continue;
            var spans = ImmutableArray.CreateBuilder<WorkHours>();
            foreach (var item in list.Items(MostSpans))
            {
                if (item.Text(LongestName) is not { } text)
                    continue;
                if (!WorkHours.TryParse(text, out var hours))
                    item.Fault($"'{text}' is not a span of hours such as 08:30-12:00.");
                else if (spans.Count > 0 && hours.FromMinute < spans[^1].ToMinute)
                    item.Fault($"{hours} starts before {spans[^1]} ends; spans of a day are in order and apart.");
                else
                    spans.Add(hours);
            }

            days[day] = spans.ToImmutable();
        }

        if (faults.Count != before)
            return null;
        if (days.Values.Any(spans => !spans.IsEmpty))
            return new WorkWeek(days);
        json.Fault("A week has working hours on one day at least.");
        return null;
    }

    private static bool ReadHolidayFile(
        FaultyJson json,
        IReadOnlyDictionary<string, HolidayFile?> files,
        Dictionary<DateOnly, bool> isOff,
        SortedSet<int> years)
    {
        if (json.Text(LongestName) is not { } name)
            return false;
        if (!files.TryGetValue(name, out var file))
        {
            json.Fault($"No holiday file '{name}' lies beside this file.");
            return false;
        }

        if (file is null)
        {
            json.Fault($"'{name}' has faults of its own.");
            return false;
        }

        years.Add(file.Year);
        foreach (var (date, off) in file.IsOffDay)
        {
            if (!isOff.TryAdd(date, off) && isOff[date] != off)
                json.Fault($"{date:yyyy-MM-dd} is a holiday in one place and works in another.");
        }

        return true;
    }
}
