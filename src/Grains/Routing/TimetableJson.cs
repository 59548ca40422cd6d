using System.Globalization;
using Dispatch.Contracts;

namespace Dispatch.Grains.Routing;

/// <summary>Reads <c>timetables: { "name": [ { "days": ["mon-fri", "sun"], "from": "08:00", "to": "18:00" } ] }</c>.</summary>
internal static class TimetableJson
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static void Read(CheckedJson root, Dictionary<string, WeeklyTimetable> timetables)
    {
        foreach (var (name, _) in root.Entries("timetables"))
        {
            var spans = new List<TimetableSpan>();
            foreach (var json in root.Member("timetables").Items(name))
            {
                spans.AddRange(Spans(json));
            }

            if (!timetables.TryAdd(name, WeeklyTimetable.Of(spans)))
            {
                root.Member("timetables").Fault(name, "\"always\" and \"never\" are there already");
            }
        }
    }

    private static IEnumerable<TimetableSpan> Spans(CheckedJson json)
    {
        if (!json.IsObjectOf("days", "from", "to"))
        {
            return [];
        }

        var (from, to) = (Time(json, "from"), Time(json, "to"));
        var days = json.Items("days").SelectMany(DaysOf).ToList();
        if (days.Count == 0)
        {
            json.Fault("days", "names no day");
        }

        if (from is not { } start || to is not { } end)
        {
            return [];
        }

        if (!new TimetableSpan(default, start, end).IsWellFormed)
        {
            json.Fault("to", "must be another time than from, after 00:00 and not after 24:00, and from must be before 24:00");
            return [];
        }

        return days.Select(day => new TimetableSpan(day, start, end));
    }

    private static IEnumerable<DayOfWeek> DaysOf(CheckedJson json)
    {
        var text = json.Text(Text.MaxLength);
        var ends = text.Split('-');
        var (first, last) = (Array.IndexOf(Days, ends[0]), Array.IndexOf(Days, ends[^1]));
        if (first < 0 || last < 0 || ends.Length > 2)
        {
            json.Fault($"must be a day such as \"mon\" or a run of days such as \"mon-fri\", not \"{text}\"");
            return [];
        }

        return Enumerable.Range(first, ((last - first + 7) % 7) + 1).Select(day => (DayOfWeek)(day % 7));
    }

    private static TimeSpan? Time(CheckedJson json, string member)
    {
        var text = json.Text(member, Text.MaxLength);
        if (text == "24:00")
        {
            return TimeSpan.FromDays(1);
        }

        if (TimeSpan.TryParseExact(text, "hh\\:mm", CultureInfo.InvariantCulture, out var time))
        {
            return time;
        }

        if (text.Length > 0)
        {
            json.Fault(member, $"must be a time such as \"08:30\", not \"{text}\"");
        }

        return null;
    }
}
