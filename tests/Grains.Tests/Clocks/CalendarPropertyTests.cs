using CsCheck;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Tests.Clocks;

public class CalendarPropertyTests
{
    private const int Cases = 10_000;

    private static readonly Gen<WorkCalendar> Calendars = Gen.OneOf([.. TestCalendars.All]);
    private static readonly Gen<ClockAxis> Axes = Gen.Enum<ClockAxis>();
    private static readonly Gen<UsedUpAt> Ends = Gen.Enum<UsedUpAt>();
    private static readonly Gen<DateTimeOffset> Instants = ClockGen.Instants;
    private static readonly Gen<long> Lengths = ClockGen.Lengths;

    [Fact]
    public void The_tables_answer_as_counting_minute_by_minute_does() =>
        Gen.Select(
            Gen.OneOf([.. NaiveCalendar.Offices]),
            Gen.Int[0, NaiveCalendar.Minutes - 50_000],
            Gen.OneOf(Gen.Int[0, 600], Gen.Int[0, 15_000]),
            Ends)
        .Sample(
            (naive, from, minutes, usedUpAt) =>
            {
                var (fast, start) = (naive.Fast, NaiveCalendar.Origin.AddMinutes(from));
                var (end, ms) = (start.AddMinutes(minutes), minutes * 60_000L);

                Assert.Equal(naive.IsWorking(from), fast.IsWorking(start));
                Assert.Equal(naive.Measure(from, from + minutes) * 60_000L, fast.Measure(ClockAxis.Working, start, end));
                Assert.Equal(
                    naive.Measure(from, from + minutes) * 60_000L,
                    fast.WorkingSpans(start, end).Sum(span => (long)(span.To - span.From).TotalMilliseconds));
                if (naive.Advance(from, minutes, usedUpAt) is { } due)
                    Assert.Equal(NaiveCalendar.Origin.AddMinutes(due), fast.Advance(ClockAxis.Working, start, ms, usedUpAt));
                if (naive.Advance(from, 0, UsedUpAt.NextSpanStart) is { } next)
                    Assert.Equal(NaiveCalendar.Origin.AddMinutes(next), fast.NextWorking(start));
            },
            iter: Cases);

    [Fact]
    public void What_was_advanced_is_what_is_measured() =>
        Gen.Select(Calendars, Axes, Ends, Instants, Lengths).Sample(
            (calendar, axis, usedUpAt, from, ms) =>
            {
                var due = calendar.Advance(axis, from, ms, usedUpAt);
                var measured = calendar.Measure(axis, from, due);

                // A local reading that is skipped is reached only when the skip is over; everything else is exact.
                if (axis == ClockAxis.LocalDay)
                    Assert.InRange(measured, ms, ms + 3_600_000);
                else
                    Assert.Equal(ms, measured);
                if (usedUpAt == UsedUpAt.NextSpanStart)
                    Assert.True(calendar.Measure(axis, from, due.AddMilliseconds(1)) > ms);
                else if (ms > 0 && axis == ClockAxis.Working)
                    Assert.Equal(ms - 1, calendar.Measure(axis, from, due.AddMilliseconds(-1)));
            },
            iter: Cases);

    [Fact]
    public void Local_days_keep_the_wall_clock_reading_where_that_exists_once() =>
        Gen.Select(Calendars, Instants, Gen.Int[0, 400]).Sample(
            (calendar, from, days) =>
            {
                var zone = calendar.Zone;
                var reading = TimeZoneInfo.ConvertTime(from, zone).DateTime;
                var target = reading.AddDays(days);
                if (zone.IsAmbiguousTime(reading) || zone.IsAmbiguousTime(target) || zone.IsInvalidTime(target))
                    return;

                Assert.Equal(
                    new DateTimeOffset(target, zone.GetUtcOffset(target)),
                    calendar.Advance(ClockAxis.LocalDay, from, days * 86_400_000L, UsedUpAt.NextSpanStart));
            },
            iter: Cases);

    [Fact]
    public void Adjoining_stretches_add_up() =>
        Gen.Select(Calendars, Axes, Instants.Array[3]).Sample(
            (calendar, axis, instants) =>
            {
                Array.Sort(instants);
                var (a, b, c) = (instants[0], instants[1], instants[2]);

                Assert.Equal(calendar.Measure(axis, a, c), calendar.Measure(axis, a, b) + calendar.Measure(axis, b, c));
            },
            iter: Cases);

    [Fact]
    public void A_later_start_and_a_larger_budget_are_never_due_earlier() =>
        Gen.Select(Calendars, Axes, Ends, Instants, Instants, Lengths, Lengths).Sample(
            (calendar, axis, usedUpAt, one, other, length, more) =>
            {
                var (early, late) = one < other ? (one, other) : (other, one);
                var (small, large) = length < more ? (length, more) : (more, length);

                var due = calendar.Advance(axis, early, small, usedUpAt);
                Assert.True(due >= early);
                Assert.True(due <= calendar.Advance(axis, late, small, usedUpAt));
                Assert.True(due <= calendar.Advance(axis, early, large, usedUpAt));
            },
            iter: Cases);
}
