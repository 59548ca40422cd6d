using System.Collections.Immutable;
using System.Globalization;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Clocks;

/// <summary>The sample calendars, and some that no office would have.</summary>
internal static class TestCalendars
{
    public static string Root { get; } = FindRoot();

    public static string SharedData { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));

    public static WorkCalendar Xiashi { get; } = Sample("xiashi");

    public static WorkCalendar Boston { get; } = Sample("boston");

    /// <summary>Works round the clock where hours are skipped and repeated.</summary>
    public static WorkCalendar Always { get; } = new(
        "always", Zone("America/New_York"), Week("00:00-24:00", "00:00-24:00", "00:00-24:00"), [], [], [2015]);

    /// <summary>Works at night, across the hours that are skipped and repeated, by half an hour.</summary>
    public static WorkCalendar Night { get; } = new(
        "night", Zone("Australia/Lord_Howe"), Week("00:00-01:45,22:15-24:00", "01:30-02:30", "01:15-01:50,23:00-23:05"), [], [], [2015]);

    public static ImmutableArray<WorkCalendar> All { get; } = [Xiashi, Boston, Always, Night];

    public static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    public static WorkWeek Week(string weekday, string saturday, string sunday) => new(
        Enum.GetValues<DayOfWeek>().ToDictionary(day => day, day => Hours(day switch
        {
            DayOfWeek.Saturday => saturday,
            DayOfWeek.Sunday => sunday,
            _ => weekday,
        })));

    public static ImmutableArray<WorkHours> Hours(string spans) =>
    [
        .. spans.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(
            span => WorkHours.TryParse(span, out var hours) ? hours : throw new FormatException(span)),
    ];

    /// <summary>A wall-clock reading of the calendar's zone as an instant, the earlier one if it comes twice.</summary>
    public static DateTimeOffset At(this WorkCalendar calendar, string local)
    {
        var reading = DateTime.Parse(local, CultureInfo.InvariantCulture);
        var offset = calendar.Zone.IsAmbiguousTime(reading)
            ? calendar.Zone.GetAmbiguousTimeOffsets(reading).Max()
            : calendar.Zone.GetUtcOffset(reading);
        return new DateTimeOffset(reading, offset).ToUniversalTime();
    }

    /// <summary>The wall-clock reading of an instant, in the form that <see cref="At"/> reads.</summary>
    public static string Local(this WorkCalendar calendar, DateTimeOffset? instant) => instant is { } at
        ? TimeZoneInfo.ConvertTime(at, calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : "none";

    public static string SharedFile(string name)
    {
        var path = Path.Combine(SharedData, name);
        Assert.SkipUnless(File.Exists(path), $"../shared/data/{name} is not there.");
        return path;
    }

    private static WorkCalendar Sample(string street)
    {
        var read = CalendarFiles.ReadFolder(Path.Combine(Root, "samples", street, "calendars"));
        return read.Faults.IsEmpty ? read.Calendars[street] : throw new InvalidDataException(string.Join('\n', read.Faults));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dispatch.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Dispatch.sln lies in no folder above the tests.");
    }
}
