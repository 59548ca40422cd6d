using System.Text.Json;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Clocks;

public class CalendarFilesTests
{
    private const string Good =
        """{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00"]}, "holidayFiles": ["h.json"]}""";

    private const string Holidays =
        """{"$schema": "s", "$id": "i", "papers": [], "year": 2026, "days": [{"name": "n", "date": "2026-01-05", "isOffDay": true}]}""";

    [Fact]
    public void A_calendar_is_read_with_the_holiday_file_beside_it()
    {
        var read = CalendarFiles.Read(new Dictionary<string, string> { ["x.json"] = Good, ["h.json"] = Holidays });

        Assert.Empty(read.Faults);
        var calendar = Assert.Single(read.Calendars).Value;
        Assert.Equal([2026], calendar.CoveredYears);
        Assert.Equal([new DateOnly(2026, 1, 5)], calendar.Holidays);
        Assert.False(calendar.IsProposed);
    }

    [Theory]
    [InlineData("{", "x.json")]
    [InlineData("[]", "x.json/")]
    [InlineData("{\"id\": \"x\", \"id\": \"y\"}", "x.json")]
    [InlineData("""{"id": "\ud800", "zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00"]}}""", "x.json/id")]
    [InlineData("{\"\\ud800\": 1}", "x.json")]
    [InlineData("""{"zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00"]}}""", "x.json/id")]
    [InlineData("""{"id": "x", "week": {"mon": ["08:30-12:00"]}}""", "x.json/zone")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai"}""", "x.json/week")]
    [InlineData("""{"id": 7, "zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00"]}}""", "x.json/id")]
    [InlineData("""{"id": "", "zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00"]}}""", "x.json/id")]
    [InlineData("""{"id": "x", "zone": "Mars/Base", "week": {"mon": ["08:30-12:00"]}}""", "x.json/zone")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai", "week": []}""", "x.json/week")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai", "week": {}}""", "x.json/week")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai", "week": {"mo": []}}""", "x.json/week")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": "08:30-12:00"}}""", "x.json/week.mon")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": ["8-12"]}}""", "x.json/week.mon[0]")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": ["12:00-08:30"]}}""", "x.json/week.mon[0]")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": ["08:30-24:01"]}}""", "x.json/week.mon[0]")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00", "11:00-13:00"]}}""", "x.json/week.mon[1]")]
    [InlineData(
        """{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00"]}, "coveredYears": [1]}""",
        "x.json/coveredYears[0]")]
    [InlineData(
        """{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00"]}, "holidays": ["2026-02-30"]}""",
        "x.json/holidays[0]")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00"]}, "proposed": 1}""", "x.json/proposed")]
    [InlineData(
        """{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00"]}, "holidayFiles": ["../h.json"]}""",
        "x.json/holidayFiles[0]")]
    [InlineData("""{"id": "x", "zone": "Asia/Shanghai", "week": {"mon": ["08:30-12:00"]}, "holliday": []}""", "x.json/")]
    [InlineData("""{"year": 2026, "days": [{"date": "2026-01-05", "isOffDay": 1}]}""", "x.json/days[0].isOffDay")]
    [InlineData("""{"year": 2026, "days": [{"date": "2026-01-05"}]}""", "x.json/days[0].isOffDay")]
    [InlineData("""{"year": 2026, "days": [{"date": "2028-01-05", "isOffDay": true}]}""", "x.json/days[0].date")]
    [InlineData("""{"year": 2026, "days": [7]}""", "x.json/days[0]")]
    [InlineData("""{"days": []}""", "x.json/year")]
    public void A_fault_is_named_by_its_path_and_gives_no_calendar(string text, string path)
    {
        var read = CalendarFiles.Read(new Dictionary<string, string> { ["x.json"] = text });

        Assert.Equal(path, Assert.Single(read.Faults).Path);
        Assert.Empty(read.Calendars);
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var read = CalendarFiles.Read(new Dictionary<string, string>
        {
            ["x.json"] = """{"id": "x", "zone": "Nowhere", "week": {"mon": ["a", "b"]}, "holidays": [1]}""",
        });

        Assert.Equal(
            ["x.json/holidays[0]", "x.json/week.mon[0]", "x.json/week.mon[1]", "x.json/zone"],
            read.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void Two_calendars_of_one_id_and_a_date_that_is_both_are_faults()
    {
        var twice = CalendarFiles.Read(new Dictionary<string, string> { ["a.json"] = Good, ["b.json"] = Good, ["h.json"] = Holidays });
        var both = CalendarFiles.Read(new Dictionary<string, string>
        {
            ["a.json"] = Good.Replace("\"h.json\"", "\"h.json\", \"i.json\"", StringComparison.Ordinal),
            ["h.json"] = Holidays,
            ["i.json"] = Holidays.Replace("true", "false", StringComparison.Ordinal),
        });

        Assert.Equal("b.json/id", Assert.Single(twice.Faults).Path);
        Assert.Equal("a.json/holidayFiles[1]", Assert.Single(both.Faults).Path);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_fault() =>
        Assert.Equal("no-such-folder", Assert.Single(CalendarFiles.ReadFolder("no-such-folder").Faults).Path);

    [Fact]
    public void The_sample_of_Xiashi_is_proposed_and_covers_two_years()
    {
        Assert.True(TestCalendars.Xiashi.IsProposed);
        Assert.Equal([2025, 2026], TestCalendars.Xiashi.CoveredYears);
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public void The_days_of_China_are_those_that_holiday_cn_publishes(int year)
    {
        var published = Days(TestCalendars.SharedFile($"holiday-cn-{year}.json"));
        var ours = Days(Path.Combine(TestCalendars.Root, "samples", "xiashi", "calendars", $"china-{year}.json"));

        Assert.Equal(published, ours);
    }

    private static List<string> Days(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. document.RootElement.GetProperty("days").EnumerateArray()
                .Select(day => $"{day.GetProperty("date")} {day.GetProperty("isOffDay")} {day.GetProperty("name")}"),
        ];
    }
}
