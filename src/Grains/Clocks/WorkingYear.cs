using System.Collections.Immutable;

namespace Dispatch.Grains.Clocks;

/// <summary>
/// The working spans of the local days of one year, in UTC milliseconds, with the working time before each: a table made
/// once and then only searched.
/// </summary>
internal sealed class WorkingYear
{
    private const long MinuteMs = 60_000;
    private const long DayMs = 86_400_000;

    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _before;

    /// <summary>
    /// An instant works when its own wall-clock reading lies within the hours of its local date: an hour that is skipped
    /// is missing from the span, one that is repeated works both times.
    /// </summary>
    public WorkingYear(int year, LocalTimeline timeline, Func<DateOnly, ImmutableArray<WorkHours>> hoursOf)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (from, to) = (LocalTimeline.YearStart(year), LocalTimeline.YearStart(year + 1));
        var (starts, ends) = (new List<long>(600), new List<long>(600));
        for (var i = timeline.SegmentAt(from - (2 * DayMs)); i < timeline.SegmentCount; i++)
        {
            var (segmentStart, segmentEnd, offset) = timeline.Segment(i);
            if (segmentStart + offset >= to)
                break;
            var day = DateAt(Math.Max(segmentStart + offset, from));
            var end = DateAt(Math.Min(segmentEnd + offset, to - 1));
            for (; day <= end && day <= last; day = day.AddDays(1))
            {
                if (day < first)
                    continue;
                var midnight = (day.DayNumber - UnixDay) * DayMs;
                foreach (var hours in hoursOf(day))
                {
                    var start = Math.Max(midnight + (hours.FromMinute * MinuteMs) - offset, segmentStart);
                    var stop = Math.Min(midnight + (hours.ToMinute * MinuteMs) - offset, segmentEnd);
                    Append(starts, ends, start, stop);
                }
            }
        }

        (_starts, _ends, _before) = ([.. starts], [.. ends], new long[starts.Count]);
        for (var i = 0; i < _starts.Length; i++)
        {
            _before[i] = TotalMs;
            TotalMs += _ends[i] - _starts[i];
        }
    }

    private static int UnixDay { get; } = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The working time of the whole year.</summary>
    public long TotalMs { get; }

    public int SpanCount => _starts.Length;

    public (long Start, long End) Span(int index) => (_starts[index], _ends[index]);

    /// <summary>The index of the last span that starts at or before <paramref name="utc"/>, or -1.</summary>
    public int SpanAt(long utc) => LocalTimeline.LastNotAbove(_starts, utc);

    public bool IsWorking(long utc) => SpanAt(utc) is >= 0 and var i && utc < _ends[i];

    /// <summary>The working time of this year before <paramref name="utc"/>.</summary>
    public long WorkedBefore(long utc)
    {
        var i = SpanAt(utc);
        return i < 0 ? 0 : _before[i] + Math.Min(utc, _ends[i]) - _starts[i];
    }

    /// <summary>
    /// The instant at which <paramref name="worked"/> of this year's working time is used up, or, when that is between
    /// two spans, its end or the start of the next. At most <see cref="TotalMs"/>, and less than that for the latter.
    /// </summary>
    public long InstantOf(long worked, UsedUpAt usedUpAt)
    {
        var i = LocalTimeline.LastNotAbove(_before, usedUpAt == UsedUpAt.SpanEnd ? worked - 1 : worked);
        return _starts[i] + worked - _before[i];
    }

    private static DateOnly DateAt(long local) =>
        DateOnly.FromDayNumber(UnixDay + (int)Math.DivRem(local, DayMs, out var rest) - (rest < 0 ? 1 : 0));

    private static void Append(List<long> starts, List<long> ends, long start, long end)
    {
        if (end <= start)
            return;
        if (ends.Count > 0 && ends[^1] == start)
        {
            ends[^1] = end;
            return;
        }

        starts.Add(start);
        ends.Add(end);
    }
}
