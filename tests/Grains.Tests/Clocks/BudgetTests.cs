using System.Text.Json;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Clocks;

public class BudgetTests
{
    [Theory]
    [InlineData("15 min U", 15, BudgetUnit.Minute, true, ClockAxis.Elapsed)]
    [InlineData("30 min", 30, BudgetUnit.Minute, false, ClockAxis.Working)]
    [InlineData("4 wh", 4, BudgetUnit.WorkingHour, false, ClockAxis.Working)]
    [InlineData("1 h", 1, BudgetUnit.Hour, false, ClockAxis.Working)]
    [InlineData("24 h U", 24, BudgetUnit.Hour, true, ClockAxis.Elapsed)]
    [InlineData("7 wd", 7, BudgetUnit.WorkingDay, false, ClockAxis.Working)]
    [InlineData("7 d", 7, BudgetUnit.Day, false, ClockAxis.LocalDay)]
    public void A_budget_is_read_and_written_as_packs_write_it(
        string text, int amount, BudgetUnit unit, bool urgent, ClockAxis axis)
    {
        var budget = Budget.Parse(text);

        Assert.Equal(new Budget(amount, unit, urgent), budget);
        Assert.Equal(axis, budget.Axis);
        Assert.Equal(text, budget.ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(budget));
        Assert.Equal(budget, JsonSerializer.Deserialize<Budget>($"\"{text}\""));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("30min")]
    [InlineData("0 min")]
    [InlineData("-1 d")]
    [InlineData("+1 d")]
    [InlineData("07 wd")]
    [InlineData("1.5 h")]
    [InlineData("600001 d")]
    [InlineData("99999999999 d")]
    [InlineData("7  wd")]
    [InlineData(" 7 wd")]
    [InlineData("7 wd ")]
    [InlineData("7 WD")]
    [InlineData("7 wd U")]
    [InlineData("4 wh U")]
    [InlineData("7 d U")]
    [InlineData("30 min u")]
    [InlineData("30 min U U")]
    [InlineData("٣ d")]
    public void Anything_else_is_not_a_budget(string? text) => Assert.False(Budget.TryParse(text, out _));

    [Theory]
    [InlineData("\"7 weeks\"")]
    [InlineData("7")]
    [InlineData("null")]
    public void Json_that_is_not_a_budget_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Budget>(json));

    [Fact]
    public void A_working_day_has_the_standard_length_of_its_calendar()
    {
        Assert.Equal(TimeSpan.FromHours(7.5).TotalMilliseconds, Budget.Parse("1 wd").BudgetMs(TestCalendars.Xiashi));
        Assert.Equal(TimeSpan.FromHours(8.5).TotalMilliseconds, Budget.Parse("1 wd").BudgetMs(TestCalendars.Boston));
        Assert.Equal(TimeSpan.FromHours(48).TotalMilliseconds, Budget.Parse("2 d").BudgetMs(TestCalendars.Xiashi));
        Assert.Equal(TimeSpan.FromMinutes(15).TotalMilliseconds, Budget.Parse("15 min U").BudgetMs(TestCalendars.Xiashi));
    }
}
