using Dispatch.Contracts;

namespace Dispatch.Grains.Teams;

/// <summary>
/// Who is on duty when: a function of roster and calendar. What is planned is put out over local days; overrides and halves of swaps
/// are laid over it in the order in which they were said; whoever is on leave is taken out last, so that a leave with a cover leaves
/// the cover and one without leaves a gap.
/// </summary>
public sealed class DutyPlan(Roster roster, DutyCalendar calendar)
{
    /// <summary>Who is on duty at an instant: the first line before the second, then by user name; nobody twice.</summary>
    public IReadOnlyList<OnDuty> At(DateTimeOffset at) => [.. Of(Entries(at, at.AddMilliseconds(1)).Select(Shown))];

    /// <summary>Of the duties that touch an instant, who is on duty then and by which of them: as <see cref="At"/>.</summary>
    public static IEnumerable<OnDuty> Of(IEnumerable<OnDuty> touching) => touching
        .OrderBy(entry => entry.Line).ThenBy(entry => entry.From).ThenBy(entry => entry.ShiftId, StringComparer.Ordinal)
        .DistinctBy(entry => entry.UserName, StringComparer.Ordinal)
        .OrderBy(entry => entry.Line).ThenBy(entry => entry.UserName, StringComparer.Ordinal);

    /// <summary>Who is on duty in a stretch of time, by start, line and user name; what begins before it or ends after it is not cut.</summary>
    public IReadOnlyList<OnDuty> Between(DateTimeOffset from, DateTimeOffset to) =>
    [
        .. Entries(from, to)
            .OrderBy(entry => entry.From).ThenBy(entry => entry.Line).ThenBy(entry => entry.UserName, StringComparer.Ordinal)
            .Select(Shown),
    ];

    /// <summary>
    /// Where fewer are on duty than a planned duty promises, and where the first line ends and nothing follows; by start. Cut to the
    /// stretch of time.
    /// </summary>
    public IReadOnlyList<DutyGap> Gaps(DateTimeOffset from, DateTimeOffset to)
    {
        var entries = Entries(from, to);
        var gaps = new List<DutyGap>();
        foreach (var duty in roster.Planned)
        {
            var own = entries.Where(entry => entry.DutyId == duty.Id).ToList();
            foreach (var (_, span) in Hours(duty, from, to))
            {
                gaps.AddRange(DutyGaps.In(Cut(span, from, to), duty.Least, own, duty.Line, duty.Id));
            }
        }

        if (EndOfFirstLine() is { } end && end < to)
        {
            gaps.AddRange(DutyGaps.In(new DutySpan(end > from ? end : from, to), 1, entries.Where(entry => entry.Line == 1), 1, null));
        }

        return DutyGaps.Joined(gaps);
    }

    /// <summary>The first instant at which one of these people has two duties at once; null when none has.</summary>
    internal (string UserName, DateTimeOffset At)? Doubled(IEnumerable<string> names, DateTimeOffset from, DateTimeOffset to)
    {
        var wanted = names.ToHashSet(StringComparer.Ordinal);
        var last = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var entry in Entries(from, to).Where(entry => wanted.Contains(entry.UserName)).OrderBy(entry => entry.From))
        {
            if (last.TryGetValue(entry.UserName, out var until) && entry.From < until)
            {
                return (entry.UserName, entry.From > from ? entry.From : from);
            }

            last[entry.UserName] = entry.Until;
        }

