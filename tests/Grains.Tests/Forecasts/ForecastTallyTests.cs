using Dispatch.Contracts;
using Dispatch.Grains.Forecasts;

namespace Dispatch.Grains.Tests.Forecasts;

public sealed class ForecastTallyTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Kathmandu = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu");
    private static readonly DateTimeOffset From = new(2026, 9, 4, 9, 40, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Hours_are_those_of_the_streets_clock_cut_to_the_time_asked_for()
    {
        var answer = Tally(From.AddMinutes(100), Shanghai, Missed("a", 20), Missed("b", 79, CaseLevel.Street), Missed("c", 80), Missed("d", 99)).Answer();

        Assert.Equal(
            [
                new ForecastHour(From, From.AddMinutes(20), 0, new LevelCounts(0, 0, 0, 0)),
                new ForecastHour(From.AddMinutes(20), From.AddMinutes(80), 2, new LevelCounts(1, 0, 1, 0)),
                new ForecastHour(From.AddMinutes(80), From.AddMinutes(100), 2, new LevelCounts(2, 0, 0, 0)),
            ],
            answer.ByHour);
    }

    [Fact]
    public void Where_clocks_stand_apart_by_three_quarters_of_an_hour_hours_begin_there()
    {
        var answer = Tally(From.AddHours(1), Kathmandu).Answer();

        Assert.Equal([From, From.AddMinutes(35)], answer.ByHour.Select(hour => hour.From));
    }

    [Fact]
    public void What_is_overdue_already_counts_in_the_first_hour() =>
        Assert.Equal([1, 0], Tally(From.AddHours(1), Shanghai, Missed("a", -300)).Answer().ByHour.Select(hour => hour.Breaches));

    [Fact]
    public void A_list_that_is_too_long_keeps_the_soonest_and_everything_is_counted()
    {
        var answer = Tally(From.AddHours(1), Shanghai, [.. Enumerable.Range(0, 1_200).Reverse().Select(i => Missed($"{i:D4}", i / 60))]).Answer();

        Assert.Equal((1_200, 1_000), (answer.Total, answer.Items.Count));
        Assert.Equal(["0000", "0999"], [answer.Items[0].Number, answer.Items[^1].Number]);
        Assert.Equal(1_200, answer.ByHour.Sum(hour => hour.Breaches));
        Assert.Equal([new ForecastUnit(Scope.Grid("xishan-01"), 1_200)], answer.ByUnit);
    }

    [Fact]
    public void Who_misses_most_comes_first()
    {
        var other = Missed("c", 3) with { Responsible = Scope.Community("hehua") };

        var answer = Tally(From.AddHours(1), Shanghai, other, Missed("a", 1), Missed("b", 2)).Answer();

        Assert.Equal([new ForecastUnit(Scope.Grid("xishan-01"), 2), new ForecastUnit(Scope.Community("hehua"), 1)], answer.ByUnit);
    }

    private static ForecastTally Tally(DateTimeOffset until, TimeZoneInfo zone, params ForecastItem[] items)
    {
        var tally = new ForecastTally(new ForecastQuery { Scope = Scope.Street("xiashi"), From = From, Until = until }, zone);
        tally.Add(items);
        return tally;
    }

    private static ForecastItem Missed(string number, int minutes, CaseLevel level = CaseLevel.Grid) => new()
    {
        CaseId = number,
        Number = number,
        Clock = "grid",
        Generation = 1,
        DueAt = From.AddMinutes(minutes),
        LevelBefore = level,
        LevelAfter = CaseLevel.Community,
        Responsible = Scope.Grid("xishan-01"),
    };
}
