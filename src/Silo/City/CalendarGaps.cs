using Dispatch.Grains.Policies;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Health;

namespace Dispatch.Silo.City;

/// <summary>
/// Names calendars that do not cover the time ahead, whose deadlines there are computed from weekly hours alone and are provisional until
/// the year's holidays are loaded, and those whose coming year has no make-up days yet.
/// </summary>
internal sealed class CalendarGaps(OpenedCity city, CityClock clock) : IReadinessNote
{
    /// <summary>How far ahead it looks: longer than any working-day budget of the sample packs takes.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(90);

    public IEnumerable<string> Notes()
    {
        var (now, until) = (clock.Now, clock.Now + Ahead);
        var used = city.Policies.Current.UsedCalendars().ToList();
        return used
            .Where(calendar => !calendar.IsCovered(until))
            .Select(calendar =>
                $"The calendar {calendar.Id} lacks {TimeZoneInfo.ConvertTime(until, calendar.Zone):yyyy}: deadlines in that year are provisional; "
                    + "add its holidays to the calendar's file and restart.")
            .Concat(CalendarLint.Of(used, now)
                .Where(finding => finding.Code == CalendarLint.MakeUpDaysMissing)
                .Select(finding => $"The calendar {finding.Calendar}: {finding.Detail}"));
    }
}
