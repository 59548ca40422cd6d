using System.Collections.Immutable;

namespace Dispatch.Grains.Clocks;

/// <summary>What follows from the ledger. All of it takes the calendar that <see cref="Calendar"/> names.</summary>
public sealed partial record SlaClock
{
    /// <summary>The time allowed with its extensions, in milliseconds of the clock's axis.</summary>
    public long TotalMs(WorkCalendar calendar)
    {
        var axis = Budget.Axis;
        var total = Budget.MsOn(axis, calendar);
        foreach (var extension in Extensions)
            total += extension.Budget.MsOn(axis, calendar);
        return total;
    }

    /// <summary>
    /// The last instant that is still in time; the clock is missed strictly after it. Null while paused and once stopped.
    /// </summary>
    public DateTimeOffset? DueAt(WorkCalendar calendar) => MarkAt(calendar, Expiry);

    /// <summary>
    /// The instant at which that per cent of the time allowed is spent. It may lie in the past, also before a pause. Null
    /// while paused and once stopped, when no mark has an instant.
    /// </summary>
    public DateTimeOffset? MarkAt(WorkCalendar calendar, int mark) => Since is null ? null : InstantOf(calendar, mark);

    /// <summary>The next mark to fire with its instant, or null when none is left or none has an instant.</summary>
    public MarkDue? NextMark(WorkCalendar calendar)
    {
        if (Since is null)
            return null;
        foreach (var mark in Marks)
        {
            if (!Fired.Contains(mark))
                return new MarkDue(mark, InstantOf(calendar, mark));
        }

        return null;
    }

    /// <summary>
    /// The marks that have not fired and whose instants are strictly before <paramref name="now"/>, ascending, each with
    /// its own instant: what fires together.
    /// </summary>
    public ImmutableArray<MarkDue> MarksPast(WorkCalendar calendar, DateTimeOffset now)
    {
        if (NextMark(calendar) is not { } next || next.DueAt >= now)
            return [];
        var past = ImmutableArray.CreateBuilder<MarkDue>(Marks.Length);
        foreach (var mark in Marks)
        {
            if (Fired.Contains(mark))
                continue;
            var due = InstantOf(calendar, mark);
            if (due >= now)
                break;
            past.Add(new MarkDue(mark, due));
        }

        return past.DrainToImmutable();
    }

    /// <summary>How much of the time allowed was spent by <paramref name="now"/>, in milliseconds of the clock's axis.</summary>
    public long Spent(WorkCalendar calendar, DateTimeOffset now)
    {
        var (axis, spent) = (Budget.Axis, 0L);
        foreach (var span in Spans)
        {
            if (span.Kind == ClockSpanKind.Running)
                spent += calendar.Measure(axis, span.From, span.To is { } to && to < now ? to : now);
        }

        return spent;
    }

    /// <summary>What is left by <paramref name="now"/>, in milliseconds of the clock's axis; negative when overspent.</summary>
    public long Left(WorkCalendar calendar, DateTimeOffset now) => TotalMs(calendar) - Spent(calendar, now);

    /// <summary>
    /// Whether the due instant was computed through a year that the calendar lacks, and may move when that is loaded.
    /// </summary>
    public bool IsProvisional(WorkCalendar calendar) =>
        DueAt(calendar) is { } due && calendar.IsProvisional(Budget.Axis, StartedAt, due);

    /// <summary>
    /// Walks the ledger to the span in which the mark's time is used up. Time used up exactly where a span of the ledger
    /// ends is due there for minutes and hours, and for days where time next counts.
    /// </summary>
    private DateTimeOffset InstantOf(WorkCalendar calendar, int mark)
    {
        var (axis, usedUpAt) = (Budget.Axis, Budget.UsedUpAt);
        var left = TotalMs(calendar) * mark / 100;
        foreach (var span in Spans)
        {
            if (span.Kind != ClockSpanKind.Running)
                continue;
            if (span.To is not { } to)
                return calendar.Advance(axis, span.From, left, usedUpAt);
            var counted = calendar.Measure(axis, span.From, to);
            if (counted > left || (counted == left && usedUpAt == UsedUpAt.SpanEnd))
                return calendar.Advance(axis, span.From, left, usedUpAt);
            left -= counted;
        }

        throw new InvalidOperationException($"The ledger of clock {Name} has no end that runs.");
    }
}
