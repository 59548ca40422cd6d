using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dispatch.Grains.Clocks;

/// <summary>
/// One span of working time within a local day, in minutes after midnight. The start is working, the end is not.
/// </summary>
/// <param name="FromMinute">0 to 1,439.</param>
/// <param name="ToMinute">Greater than <paramref name="FromMinute"/>, at most 1,440 (<c>24:00</c>).</param>
public readonly record struct WorkHours(int FromMinute, int ToMinute)
{
    /// <summary>Reads <c>08:30-12:00</c>; false unless the end comes after the start on the same day.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out WorkHours hours)
    {
        hours = default;
        if (text is not { Length: 11 } || text[5] != '-'
            || !TryParseMinute(text.AsSpan(0, 5), out var from) || !TryParseMinute(text.AsSpan(6, 5), out var to)
            || to <= from)
            return false;
        hours = new WorkHours(from, to);
        return true;
    }

    private static bool TryParseMinute(ReadOnlySpan<char> text, out int minute)
    {
        minute = 0;
        if (text[2] != ':'
            || !int.TryParse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(text[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || minutes > 59)
            return false;
        minute = (hours * 60) + minutes;
        return minute <= 1_440;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{FromMinute / 60:00}:{FromMinute % 60:00}-{ToMinute / 60:00}:{ToMinute % 60:00}");
}

/// <summary>The working hours of each day of the week: in order, without overlap, at least one span in the week.</summary>
public sealed class WorkWeek
{
    private readonly ImmutableArray<WorkHours>[] _days;

    /// <summary>A week from the hours of each day; a day that is left out does not work.</summary>
    /// <exception cref="ArgumentException">No hours at all, an impossible span, or spans that overlap or are out of order.</exception>
    public WorkWeek(IReadOnlyDictionary<DayOfWeek, ImmutableArray<WorkHours>> days)
    {
        _days = new ImmutableArray<WorkHours>[7];
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            _days[(int)day] = days.TryGetValue(day, out var hours) && !hours.IsDefault ? hours : [];
            if (FirstOutOfOrder(_days[(int)day]) is { } span)
                throw new ArgumentException($"{day}: {span} is impossible, overlaps or is out of order.", nameof(days));
        }

        if (_days.All(hours => hours.IsEmpty))
            throw new ArgumentException("A week without working hours has no working time.", nameof(days));
        RegularDay = _days.Skip(1).Append(_days[0])
            .Where(hours => !hours.IsEmpty)
            .GroupBy(hours => string.Join(',', hours))
            .MaxBy(same => same.Count())!.First();
    }

    /// <summary>The hours of that day of the week.</summary>
    public ImmutableArray<WorkHours> this[DayOfWeek day] => _days[(int)day];

    /// <summary>
    /// The hours that most days of the week have (the earliest from Monday on, if several tie). A make-up working day
    /// works these, and their length is the standard working day.
    /// </summary>
    public ImmutableArray<WorkHours> RegularDay { get; }

    internal static WorkHours? FirstOutOfOrder(ImmutableArray<WorkHours> hours)
    {
        var end = 0;
        foreach (var span in hours)
        {
            if (span.FromMinute < end || span.ToMinute <= span.FromMinute || span.ToMinute > 1_440)
                return span;
            end = span.ToMinute;
        }

        return null;
    }
}
