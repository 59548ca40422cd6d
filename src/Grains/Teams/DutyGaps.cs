using Dispatch.Contracts;

namespace Dispatch.Grains.Teams;

/// <summary>Where fewer people are than were promised.</summary>
internal static class DutyGaps
{
    /// <summary>The pieces of a stretch of time in which fewer than so many people are on duty.</summary>
    public static IEnumerable<DutyGap> In(DutySpan span, int least, IEnumerable<DutyEntry> entries, int line, string? dutyId)
    {
        var there = entries.Where(entry => entry.Touches(span.From, span.To)).ToList();
        var cuts = there.SelectMany(entry => (DateTimeOffset[])[entry.From, entry.Until])
            .Where(at => at > span.From && at < span.To)
            .Append(span.From).Append(span.To).Distinct().Order().ToList();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (from, to) = (cuts[i], cuts[i + 1]);
            var count = there.Where(entry => entry.Touches(from, to)).Select(entry => entry.UserName).Distinct(StringComparer.Ordinal).Count();
            if (count < least)
            {
                yield return new DutyGap(from, to, line, least - count, dutyId);
            }
        }
    }

    /// <summary>By start, with those of one duty put together that touch and lack the same.</summary>
    public static IReadOnlyList<DutyGap> Joined(IEnumerable<DutyGap> gaps)
    {
        var joined = new List<DutyGap>();
        foreach (var gap in gaps.OrderBy(gap => gap.DutyId, StringComparer.Ordinal).ThenBy(gap => gap.From))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.To == gap.From && last with { From = gap.From, To = gap.To } == gap)
            {
                joined[^1] = last with { To = gap.To };
            }
            else
            {
                joined.Add(gap);
            }
        }

        return [.. joined.OrderBy(gap => gap.From).ThenBy(gap => gap.Line).ThenBy(gap => gap.DutyId, StringComparer.Ordinal)];
    }
}
