using System.Text.Json;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Clocks;

/// <summary>
/// One year of holidays in the format of <c>holiday-cn</c>: <c>year</c>, and <c>days</c> with <c>name</c>, <c>date</c> and
/// <c>isOffDay</c>, of which false is a weekend that works. The other properties of that format are ignored.
/// </summary>
internal sealed record HolidayFile(int Year, IReadOnlyDictionary<DateOnly, bool> IsOffDay)
{
    public static bool Is(CheckedJson json) => json.Element.ValueKind == JsonValueKind.Object && json.Has("days");

    /// <summary>The file, or null when it has a fault.</summary>
    public static HolidayFile? Read(CheckedJson json)
    {
        var before = json.Faults.Count;
        json.IsObjectOf("$schema", "$id", "papers", "year", "days");
        var year = json.Year("year");
        var days = new Dictionary<DateOnly, bool>();
        foreach (var day in json.Items("days"))
        {
            if (!day.IsObjectOf("name", "date", "isOffDay") || day.Date("date") is not { } date)
                continue;
            if (!day.Has("isOffDay"))
                day.Fault("isOffDay", "is missing");
            else if (!days.TryAdd(date, day.Flag("isOffDay", otherwise: true)))
                day.Fault("date", $"{date:yyyy-MM-dd} is listed twice");
            else if (year is { } own && date.Year != own && date.Year != own - 1)
                day.Fault("date", $"{date:yyyy-MM-dd} is outside the year {year} and the end of the year before");
        }

        return json.Faults.Count == before && year is { } covered ? new HolidayFile(covered, days) : null;
    }
}
