using System.Collections.Immutable;

namespace Dispatch.Grains.Clocks;

/// <summary>One thing wrong with a calendar definition.</summary>
/// <param name="Path">The file and the place in it: <c>xiashi.json#/week/mon/0</c>.</param>
/// <param name="Message">A sentence that says what is wrong and what would be right.</param>
public readonly record struct CalendarFault(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}

/// <summary>What reading calendars gave.</summary>
/// <param name="Calendars">The calendars without a fault, by id.</param>
/// <param name="Faults">Everything that is wrong, in order of files and places; empty when all is well.</param>
public sealed record CalendarSet(ImmutableSortedDictionary<string, WorkCalendar> Calendars, ImmutableArray<CalendarFault> Faults);

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
                [new CalendarFault(folder, "There is no such folder of calendars.")]);
        }

        var (texts, faults) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<CalendarFault>());
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (new FileInfo(path).Length > MaxFileBytes)
                faults.Add(new(Path.GetFileName(path), $"The file is larger than {MaxFileBytes} bytes."));
            else
                texts[Path.GetFileName(path)] = File.ReadAllText(path);
        }

        var read = Read(texts);
        return read with { Faults = [.. faults, .. read.Faults] };
    }

    /// <summary>Reads definitions and the holiday files that they name from their texts, by file name.</summary>
    public static CalendarSet Read(IReadOnlyDictionary<string, string> texts)
    {
        var faults = new List<CalendarFault>();
        var documents = new SortedDictionary<string, FaultyJson>(StringComparer.Ordinal);
        foreach (var (name, text) in texts)
        {
            if (FaultyJson.Open(name, text, faults) is { } document)
                documents[name] = document;
        }

        var holidays = documents.Where(file => HolidayFile.Is(file.Value))
            .ToDictionary(file => file.Key, file => HolidayFile.Read(file.Value, faults), StringComparer.Ordinal);
        var calendars = ImmutableSortedDictionary.CreateBuilder<string, WorkCalendar>(StringComparer.Ordinal);
        foreach (var (name, document) in documents)
        {
            if (holidays.ContainsKey(name) || CalendarDefinition.Read(document, holidays, faults) is not { } calendar)
                continue;
            if (!calendars.TryAdd(calendar.Id, calendar))
                faults.Add(new($"{name}#/id", $"Another file here defines '{calendar.Id}' already."));
        }

        return new(calendars.ToImmutable(), [.. faults.OrderBy(fault => fault.Path, StringComparer.Ordinal)]);
    }
}
