using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Watch;

/// <summary>A case on the screen with the clock that presses most.</summary>
/// <param name="Row">The case.</param>
/// <param name="Clock">Its running clock with the least left; null where none runs.</param>
/// <param name="Left">What that clock has left.</param>
internal sealed record BoardLine(CaseRow Row, ClockView? Clock, TimeSpan? Left);

/// <summary>Which case comes first.</summary>
internal static class BoardOrder
{
    /// <summary>Least time left first, late ones before all; cases without a running clock last; equals by number.</summary>
    /// <param name="rows">The cases.</param>
    /// <param name="now">City time.</param>
    /// <param name="calendars">Working spans by calendar; one that is missing counts real time.</param>
    public static IReadOnlyList<BoardLine> BySlack(IEnumerable<CaseRow> rows, DateTimeOffset now, Func<string, CalendarSpans?> calendars) =>
    [
        .. rows.Select(row => Line(row, now, calendars))
            .OrderBy(line => line.Left ?? TimeSpan.MaxValue)
            .ThenBy(line => line.Row.Number, StringComparer.Ordinal),
    ];

    private static BoardLine Line(CaseRow row, DateTimeOffset now, Func<string, CalendarSpans?> calendars)
    {
        var pressing = row.Clocks
            .Select(clock => (Clock: clock, Left: Countdown.Left(clock, now, clock.Calendar is { } id ? calendars(id) : null)))
            .Where(one => one.Left is not null)
            .OrderBy(one => one.Left)
            .FirstOrDefault();
        return new BoardLine(row, pressing.Clock, pressing.Left);
    }
}
