using System.Globalization;
using CsvHelper;
using Dispatch.Contracts;

namespace Dispatch.Hub.Sources;

/// <summary>A line of a file as a report.</summary>
/// <param name="Line">Where it begins, counted from 1 with the header.</param>
/// <param name="Report">What it says.</param>
internal sealed record ImportLine(int Line, ExternalReport Report);

/// <summary>A line of a file that cannot be taken.</summary>
/// <param name="Line">Where it begins, counted from 1 with the header.</param>
/// <param name="Code">What is wrong, kebab-case, stable, for programs.</param>
/// <param name="Detail">One sentence that says what to do, for people.</param>
public sealed record LineFault(int Line, string Code, string Detail);

/// <summary>Reads a CSV file of another system by the headers that the pack gives its fields. Every bad line is named; none is mended.</summary>
internal sealed class ImportFile
{
    /// <summary>The most lines beside the header.</summary>
    public const int MostLines = 1_000;

    private static readonly string[] Needed = ["number", "type"];

    private static readonly string[] Times =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy/M/d HH:mm:ss", "yyyy/M/d H:mm:ss", "yyyy/M/d HH:mm", "yyyy/M/d H:mm",
    ];

    private readonly List<ImportLine> _lines = [];
    private readonly List<LineFault> _faults = [];

    private ImportFile()
    {
    }

    /// <summary>What could be read, in the order of the file.</summary>
    public IReadOnlyList<ImportLine> Lines => _lines;

    /// <summary>What could not.</summary>
    public IReadOnlyList<LineFault> Faults => _faults;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The CSV.</param>
    /// <param name="columns">The header of each field.</param>
    /// <param name="zone">The zone of local times.</param>
    public static ImportFile Read(string text, IReadOnlyDictionary<string, string> columns, TimeZoneInfo zone)
    {
        var file = new ImportFile();
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = bad => file.Fault((int)bad.LineNumber, "malformed-line", "The line is no CSV of this header: a stray quote, or another count of fields."),
        });
        try
        {
            file.Read(csv, columns, zone);
        }
        catch (CsvFormatException bad)
        {
            file.Fault(Math.Max(1, (int)bad.LineNumber), "malformed-line", "From this line on the file is no CSV; correct the quotes.");
        }

        return file;
    }

    private void Read(CsvReader csv, IReadOnlyDictionary<string, string> columns, TimeZoneInfo zone)
    {
        var places = columns.ToDictionary(column => column.Key, column => csv.TryGetFieldIndex(column.Value, out var index) ? index : -1);
        if (Needed.Where(field => places[field] < 0).Select(field => columns[field]).ToList() is { Count: > 0 } missing)
        {
            Fault(1, "missing-column", $"The first line lacks {string.Join(", ", missing)}; the pack's source names the headers.");
            return;
        }

        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (_lines.Count + _faults.Count >= MostLines)
            {
                Fault(line, "too-many-lines", $"A file holds {MostLines} lines at most beside the header; send the rest in another.");
                return;
            }

            if (Row(csv, places, zone, line) is not { } report)
            {
                continue;
            }

            if (!numbers.TryAdd(report.Number, line))
            {
                Fault(line, "duplicate-number", $"Line {numbers[report.Number]} has this number already; leave one of them.");
                continue;
            }

            _lines.Add(new ImportLine(line, report));
        }
    }

    private ExternalReport? Row(CsvReader csv, Dictionary<string, int> places, TimeZoneInfo zone, int line)
    {
        DateTimeOffset? replyBy = null;
        if (Field("replyBy") is { } until && (replyBy = Instant(until, zone)) is null)
        {
            Fault(line, "invalid-time", "Write the time for a reply as 2026-03-09 17:30, or with an offset as 2026-03-09T17:30:00+08:00.");
            return null;
        }

        var (lat, lon) = (Field("lat"), Field("lon"));
        if (!Degrees(lat, out var north) || !Degrees(lon, out var east))
        {
            Fault(line, "invalid-coordinates", "Write latitude and longitude as numbers of degrees, or leave both out.");
            return null;
        }

        return new ExternalReport
        {
            Number = Field("number") ?? "",
            Type = Field("type") ?? "",
            Description = Field("description"),
            Address = Field("address"),
            Contact = Field("contact"),
            Place = north is null && east is null ? null : new PlaceInput { Lat = north, Lon = east, Crs = Field("crs") },
            ReplyBy = replyBy,
        };

        string? Field(string name) => places[name] is >= 0 and var index && csv.GetString(index).Trim() is { Length: > 0 } text ? text : null;
    }

    private void Fault(int line, string code, string detail) => _faults.Add(new LineFault(line, code, detail));

    private static bool Degrees(string? text, out double? degrees)
    {
        degrees = null;
        if (text is null)
        {
            return true;
        }

        var read = double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        degrees = number;
        return read;
    }

    /// <summary>A local time of the city, or one with an offset; null for anything else, also for a local time that never was.</summary>
    private static DateTimeOffset? Instant(string text, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return zone.IsInvalidTime(local) ? null : new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        }

        return text.Length > "2026-03-09T17:30".Length && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime() : null;
    }
}
