namespace Dispatch.Grains.Clocks;

/// <summary>The kind of time that a budget is counted in.</summary>
public enum ClockAxis
{
    /// <summary>Real time that passes, day and night. Urgent budgets (<c>15 min U</c>); no calendar matters.</summary>
    Elapsed,

    /// <summary>Time within the calendar's working spans (<c>30 min</c>, <c>4 wh</c>, <c>7 wd</c>).</summary>
    Working,

    /// <summary>
    /// Wall-clock time of the calendar's zone (<c>7 d</c>): a day on which daylight saving begins or ends is one day.
    /// The hour that is skipped counts although it does not pass; the hour that is repeated counts once.
    /// </summary>
    LocalDay,
}

/// <summary>
/// When a budget is due that is used up exactly where its axis stops for a while: at the end of a working span, or where
/// a local hour is about to repeat.
/// </summary>
public enum UsedUpAt
{
    /// <summary>At that end itself: 17:00 + 30 min = 17:30. Minutes and hours.</summary>
    SpanEnd,

    /// <summary>At the start of the next span: 08:30 + 1 wd = 08:30 of the next working day. Days.</summary>
    NextSpanStart,
}
