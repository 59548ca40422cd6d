using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Clocks;

/// <summary>The City's own targets, recomputed from the opening by each type's days.</summary>
public class BostonTargetsTests
{
    private static readonly WorkCalendar Boston = TestCalendars.Boston;

    [Fact]
    public void The_targets_of_two_weeks_come_out()
    {
        var byType = Audit("boston311_2015-05-18_31.csv");

        Assert.Equal(4_024, byType.Values.Sum(type => type.Rows));
        Assert.True(byType.Values.Sum(type => type.Exact) >= 3_929, $"{byType.Values.Sum(type => type.Exact)} are exact.");
        Assert.Equal((184, 184), byType["Building Inspection Request"]);
        Assert.Equal((84, 84), byType["Electrical"]);
        Assert.Equal((23, 23), byType["Plumbing"]);
    }

    [Fact]
    public void The_busiest_day_comes_out_but_for_the_type_that_had_another_target_then()
    {
        var byType = Audit("boston311_2015-01-20_day.csv");

        Assert.Equal((171, 644), (byType.Values.Sum(type => type.Exact), byType.Values.Sum(type => type.Rows)));
        Assert.Equal((0, 396), byType["PWD Graffiti"]);
    }

    private static Dictionary<string, (int Exact, int Rows)> Audit(string file)
    {
        using var limits = JsonDocument.Parse(File.ReadAllText(TestCalendars.SharedFile("boston311_2015_sla_by_type.json")));
        using var csv = CsvReader.FromFile(TestCalendars.SharedFile(file));
        var byType = new Dictionary<string, (int Exact, int Rows)>(StringComparer.Ordinal);
        while (csv.Read())
        {
            if (csv.GetString("TARGET_DT") is not { Length: > 0 } target || csv.GetString("TYPE") is not { } type
                || !limits.RootElement.TryGetProperty(type, out var limit))
                continue;
            var due = Due(Instant(csv.GetString("OPEN_DT")!), limit);
            var (exact, rows) = byType.GetValueOrDefault(type);
            byType[type] = (exact + ((due - Instant(target)).Duration() <= TimeSpan.FromSeconds(60) ? 1 : 0), rows + 1);
        }

        return byType;
    }

    private static DateTimeOffset Due(DateTimeOffset opened, JsonElement limit)
    {
        var unit = limit.GetProperty("mode").GetString() == "wd" ? BudgetUnit.WorkingDay : BudgetUnit.Day;
        var days = limit.GetProperty("days").GetInt32();
        return Boston.Advance(new Budget(days, unit), opened);
    }

    private static DateTimeOffset Instant(string local)
    {
        var reading = DateTime.ParseExact(local, "MM/dd/yyyy hh:mm:ss tt", CultureInfo.InvariantCulture);
        return new DateTimeOffset(reading, Boston.Zone.GetUtcOffset(reading));
    }
}
