using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Teams;

/// <summary>
/// The local days of a team: turns the hours of a planned duty into instants. Hours that end where others begin do so at the same
/// instant on every day, also where a change of daylight saving skips that hour or repeats it, since both are read from one table.
/// </summary>
/// <param name="zone">The zone of the hours.</param>
/// <param name="calendar">Says which days are working days.</param>
public sealed class DutyCalendar(TimeZoneInfo zone, WorkCalendar calendar)
{
    private const long MinuteMs = 60_000;
    private const int DayMinutes = 1_440;

    private readonly LocalTimeline _timeline = LocalTimeline.Of(zone);

    /// <summary>The zone of the hours.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(_timeline.ToLocal(at.ToMs())));

    /// <summary>The instant of a local time of day.</summary>
    /// <param name="day">The local day.</param>
    /// <param name="minute">Minutes after its midnight, which may reach into the next day.</param>
    public DateTimeOffset At(DateOnly day, int minute) => Instants.FromMs(_timeline.ToUtc(
        ((long)(day.ToDateTime(default) - DateTime.UnixEpoch).TotalMilliseconds) + (minute * MinuteMs)));

    /// <summary>When a planned duty is done that begins on a local day; null when it does not, or a skipped hour leaves nothing of it.</summary>
    public DutySpan? HoursOn(PlannedDuty duty, DateOnly day)
    {
        if (day < duty.First || day > duty.Last || !Falls(duty.Days, day))
        {
            return null;
        }

        var end = duty.ToMinute > duty.FromMinute ? duty.ToMinute : duty.ToMinute + DayMinutes;
        var span = new DutySpan(At(day, duty.FromMinute), At(day, end));
        return span.To > span.From ? span : null;
    }

    /// <summary>Whose turn it is on a local day, from the first of the duty on.</summary>
    public static IReadOnlyList<string> CrewOn(PlannedDuty duty, DateOnly day) =>
        duty.Crews[(day.DayNumber - duty.First.DayNumber) / duty.TurnDays % duty.Crews.Count];

    private bool Falls(DutyDays days, DateOnly day) => days switch
    {
        DutyDays.WorkingDays => calendar.IsWorkingDay(day),
        DutyDays.DaysOff => !calendar.IsWorkingDay(day),
        _ => true,
    };
}