        return null;
    }

    /// <summary>Whether somebody is on duty through all of a stretch of time.</summary>
    internal bool IsOnDuty(string userName, DutySpan span)
    {
        var reached = span.From;
        foreach (var entry in Entries(span.From, span.To).Where(entry => entry.UserName == userName).OrderBy(entry => entry.From))
        {
            if (entry.From > reached)
            {
                return false;
            }

            reached = entry.Until > reached ? entry.Until : reached;
        }

        return reached >= span.To;
    }

    /// <summary>Whether somebody, on leave or not, has a duty in a stretch of time that another could do in their place.</summary>
    internal bool HasDuty(string userName, DutySpan span) =>
        Laid(span.From, span.To).Exists(entry => entry.UserName == userName && entry.Touches(span.From, span.To));

    private static DutySpan Cut(DutySpan span, DateTimeOffset from, DateTimeOffset to) =>
        new(span.From > from ? span.From : from, span.To < to ? span.To : to);

    private List<DutyEntry> Entries(DateTimeOffset from, DateTimeOffset to)
    {
        var entries = Laid(from, to);
        foreach (var leave in roster.Leave)
        {
            if (leave.State == AskState.Agreed)
            {
                entries = Without(entries, leave);
            }
        }

        return entries.FindAll(entry => entry.Touches(from, to));
    }

    private static List<DutyEntry> Without(List<DutyEntry> entries, DutyLeave leave) =>
        !entries.Exists(entry => entry.UserName == leave.UserName && entry.Touches(leave.From, leave.To))
            ? entries
            : [.. entries.SelectMany(entry => entry.UserName == leave.UserName && entry.Touches(leave.From, leave.To) ? entry.Outside(leave.From, leave.To) : [entry])];

    /// <summary>What is planned with the overrides over it, leave aside.</summary>
    private List<DutyEntry> Laid(DateTimeOffset from, DateTimeOffset to)
    {
        var entries = new List<DutyEntry>();
        foreach (var duty in roster.Planned)
        {
            foreach (var (day, span) in Hours(duty, from, to))
            {
                entries.AddRange(DutyCalendar.CrewOn(duty, day).Select(name => new DutyEntry(name, duty.Line, span.From, span.To, duty.Id, duty.Id)));
            }
        }

        foreach (var one in roster.Overrides)
        {
            if (one.Replaces is null)
            {
                entries.Add(new DutyEntry(one.UserName, one.Line, one.From, one.To, one.Id, null));
            }
            else if (entries.Exists(entry => IsReplaced(entry, one)))
            {
                entries = [.. entries.SelectMany(entry => IsReplaced(entry, one) ? entry.Outside(one.From, one.To).Append(entry.DoneBy(one)) : [entry])];
            }
        }

        return entries;
    }

    private static bool IsReplaced(DutyEntry entry, DutyOverride by) => entry.UserName == by.Replaces && entry.Touches(by.From, by.To);

    /// <summary>The hours of a planned duty that touch a stretch of time, each with the local day on which they begin.</summary>
    private IEnumerable<(DateOnly Day, DutySpan Span)> Hours(PlannedDuty duty, DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (calendar.DayOf(from).AddDays(-1), calendar.DayOf(to));
        first = first < duty.First ? duty.First : first;
        last = last > duty.Last ? duty.Last.Value : last;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (calendar.HoursOn(duty, day) is { } span && span.From < to && from < span.To)
            {
                yield return (day, span);
            }
        }
    }

    /// <summary>When the last duty of the first line ends; null while one goes on until further notice, or there never was one.</summary>
    private DateTimeOffset? EndOfFirstLine()
    {
        DateTimeOffset? end = null;
        foreach (var duty in roster.Planned.Where(duty => duty.Line == 1))
        {
            if (duty.Last is not { } last)
            {
                return null;
            }

            var ends = calendar.At(last, duty.ToMinute > duty.FromMinute ? duty.ToMinute : duty.ToMinute + 1_440);
            end = end > ends ? end : ends;
        }

        return end;
    }

    private OnDuty Shown(DutyEntry entry)
    {
        var member = roster.Members.GetValueOrDefault(entry.UserName);
        return new OnDuty
        {
            UserName = entry.UserName,
            Role = member?.Role ?? Role.Officer,
            Line = entry.Line,
            From = entry.From,
            Until = entry.Until,
            ShiftId = entry.ShiftId,
            Skills = member?.Skills ?? [],
        };
    }
}
