using System.Collections.Immutable;
using System.Text.Json;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Clocks;

/// <summary>What reading calendars gave.</summary>
/// <param name="Calendars">The calendars without a fault, by id.</param>
/// <param name="Faults">Everything that is wrong, in order of files and places; empty when all is well.</param>
public sealed record CalendarSet(ImmutableSortedDictionary<string, WorkCalendar> Calendars, ImmutableArray<Fault> Faults);

/// <summary>
/// Reads calendars from definitions in JSON, and holidays from files in the format of <c>holiday-cn</c>. Whatever the author
/// of a file got wrong is a fault in the answer, never an exception.
/// </summary>
public static class CalendarFiles
{
    /// <summary>No calendar file is larger than this, in bytes.</summary>
    public const int MaxFileBytes = 256 * 1024;

    /// <summary>
    /// Reads every definition (a <c>*.json</c> that is not a holiday file) in a folder, with the holiday files beside it.
    /// </summary>
    public static CalendarSet ReadFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new(
                ImmutableSortedDictionary<string, WorkCalendar>.Empty,
                [new Fault(folder, "there is no such folder of calendars")]);
        }

        var (texts, faults) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<Fault>());
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (new FileInfo(path).Length > MaxFileBytes)
                faults.Add(new(Path.GetFileName(path), $"is larger than {MaxFileBytes} bytes"));
            else
                texts[Path.GetFileName(path)] = File.ReadAllText(path);
        }

        var read = Read(texts);
        return read with { Faults = [.. faults, .. read.Faults] };
    }

    /// <summary>Reads definitions and the holiday files that they name from their texts, by file name.</summary>
    public static CalendarSet Read(IReadOnlyDictionary<string, string> texts)
    {
        var faults = new List<Fault>();
        var documents = new SortedDictionary<string, JsonDocument>(StringComparer.Ordinal);
        try
        {
            foreach (var (name, text) in texts)
            {
                if (CheckedJson.Parse(name, text, faults) is { } document)
                    documents[name] = document;
            }

            return new(Calendars(documents, faults), [.. faults.OrderBy(fault => fault.Path, StringComparer.Ordinal)]);
        }
        finally
        {
            foreach (var document in documents.Values)
                document.Dispose();
        }
    }

    private static ImmutableSortedDictionary<string, WorkCalendar> Calendars(
        SortedDictionary<string, JsonDocument> documents, List<Fault> faults)
    {
        var files = documents.ToDictionary(
            file => file.Key, file => new CheckedJson(file.Value.RootElement, $"{file.Key}/", faults), StringComparer.Ordinal);
        var holidays = files.Where(file => HolidayFile.Is(file.Value))
            .ToDictionary(file => file.Key, file => HolidayFile.Read(file.Value), StringComparer.Ordinal);
        var calendars = ImmutableSortedDictionary.CreateBuilder<string, WorkCalendar>(StringComparer.Ordinal);
        foreach (var name in documents.Keys)
        {
            if (holidays.ContainsKey(name) || CalendarDefinition.Read(files[name], holidays) is not { } calendar)
                continue;
            if (!calendars.TryAdd(calendar.Id, calendar))
                files[name].Fault("id", $"another file here defines \"{calendar.Id}\" already");
        }

        return calendars.ToImmutable();
    }
}
