using System.Globalization;
using System.Text.Json;
using Dispatch.TestKit;

namespace Dispatch.Scenarios.Boston;

/// <summary>
/// Which deadlines a replay must miss, worked out from the file and the pack's JSON by nothing of the product's: own reading, own
/// working days, own holidays, in local time.
/// </summary>
internal sealed record ExpectedMisses(int Total, int Closings, Dictionary<string, int> ByType)
{
    private static readonly TimeSpan Opens = new(8, 30, 0);
    private static readonly TimeSpan Shuts = new(17, 0, 0);

    public static async Task<ExpectedMisses> OfAsync(string file, CancellationToken cancellation)
    {
        var (limits, holidays) = (Limits(), Holidays());
        var rows = Rows(await File.ReadAllTextAsync(file, cancellation))
            .Where(row => row.Closed is not { } closed || closed >= row.Opened)
            .ToList();
        var end = rows.Max(row => row.Closed ?? row.Opened);
        var byType = new Dictionary<string, int>();
        foreach (var row in rows)
        {
            if (limits.TryGetValue(row.Type, out var limit) && Due(row.Opened, limit, holidays) is var due && due < (row.Closed ?? end))
            {
                byType[row.Type] = byType.GetValueOrDefault(row.Type) + 1;
            }
        }

        return new ExpectedMisses(byType.Values.Sum(), rows.Count(row => row.Closed is not null), byType);
    }

    private static DateTime Due(DateTime opened, (int Days, bool Working) limit, HashSet<DateTime> holidays)
    {
        if (!limit.Working)
        {
            return opened.AddDays(limit.Days);
        }

        var at = opened.TimeOfDay >= Shuts ? opened.Date.AddDays(1) + Opens : opened;
        at = at.TimeOfDay < Opens ? at.Date + Opens : at;
        while (!Works(at))
        {
            at = at.Date.AddDays(1) + Opens;
        }

        for (var left = limit.Days; left > 0; left -= Works(at) ? 1 : 0)
        {
            at = at.AddDays(1);
        }

        return at;

        bool Works(DateTime day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day.Date);
    }

    private static Dictionary<string, (int Days, bool Working)> Limits()
    {
        using var pack = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("samples", "boston", "policy.json")));
        return pack.RootElement.GetProperty("types").EnumerateArray().ToDictionary(
            type => type.GetProperty("code").GetString()!,
            type =>
            {
                var parts = type.GetProperty("clocks").GetProperty("close").GetString()!.Split(' ');
                return (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1] == "wd");
            });
    }

    private static HashSet<DateTime> Holidays()
    {
        using var calendar = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("samples", "boston", "calendars", "boston.json")));
        return [.. calendar.RootElement.GetProperty("holidays").EnumerateArray().Select(day => DateTime.Parse(day.GetString()!, CultureInfo.InvariantCulture))];
    }

    private static IEnumerable<(string Type, DateTime Opened, DateTime? Closed)> Rows(string csv)
    {
        var records = Records(csv).GetEnumerator();
        records.MoveNext();
        var header = records.Current.ConvertAll(name => name.ToUpperInvariant());
        var (type, opened, closed) = (header.IndexOf("TYPE"), header.IndexOf("OPEN_DT"), header.IndexOf("CLOSED_DT"));
        while (records.MoveNext())
        {
            yield return (records.Current[type], At(records.Current[opened])!.Value, At(records.Current[closed]));
        }

        static DateTime? At(string text) => text.Length == 0 ? null : DateTime.Parse(text, CultureInfo.GetCultureInfo("en-US"));
    }

    private static IEnumerable<List<string>> Records(string csv)
    {
        var (record, field, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
            {
                field.Append(csv[i++]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                record.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == '\n')
                {
                    yield return record;
                    record = [];
                }
            }
            else
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || record.Count > 0)
        {
            record.Add(field.ToString());
            yield return record;
        }
    }
}
