using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dispatch.Grains.Clocks;

/// <summary>A stretch of working time: <paramref name="From"/> is working, <paramref name="To"/> is not.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
public readonly record struct WorkingSpan(DateTimeOffset From, DateTimeOffset To);

/// <summary>
/// When an office works: weekly hours in its time zone, holidays, and make-up working days. It measures and advances time
/// on each <see cref="ClockAxis"/>; the tables behind it are made once for each year and searched, so a warm answer takes
/// well under a microsecond and allocates nothing. Immutable and safe to share.
/// </summary>
/// <remarks>
/// In a year that is not covered, only the dates that are listed anyway differ from the weekly hours; what touches such a
/// year is provisional. Instants are whole milliseconds from 1970 on; nothing is computed beyond <see cref="Horizon"/>.
/// </remarks>
public sealed class WorkCalendar
{
    private readonly FrozenSet<DateOnly> _holidays;
    private readonly FrozenSet<DateOnly> _makeUpDays;
    private readonly FrozenSet<int> _coveredYears;
    private readonly LocalTimeline _timeline;
    private readonly WorkingYear?[] _years = new WorkingYear?[LocalTimeline.LastYear - LocalTimeline.FirstYear + 1];
    private readonly long _horizon;

    /// <summary>A calendar.</summary>
    /// <param name="id">The name that clocks refer to.</param>
    /// <param name="zone">The zone in which the hours and dates are meant.</param>
    /// <param name="week">The hours of each day of the week.</param>
    /// <param name="holidays">Local dates without working time.</param>
    /// <param name="makeUpDays">Local dates that work the hours of a regular day, whatever day of the week they are.</param>
    /// <param name="coveredYears">The years whose holidays and make-up days are known.</param>
    /// <exception cref="ArgumentException">A date is both a holiday and a make-up day.</exception>
    public WorkCalendar(
        string id,
        TimeZoneInfo zone,
        WorkWeek week,
        IEnumerable<DateOnly> holidays,
        IEnumerable<DateOnly> makeUpDays,
        IEnumerable<int> coveredYears)
    {
        (Id, Zone, Week) = (id, zone, week);
        _holidays = holidays.ToFrozenSet();
        _makeUpDays = makeUpDays.ToFrozenSet();
        _coveredYears = coveredYears.ToFrozenSet();
        if (_holidays.Overlaps(_makeUpDays))
            throw new ArgumentException("A date is both a holiday and a make-up working day.", nameof(makeUpDays));
        StandardDayMs = week.RegularDay.Sum(hours => hours.ToMinute - hours.FromMinute) * 60_000L;
        _timeline = LocalTimeline.Of(zone);
        _horizon = _timeline.ToUtc(LocalTimeline.YearStart(LocalTimeline.LastYear + 1));
    }

    /// <summary>The name that clocks refer to.</summary>
    public string Id { get; }

    /// <summary>The zone in which the hours and dates are meant.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The hours of each day of the week.</summary>
    public WorkWeek Week { get; }

    /// <summary>Whether the hours are this project's own proposal rather than an office's published ones.</summary>
    public bool IsProposed { get; init; }

    /// <summary>Local dates without working time, in order.</summary>
    public ImmutableArray<DateOnly> Holidays => [.. _holidays.Order()];

    /// <summary>Local dates that work the hours of a regular day although they are weekends, in order.</summary>
    public ImmutableArray<DateOnly> MakeUpDays => [.. _makeUpDays.Order()];

    /// <summary>The years whose holidays and make-up days are known, in order.</summary>
    public ImmutableArray<int> CoveredYears => [.. _coveredYears.Order()];

    /// <summary>The length of one <c>wd</c>: the working time of a regular day of the week, in milliseconds.</summary>
    public long StandardDayMs { get; }

    /// <summary>The end of the last year that is computed. Whatever would be due later is due then.</summary>
    public DateTimeOffset Horizon => Instants.FromMs(_horizon);

    /// <summary>The same calendar with one more year covered, for deadlines that were provisional until then.</summary>
    public WorkCalendar WithYear(int year, IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpDays) =>
        new(Id, Zone, Week, _holidays.Concat(holidays), _makeUpDays.Concat(makeUpDays), _coveredYears.Append(year))
        {
            IsProposed = IsProposed,
        };

    /// <summary>
    /// Whether the local year of <paramref name="instant"/>, which may be any, is covered. A clock may only start where it is.
    /// </summary>
    public bool IsCovered(DateTimeOffset instant) =>
        instant.ToMs() is var utc && utc >= 0 && utc < _horizon && _coveredYears.Contains(LocalYear(utc));

    /// <summary>
    /// Whether what was computed from <paramref name="from"/> to <paramref name="to"/> touches a year that is not covered
    /// and may change when that year is loaded. Never for <see cref="ClockAxis.Elapsed"/>.
    /// </summary>
    public bool IsProvisional(ClockAxis axis, DateTimeOffset from, DateTimeOffset to)
    {
        if (axis == ClockAxis.Elapsed)
            return false;
        var last = LocalYear(Checked(to));
        for (var year = LocalYear(Checked(from)); year <= last; year++)
        {
            if (!_coveredYears.Contains(year))
                return true;
        }

        return false;
    }

    /// <summary>The uncovered years that a computation from one instant to another touches, in order.</summary>
    public IEnumerable<int> UncoveredYears(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (LocalYear(Checked(from)), LocalYear(Checked(to)));
        return Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(year => !_coveredYears.Contains(year));
    }

