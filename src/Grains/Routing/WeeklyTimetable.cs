using System.Collections.Immutable;

namespace Dispatch.Grains.Routing;

/// <summary>
/// The hours of a week in which somebody is there, as wall-clock time: 08:00 stays 08:00 across a change of daylight
/// saving. The start of a span is inside, its end outside.
/// </summary>
public sealed class WeeklyTimetable
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private readonly ImmutableArray<(TimeSpan From, TimeSpan To)> _spans;

    private WeeklyTimetable(ImmutableArray<(TimeSpan From, TimeSpan To)> spans) => _spans = spans;

    /// <summary>Nobody, ever.</summary>
    public static WeeklyTimetable Never { get; } = new([]);

    /// <summary>Somebody, round the clock.</summary>
    public static WeeklyTimetable Always { get; } = new([(TimeSpan.Zero, Week)]);

    /// <summary>True when no instant of the week is left out, however the spans are cut.</summary>
    public bool IsAlways => _spans is [var only] && only == (TimeSpan.Zero, Week);

    /// <summary>A timetable of spans in any order; they may touch and overlap.</summary>
    /// <exception cref="ArgumentException">A span is malformed by <see cref="TimetableSpan.IsWellFormed"/>.</exception>
    public static WeeklyTimetable Of(IEnumerable<TimetableSpan> spans)
    {
        var pieces = new List<(TimeSpan From, TimeSpan To)>();
        foreach (var span in spans)
        {
            if (!span.IsWellFormed)
            {
                throw new ArgumentException($"The span {span} is malformed.", nameof(spans));
            }

            var midnight = TimeSpan.FromDays((int)span.Day);
            var end = midnight + span.To + (span.To <= span.From ? TimeSpan.FromDays(1) : TimeSpan.Zero);
            pieces.Add((midnight + span.From, end < Week ? end : Week));
            if (end > Week)
            {
                pieces.Add((TimeSpan.Zero, end - Week));
            }
        }

        return new WeeklyTimetable(Joined(pieces));
    }

    /// <summary>True when the wall-clock instant lies in a span.</summary>
    public bool Includes(DateTime local)
    {
        var at = TimeSpan.FromDays((int)local.DayOfWeek) + local.TimeOfDay;
        foreach (var (from, to) in _spans)
        {
            if (from <= at && at < to)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<(TimeSpan From, TimeSpan To)> Joined(List<(TimeSpan From, TimeSpan To)> pieces)
    {
        pieces.Sort();
        var joined = ImmutableArray.CreateBuilder<(TimeSpan From, TimeSpan To)>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && piece.From <= joined[^1].To)
            {
                joined[^1] = (joined[^1].From, piece.To > joined[^1].To ? piece.To : joined[^1].To);
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined.DrainToImmutable();
    }
}

/// <summary>One span of a <see cref="WeeklyTimetable"/> on one day of the week.</summary>
/// <param name="Day">The day it starts on.</param>
/// <param name="From">Wall-clock start, 00:00 to before 24:00; inside.</param>
/// <param name="To">Wall-clock end, after 00:00 to 24:00; outside. Earlier than <paramref name="From"/> it is the next day's.</param>
public readonly record struct TimetableSpan(DayOfWeek Day, TimeSpan From, TimeSpan To)
{
    private static readonly TimeSpan Midnight = TimeSpan.FromDays(1);

    /// <summary>
    /// False for times beyond the day, and for a span that starts where it ends: whether that is nothing or a day cannot
    /// be told.
    /// </summary>
    public bool IsWellFormed => From >= TimeSpan.Zero && From < Midnight && To > TimeSpan.Zero && To <= Midnight && From != To;
}
