using System.Globalization;
using System.Text;
using CsvHelper;
using Dispatch.Contracts;

namespace Dispatch.Hub.Requests;

/// <summary>
/// Reads service requests from a CSV file of the City of Boston's open data, in its style of 2015 (upper-case headers,
/// <c>MM/dd/yyyy hh:mm:ss tt</c>) or of 2022 (lower-case, <c>yyyy-MM-dd HH:mm:ss</c>). Dirty rows are counted and left out,
/// never mended. Rows come one by one; of those read only the ids are held.
/// </summary>
public static class RequestFile
{
    private const int LongestId = 32;
    private const int LongestType = 80;
    private const int LongestAddress = 200;
    private const int LongestName = 80;
    private const int LongestRow = 1024 * 1024;

    // The City gives City Hall's own point to requests whose place it does not know.
    private const double CityHallLat = 42.3594;
    private const double CityHallLon = -71.0587;

    private static readonly string[] TimeForms = ["MM/dd/yyyy hh:mm:ss tt", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>Reads the rows in the order of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="zone">The zone of its local times.</param>
    /// <param name="skipped">Counts what is left out.</param>
    /// <exception cref="RequestFileException">There is no such file, or it is not such a CSV.</exception>
    public static IEnumerable<ServiceRequest> Read(string path, TimeZoneInfo zone, SkippedRows skipped)
    {
        using var text = Open(path);
        foreach (var request in Read(text, Path.GetFileName(path), zone, skipped))
        {
            yield return request;
        }
    }

    /// <summary>Reads rows from a text.</summary>
    /// <inheritdoc cref="Read(string, TimeZoneInfo, SkippedRows)"/>
    /// <param name="text">The CSV.</param>
    /// <param name="name">What the text is called in an exception.</param>
    /// <param name="zone">The zone of its local times.</param>
    /// <param name="skipped">Counts what is left out.</param>
    public static IEnumerable<ServiceRequest> Read(TextReader text, string name, TimeZoneInfo zone, SkippedRows skipped)
    {
        using var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = _ => skipped.Add(SkippedRows.Malformed),
            MaxRecordSize = LongestRow,
        });
        var columns = RequestColumns.Of(csv, name);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ReadRow(csv, skipped))
        {
            if (ToRequest(csv, columns, zone, out var reason) is not { } request)
            {
                skipped.Add(reason);
            }
            else if (!seen.Add(request.Id))
            {
                skipped.Add(SkippedRows.DuplicateId);
            }
            else
            {
                yield return request;
            }
        }
    }

    private static bool ReadRow(CsvReader csv, SkippedRows skipped)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException)
        {
            // A quote that is never closed: the rest of the file is one row that is too long to be one.
            skipped.Add(SkippedRows.Malformed);
            return false;
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new RequestFileException($"The file {path} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static ServiceRequest? ToRequest(CsvReader row, RequestColumns columns, TimeZoneInfo zone, out string reason)
    {
        var (id, type) = (Given(row, columns.Id), Given(row, columns.Type));
        var openedText = Given(row, columns.Opened);
        reason = id is not { Length: <= LongestId } ? SkippedRows.MissingId
            : type is not { Length: <= LongestType } ? SkippedRows.MissingType
            : openedText is null ? SkippedRows.MissingOpening
            : "";
        if (reason.Length > 0
            || !TryInstant(openedText, zone, out var opened, ref reason)
            || !TryInstant(Given(row, columns.Target), zone, out var target, ref reason)
            || !TryInstant(Given(row, columns.Closed), zone, out var closed, ref reason))
        {
            return null;
        }

        var point = Point(Given(row, columns.Lat), Given(row, columns.Lon));
        return new ServiceRequest
        {
            Id = id!,
            Type = type!,
            OpenedAt = opened!.Value,
            TargetAt = target,
            ClosedAt = closed,
            FlaggedOnTime = string.Equals(Given(row, columns.OnTime), "ONTIME", StringComparison.OrdinalIgnoreCase),
            Neighbourhood = Cut(Given(row, columns.Neighbourhood), LongestName),
            Ward = Number(Given(row, columns.Ward)),
            Precinct = Number(Given(row, columns.Precinct)),
            Lat = point?.Lat,
            Lon = point?.Lon,
            Address = Cut(Given(row, columns.Location), LongestAddress),
        };
    }

    /// <summary>A local time as an instant, or null where there is none; false with a reason for anything else.</summary>
    private static bool TryInstant(string? text, TimeZoneInfo zone, out DateTimeOffset? instant, ref string reason)
    {
        instant = null;
        if (text is null)
        {
            return true;
        }

        if (!DateTime.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 1971 or > 2190)
        {
            reason = SkippedRows.InvalidTime;
        }
        else if (zone.IsInvalidTime(local))
        {
            reason = SkippedRows.NonexistentTime;
        }
        else if (zone.IsAmbiguousTime(local))
        {
            reason = SkippedRows.AmbiguousTime;
        }
        else
        {
            instant = new DateTimeOffset(local, zone.GetUtcOffset(local));
            return true;
        }

        return false;
    }

    private static (double Lat, double Lon)? Point(string? latText, string? lonText) =>
        Degrees(latText, 90) is { } lat && Degrees(lonText, 180) is { } lon && (lat, lon) != (CityHallLat, CityHallLon) ? (lat, lon) : null;

    private static double? Degrees(string? text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    /// <summary>"Ward 9", "09", "9" and "9.0" are one number.</summary>
    private static int? Number(string? text)
    {
        var digits = text ?? "";
        digits = digits.StartsWith("Ward ", StringComparison.OrdinalIgnoreCase) ? digits["Ward ".Length..] : digits;
        digits = digits.EndsWith(".0", StringComparison.Ordinal) ? digits[..^2] : digits;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000 ? number : null;
    }

    /// <summary>A field's text without blanks around it; null where it is blank or the file has no such column.</summary>
    private static string? Given(CsvReader row, int? column)
    {
        var text = column is { } index ? row.GetString(index).Trim() : "";
        return text.Length == 0 ? null : text;
    }

    /// <summary>A name or address that a store takes: no control characters, not too long, no half character at the cut.</summary>
    private static string? Cut(string? text, int longest)
    {
        var clean = string.Concat((text ?? "").EnumerateRunes().Where(rune => !Rune.IsControl(rune))).Trim();
        if (clean.Length > longest)
        {
            clean = clean[..(char.IsHighSurrogate(clean[longest - 1]) ? longest - 1 : longest)].Trim();
        }

        return clean.Length == 0 ? null : clean;
    }
}

/// <summary>A file that gives no service requests at all; the message is one sentence for the person who named it.</summary>
public sealed class RequestFileException(string message, Exception? inner = null) : Exception(message, inner);
