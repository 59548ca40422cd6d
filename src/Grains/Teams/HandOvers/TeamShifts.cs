using Dispatch.Contracts;

namespace Dispatch.Grains.Teams.HandOvers;

/// <summary>
/// The shifts of a team that are handed over: the hours in which a planned duty of the first line runs, cut where one of them ends.
/// Swaps and stand-ins change who is there and no hour.
/// </summary>
internal sealed class TeamShifts
{
    /// <summary>How far around an instant shifts are looked for: more than the longest holidays.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(16);

    private readonly List<DutySpan> _shifts = [];

    /// <summary>The shifts around an instant.</summary>
    /// <param name="planned">What the team has planned.</param>
    /// <param name="calendar">Its local days.</param>
    /// <param name="now">The instant.</param>
    public TeamShifts(IEnumerable<PlannedDuty> planned, DutyCalendar calendar, DateTimeOffset now)
    {
        var (first, last) = (calendar.DayOf(now - Horizon), calendar.DayOf(now + Horizon));
        var spans = planned.Where(duty => duty.Line == 1)
            .SelectMany(duty => Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(day => calendar.HoursOn(duty, first.AddDays(day))))
            .OfType<DutySpan>()
            .ToList();
        DateTimeOffset? from = null;
        foreach (var (at, ends) in spans.SelectMany(span => ((DateTimeOffset At, bool Ends)[])[(span.From, false), (span.To, true)]).Distinct().OrderBy(cut => cut.At).ThenByDescending(cut => cut.Ends))
        {
            if (ends && from is { } began && began < at)
            {
                _shifts.Add(new DutySpan(began, at));
            }

            from = spans.Exists(span => span.From <= at && at < span.To) ? ends ? at : from ?? at : null;
        }
    }

    /// <summary>The shift that runs at an instant; null where nothing is planned then.</summary>
    public DutySpan? RunningAt(DateTimeOffset at) => _shifts.Find(shift => shift.From <= at && at < shift.To);

    /// <summary>The latest shift that is over at an instant; null where there was none.</summary>
    public DutySpan? LastBefore(DateTimeOffset at) => _shifts.FindLast(shift => shift.To <= at);

    /// <summary>The shift that follows; null where none is planned.</summary>
    public DutySpan? After(DutySpan shift) => _shifts.Find(other => other.From >= shift.To);
}
