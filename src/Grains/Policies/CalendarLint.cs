using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Policies;

/// <summary>What the calendars that clocks run on lack for the time ahead, and which deadlines lie on days off.</summary>
public static class CalendarLint
{
    /// <summary>The year that it is now is missing: deadlines of today follow the weekly hours alone.</summary>
    public const string YearMissing = "year-missing";

    /// <summary>The coming year is missing, from <see cref="YearEnds"/> on.</summary>
    public const string NextYearMissing = "next-year-missing";

    /// <summary>The coming year has holidays and no make-up days, which every known year had: they are not published yet, or were left out.</summary>
    public const string MakeUpDaysMissing = "make-up-days-missing";

    /// <summary>
    /// The month from which the coming year must be there. Proposed: the State Council publishes its holidays in November as a rule.
    /// </summary>
    public const int YearEnds = 11;

    /// <summary>What the calendars of some packs lack, each told once.</summary>
    /// <param name="packs">The packs, read with the same calendars.</param>
    /// <param name="now">City time.</param>
    public static IEnumerable<CalendarFinding> Of(IEnumerable<PolicyPack> packs, DateTimeOffset now) => Of(UsedBy(packs), now);

    /// <summary>The calendars that the clocks of some packs run on, by id.</summary>
    public static IReadOnlyList<WorkCalendar> UsedBy(IEnumerable<PolicyPack> packs) =>
        [.. packs.SelectMany(pack => pack.UsedCalendars()).DistinctBy(calendar => calendar.Id).OrderBy(calendar => calendar.Id, StringComparer.Ordinal)];

    /// <summary>What the calendars lack.</summary>
    /// <param name="used">The calendars that clocks run on.</param>
    /// <param name="now">City time.</param>
    public static IEnumerable<CalendarFinding> Of(IEnumerable<WorkCalendar> used, DateTimeOffset now)
    {
        foreach (var calendar in used)
        {
            var (id, today) = (calendar.Id, TimeZoneInfo.ConvertTime(now, calendar.Zone));
            var (year, covered) = (today.Year, calendar.CoveredYears);
            if (!covered.Contains(year))
            {
                yield return new CalendarFinding(YearMissing, id, Line(
                    $"{year} is missing: deadlines of today follow the weekly hours alone, and the hub does not start. Add the year's holidays to the calendar's file."), year);
            }

            if (!covered.Contains(year + 1))
            {
                if (today.Month >= YearEnds)
                {
                    yield return new CalendarFinding(NextYearMissing, id, Line(
                        $"{year + 1} is missing: deadlines there are provisional. Add the year's holidays to the calendar's file and restart."), year + 1);
                }
            }
            else if (HasMakeUpDays(calendar) && !calendar.MakeUpDays.Any(day => day.Year == year + 1))
            {
                yield return new CalendarFinding(MakeUpDaysMissing, id, Line(
                    $"{year + 1} has no make-up working days, which every year before it had: look whether they are published by now."), year + 1);
            }
        }
    }

    /// <summary>The running clocks of a case that are due on a day off. For people to see: a clock that counts working time is never due there.</summary>
    /// <param name="case">The case.</param>
    /// <param name="number">Its number.</param>
    /// <param name="pack">The pack that it keeps.</param>
    public static IEnumerable<DueOnDayOff> DaysOff(Case @case, string number, PolicyPack pack)
    {
        foreach (var clock in @case.Clocks)
        {
            var calendar = pack.Calendars[clock.Calendar];
            if (clock.State == ClockState.Running && clock.DueAt(calendar) is { } due && calendar.IsDayOff(due))
            {
                yield return new DueOnDayOff(number, clock.Name, calendar.Id, TimeZoneInfo.ConvertTime(due, calendar.Zone), clock.Budget.IsUrgent);
            }
        }
    }

    /// <summary>Every covered year before the last one had some: a place without make-up days is asked for none.</summary>
    private static bool HasMakeUpDays(WorkCalendar calendar)
    {
        var before = calendar.CoveredYears[..^1];
        return before.Length > 0 && before.All(year => calendar.MakeUpDays.Any(day => day.Year == year));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
