using System.Collections.Immutable;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Clocks;

/// <summary>
/// The reference: for each minute of a year it asks the zone for the wall clock and the wall clock for the hours, and
/// counts minute by minute. Too slow for anything but to be right.
/// </summary>
internal sealed class NaiveCalendar
{
    public const int Minutes = 380 * 24 * 60;

    public static readonly DateTimeOffset Origin = new(2014, 12, 25, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Zones =
    [
        "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata",
    ];

    private readonly bool[] _works;

    private NaiveCalendar(WorkCalendar fast, string weekday, string saturday, string sunday, HashSet<DateOnly> off, HashSet<DateOnly> on)
    {
        Fast = fast;
        _works = new bool[Minutes];
        var hours = new[] { weekday, saturday, sunday }.Select(text => TestCalendars.Hours(text).ToArray()).ToArray();
        for (var i = 0; i < Minutes; i++)
        {
            var utc = Origin.AddMinutes(i).UtcDateTime;
            var local = utc + fast.Zone.GetUtcOffset(utc);
            var date = DateOnly.FromDateTime(local);
            var day = on.Contains(date) ? 0 : local.DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 };
            var minute = (local.Hour * 60) + local.Minute;
            _works[i] = !off.Contains(date) && hours[day].Any(span => minute >= span.FromMinute && minute < span.ToMinute);
        }
    }

    public WorkCalendar Fast { get; }

    /// <summary>Twelve made-up offices with their references.</summary>
    public static ImmutableArray<NaiveCalendar> Offices { get; } = MakeOffices();

    public bool IsWorking(int minute) => _works[minute];

    public int Measure(int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            count += _works[i] ? 1 : 0;
        return count;
    }

    public int? Advance(int from, int minutes, UsedUpAt usedUpAt)
    {
        if (minutes == 0 && usedUpAt == UsedUpAt.SpanEnd)
            return from;
        var count = 0;
        for (var i = from; i < Minutes; i++)
        {
            if (!_works[i])
                continue;
            if (count == minutes)
                return i;
            count++;
            if (count == minutes && usedUpAt == UsedUpAt.SpanEnd)
                return i + 1;
        }

        return null;
    }

    private static ImmutableArray<NaiveCalendar> MakeOffices() =>
        [.. Enumerable.Range(0, 12).Select(i => MakeOffice(Zones[i % Zones.Length], new Random(i)))];

    private static NaiveCalendar MakeOffice(string zone, Random random)
    {
        // More weekdays than weekend days have the same hours, so theirs are those of a make-up day.
        var weekday = Spans(random) is { Length: > 0 } spans ? spans : "00:00-24:00";
        var (saturday, sunday) = (Spans(random), Spans(random));
        var (off, on) = (Dates(random), Dates(random));
        on.ExceptWith(off);
        var week = TestCalendars.Week(weekday, saturday, sunday);
        var fast = new WorkCalendar("office", TestCalendars.Zone(zone), week, off, on, [2015]);
        return new NaiveCalendar(fast, weekday, saturday, sunday, off, on);
    }

    private static HashSet<DateOnly> Dates(Random random) =>
        [.. Enumerable.Range(0, 15).Select(_ => DateOnly.FromDateTime(Origin.UtcDateTime).AddDays(random.Next(380)))];

    private static string Spans(Random random) => string.Join(',', Enumerable.Range(0, random.Next(7))
        .Select(_ => random.Next(289) * 5).Distinct().Order().Chunk(2)
        .Where(pair => pair.Length == 2).Select(pair => new WorkHours(pair[0], pair[1])));
}
