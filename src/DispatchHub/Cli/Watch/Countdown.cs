using System.Globalization;
using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Watch;

/// <summary>
/// How much time a clock has left, on its own axis: working time where it keeps a calendar, real time where it is urgent or counts
/// whole days.
/// </summary>
internal static class Countdown
{
    // A budget in working days may fall due at the start of the span after the one in which it is used up; that costs no working time.
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>What is left at an instant; negative once it is late, in real time. Null for a clock that does not run.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="now">City time.</param>
    /// <param name="calendar">Its calendar's working spans; null where there are none (yet).</param>
    public static TimeSpan? Left(ClockView clock, DateTimeOffset now, CalendarSpans? calendar)
    {
        if (clock is not { State: ClockState.Running, DueAt: { } due })
        {
            return null;
        }

        return due <= now || clock.Calendar is null || calendar is null || !CountsWorkingTime(clock, due, calendar)
            ? due - now
            : Working(calendar.Spans, now, due);
    }

    /// <summary>Working time between two instants; the spans that touch them must be there.</summary>
    public static TimeSpan Working(IReadOnlyList<TimeSpanOfWork> spans, DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var span in spans)
        {
            var (start, end) = (span.From > from ? span.From : from, span.To < to ? span.To : to);
            sum += end > start ? end - start : TimeSpan.Zero;
        }

        return sum;
    }

    /// <summary><c>2:05:10</c>, <c>12:30</c>, <c>-3:00</c>; days are written <c>3d 02:10</c>.</summary>
    public static string Text(TimeSpan left)
    {
        var (sign, size) = left < TimeSpan.Zero ? ("-", left.Negate()) : ("", left);
        return sign + size switch
        {
            { TotalDays: >= 1 } => size.ToString("%d'd 'hh':'mm", CultureInfo.InvariantCulture),
            { TotalHours: >= 1 } => size.ToString("%h':'mm':'ss", CultureInfo.InvariantCulture),
            _ => size.ToString("%m':'ss", CultureInfo.InvariantCulture),
        };
    }

    // A clock's view does not name its axis. One that counts local days uses up far more working time than its spans hold, and one
    // whose end the spans do not reach cannot be counted in them.
    private static bool CountsWorkingTime(ClockView clock, DateTimeOffset due, CalendarSpans calendar) =>
        calendar.Spans is [var first, .., var last]
        && clock.Since is { } since
        && first.From <= since
        && due <= last.To
        && (Working(calendar.Spans, since, due) - TimeSpan.FromMilliseconds(clock.BudgetMs - clock.SpentMs)).Duration() <= Rounding;
}