    /// <summary>The instant at which <paramref name="budget"/>, started at <paramref name="from"/>, is used up.</summary>
    public DateTimeOffset Advance(Budget budget, DateTimeOffset from) =>
        Advance(budget.Axis, from, budget.BudgetMs(this), budget.UsedUpAt);

    /// <summary>
    /// The instant at which <paramref name="ms"/> of the axis have passed since <paramref name="from"/>. Working time
    /// that starts outside hours starts at the next working instant. Nothing to pass and <see cref="UsedUpAt.SpanEnd"/>
    /// is <paramref name="from"/> itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative time, or an instant before 1970.</exception>
    public DateTimeOffset Advance(ClockAxis axis, DateTimeOffset from, long ms, UsedUpAt usedUpAt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ms);
        var start = Checked(from);
        var end = axis switch
        {
            ClockAxis.Elapsed => start + ms,
            ClockAxis.LocalDay when ms == 0 && usedUpAt == UsedUpAt.SpanEnd => start,
            ClockAxis.LocalDay => Math.Max(start, _timeline.ToUtc(_timeline.ToLocal(start) + ms)),
            _ => AdvanceWorking(start, ms, usedUpAt),
        };
        return Instants.FromMs(Math.Min(end, _horizon));
    }

    /// <summary>
    /// How much of the axis passes between two instants, in milliseconds; 0 when <paramref name="to"/> is not later.
    /// Adjoining stretches add up exactly.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An instant before 1970.</exception>
    public long Measure(ClockAxis axis, DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (Checked(from), Checked(to));
        if (end <= start)
            return 0;
        return axis switch
        {
            ClockAxis.Elapsed => end - start,
            ClockAxis.LocalDay => _timeline.ToLocal(end) - _timeline.ToLocal(start),
            _ => MeasureWorking(start, end),
        };
    }

    /// <summary>Whether that instant is working time. The end of a span is not.</summary>
    public bool IsWorking(DateTimeOffset instant)
    {
        var utc = Checked(instant);
        return Year(LocalYear(utc)).IsWorking(utc);
    }

    /// <summary>Whether a local day has working hours; a make-up day has, a holiday has not.</summary>
    public bool IsWorkingDay(DateOnly date) => !HoursOf(date).IsEmpty;

    /// <summary>That instant if it is working time, otherwise the start of the next working span.</summary>
    public DateTimeOffset NextWorking(DateTimeOffset instant) =>
        Advance(ClockAxis.Working, instant, 0, UsedUpAt.NextSpanStart);

    /// <summary>
    /// The working spans between two instants in order, cut to them. Lazy: the caller bounds the range that it asks for.
    /// </summary>
    public IEnumerable<WorkingSpan> WorkingSpans(DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = (Checked(from), Checked(to));
        for (var year = LocalYear(start); start < end && year <= LocalYear(end); year++)
        {
            var table = Year(year);
            for (var i = Math.Max(0, table.SpanAt(start)); i < table.SpanCount; i++)
            {
                var (spanStart, spanEnd) = table.Span(i);
                if (spanStart >= end)
                    yield break;
                if (spanEnd > start)
                    yield return new(Instants.FromMs(Math.Max(spanStart, start)), Instants.FromMs(Math.Min(spanEnd, end)));
            }
        }
    }

    private long AdvanceWorking(long start, long ms, UsedUpAt usedUpAt)
    {
        if (ms == 0 && usedUpAt == UsedUpAt.SpanEnd)
            return start;
        var year = LocalYear(start);
        var table = Year(year);
        var worked = table.WorkedBefore(start) + ms;
        while (usedUpAt == UsedUpAt.SpanEnd ? worked > table.TotalMs : worked >= table.TotalMs)
        {
            if (year == LocalTimeline.LastYear)
                return _horizon;
            worked -= table.TotalMs;
            table = Year(++year);
        }

        return table.InstantOf(worked, usedUpAt);
    }

    private long MeasureWorking(long start, long end)
    {
        var (year, last) = (LocalYear(start), LocalYear(end));
        var worked = Year(last).WorkedBefore(end) - Year(year).WorkedBefore(start);
        for (; year < last; year++)
            worked += Year(year).TotalMs;
        return worked;
    }

    /// <summary>Two threads may make the same table at first; both are equal, and either is kept.</summary>
    private WorkingYear Year(int year)
    {
        ref var slot = ref _years[year - LocalTimeline.FirstYear];
        var known = Volatile.Read(ref slot);
        if (known is not null)
            return known;
        known = new WorkingYear(year, _timeline, HoursOf);
        Volatile.Write(ref slot, known);
        return known;
    }

    private ImmutableArray<WorkHours> HoursOf(DateOnly date) =>
        _holidays.Contains(date) ? [] : _makeUpDays.Contains(date) ? Week.RegularDay : Week[date.DayOfWeek];

    private int LocalYear(long utc) => Math.Clamp(
        new DateTime(DateTime.UnixEpoch.Ticks + (_timeline.ToLocal(utc) * TimeSpan.TicksPerMillisecond)).Year,
        LocalTimeline.FirstYear,
        LocalTimeline.LastYear);

    private long Checked(DateTimeOffset instant)
    {
        var utc = instant.ToMs();
        ArgumentOutOfRangeException.ThrowIfNegative(utc, nameof(instant));
        return Math.Min(utc, _horizon);
    }
}
