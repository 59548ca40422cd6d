using System.Collections.Immutable;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Clocks;

/// <summary>
/// One calendar as an author writes it: <c>{id, zone, week: {mon: ["08:30-12:00", …], …}, holidays, coveredYears,
/// holidayFiles, proposed}</c>, the last four optional.
/// </summary>
internal static class CalendarDefinition
{
    private const int LongestName = 64;

    private static readonly (string Key, DayOfWeek Day)[] Days =
    [
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday),
    ];

    /// <summary>The calendar, or null when it or a file that it names has a fault.</summary>
    public static WorkCalendar? Read(CheckedJson json, IReadOnlyDictionary<string, HolidayFile?> files)
    {
        var before = json.Faults.Count;
        if (!json.IsObjectOf("id", "zone", "week", "holidays", "coveredYears", "holidayFiles", "proposed"))
            return null;
        var id = json.Text("id", LongestName);
        var zone = ReadZone(json);
        var week = ReadWeek(json);
        var isProposed = json.Flag("proposed", otherwise: false);
        var isOff = new Dictionary<DateOnly, bool>();
        var years = new SortedSet<int>();
        foreach (var item in json.Items("holidays"))
        {
            if (item.AsDate() is { } date && !isOff.TryAdd(date, true))
                item.Fault($"{date:yyyy-MM-dd} is listed twice");
        }

        foreach (var item in json.Items("coveredYears"))
        {
            if (item.AsYear() is { } year && !years.Add(year))
                item.Fault($"{year} is listed twice");
        }

        foreach (var item in json.Items("holidayFiles"))
            ReadHolidayFile(item, files, isOff, years);
        if (json.Faults.Count != before || zone is null || week is null)
            return null;
        return new WorkCalendar(id, zone, week, DatesThatAre(true), DatesThatAre(false), years) { IsProposed = isProposed };

        IEnumerable<DateOnly> DatesThatAre(bool off) => isOff.Where(day => day.Value == off).Select(day => day.Key);
    }

    private static TimeZoneInfo? ReadZone(CheckedJson json)
    {
        var name = json.Text("zone", LongestName);
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId)
            return zone;
        if (name.Length > 0)
            json.Fault("zone", $"\"{name}\" is not a time zone that this machine knows, such as Asia/Shanghai");
        return null;
    }

    private static WorkWeek? ReadWeek(CheckedJson calendar)
    {
        if (!calendar.Has("week"))
        {
            calendar.Fault("week", "is missing");
            return null;
        }

        var (json, before) = (calendar.Member("week"), calendar.Faults.Count);
        if (!json.IsObjectOf("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
            return null;
        var days = new Dictionary<DayOfWeek, ImmutableArray<WorkHours>>();
        foreach (var (key, day) in Days)
        {
            var spans = ImmutableArray.CreateBuilder<WorkHours>();
            foreach (var item in json.Items(key))
                ReadSpan(item, spans);
            days[day] = spans.ToImmutable();
        }

        if (json.Faults.Count != before)
            return null;
        if (days.Values.Any(spans => !spans.IsEmpty))
            return new WorkWeek(days);
        json.Fault("has no working hours on any day");
        return null;
    }

    private static void ReadSpan(CheckedJson item, ImmutableArray<WorkHours>.Builder spans)
    {
        var text = item.Text(LongestName);
        if (text.Length == 0)
            return;
        if (!WorkHours.TryParse(text, out var hours))
            item.Fault($"\"{text}\" is not a span of hours such as 08:30-12:00");
        else if (spans.Count > 0 && hours.FromMinute < spans[^1].ToMinute)
            item.Fault($"{hours} starts before {spans[^1]} ends; spans of a day are in order and apart");
        else
            spans.Add(hours);
    }

    private static void ReadHolidayFile(
        CheckedJson json, IReadOnlyDictionary<string, HolidayFile?> files, Dictionary<DateOnly, bool> isOff, SortedSet<int> years)
    {
        var name = json.Text(LongestName);
        if (name.Length == 0)
            return;
        if (!files.TryGetValue(name, out var file))
        {
            json.Fault($"no holiday file \"{name}\" lies beside this file");
            return;
        }

        if (file is null)
        {
            json.Fault($"\"{name}\" has faults of its own");
            return;
        }

        years.Add(file.Year);
        foreach (var (date, off) in file.IsOffDay)
        {
            if (!isOff.TryAdd(date, off) && isOff[date] != off)
                json.Fault($"{date:yyyy-MM-dd} is a holiday in one place and works in another");
        }
    }
}
