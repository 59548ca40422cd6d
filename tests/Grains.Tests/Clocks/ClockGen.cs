using CsCheck;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Clocks;

/// <summary>Instants, budgets and courses of clocks, thick where working spans end and zones change.</summary>
internal static class ClockGen
{
    private static readonly DateTimeOffset[] Changes =
    [
        new(2015, 3, 8, 7, 0, 0, TimeSpan.Zero), new(2015, 11, 1, 6, 0, 0, TimeSpan.Zero), // New York
        new(2015, 4, 4, 15, 0, 0, TimeSpan.Zero), new(2015, 10, 3, 15, 30, 0, TimeSpan.Zero), // Lord Howe
        new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2015, 12, 31, 16, 0, 0, TimeSpan.Zero),
    ];

    public static readonly Gen<DateTimeOffset> Instants = Gen.OneOf(
        Gen.Long[0, 800L * 86_400_000].Select(ms => new DateTimeOffset(2014, 12, 1, 0, 0, 0, TimeSpan.Zero).AddMilliseconds(ms)),
        Gen.Select(Gen.Int[0, 400], Gen.OneOf(8.5, 12, 13.5, 17, 17.5), Gen.OneOf(-8, 0, 4, 5, 11), (day, hour, zone) =>
            new DateTimeOffset(2014, 12, 20, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddHours(hour - zone)),
        Gen.Select(Gen.OneOf(Changes), Gen.Int[-180, 180], (change, minutes) => change.AddMinutes(minutes)),
        Gen.Select(Gen.OneOf(Changes), Gen.Int[-4_000_000, 4_000_000], (change, ms) => change.AddMilliseconds(ms)));

    public static readonly Gen<long> Lengths = Gen.OneOf(
        Gen.Long[0, 40L * 86_400_000],
        Gen.Long[0, 600].Select(minutes => minutes * 60_000),
        Gen.Long[0, 30].Select(halves => halves * 30_600_000 / 2), // halves of a working day in Boston
        Gen.Long[0, 10].Select(days => days * 86_400_000),
        Gen.Long[0, 3]);

    public static readonly Gen<Budget> Budgets = Gen.OneOf(
        Gen.Int[1, 240].Select(amount => new Budget(amount, BudgetUnit.Minute)),
        Gen.Int[1, 600].Select(amount => new Budget(amount, BudgetUnit.Minute, isUrgent: true)),
        Gen.Int[1, 30].Select(amount => new Budget(amount, BudgetUnit.WorkingHour)),
        Gen.Int[1, 72].Select(amount => new Budget(amount, BudgetUnit.Hour, isUrgent: true)),
        Gen.Int[1, 20].Select(amount => new Budget(amount, BudgetUnit.WorkingDay)),
        Gen.Int[1, 20].Select(amount => new Budget(amount, BudgetUnit.Day)));

    /// <summary>How long each span of a ledger lasts: seconds, hours or days, sometimes nothing at all.</summary>
    public static readonly Gen<long> Gaps = Gen.OneOf(
        Gen.Long[0, 5_000], Gen.Long[0, 600].Select(m => m * 60_000), Gen.Long[0, 4L * 86_400_000], Gen.Const(0L));

    public static readonly Gen<WorkCalendar> Calendars = Gen.OneOf([.. TestCalendars.All]);

    /// <summary>A clock that was paused and resumed after each of the gaps in turn; it runs or is paused at the end.</summary>
    public static readonly Gen<(WorkCalendar Calendar, SlaClock Clock)> Clocks =
        Gen.Select(Calendars, Budgets, Instants, Gaps.Array[0, 6], (calendar, budget, start, gaps) =>
            (calendar, Course(SlaClock.Start("c", budget, calendar.Id, [50, 80, 100], start), gaps)));

    public static SlaClock Course(SlaClock clock, IEnumerable<long> gaps)
    {
        var now = clock.StartedAt;
        foreach (var gap in gaps)
        {
            now = now.AddMilliseconds(gap);
            clock = clock.Since is null ? clock.Resume(now) : clock.Pause(now, "because");
        }

        return clock;
    }
}
