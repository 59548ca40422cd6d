namespace Dispatch.Contracts;

/// <summary>What the calendars in use lack, and which running clocks are due on days off. The object that <c>policy lint --json</c> prints.</summary>
/// <param name="At">City time of the look.</param>
/// <param name="Pack">The pack of the settings, as <c>id version</c>.</param>
/// <param name="Adopted">The packs that were adopted and hold now or will, each as <c>id version</c>, in order.</param>
/// <param name="Calendars">The calendars that its clocks run on, by id.</param>
/// <param name="Findings">What somebody should mend.</param>
/// <param name="DaysOff">Running clocks that are due on days off, soonest first, at most <see cref="MostDaysOff"/>: for people to see.</param>
/// <param name="DaysOffTotal">How many there are with those that are not listed.</param>
public sealed record CalendarCheck(
    DateTimeOffset At,
    string Pack,
    IReadOnlyList<string> Adopted,
    IReadOnlyList<CalendarYears> Calendars,
    IReadOnlyList<CalendarFinding> Findings,
    IReadOnlyList<DueOnDayOff> DaysOff,
    int DaysOffTotal)
{
    /// <summary>The most days off that are listed.</summary>
    public const int MostDaysOff = 1_000;
}

/// <summary>A calendar and the years that it knows.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Proposed">Whether its hours are proposed.</param>
/// <param name="Years">The years, in order.</param>
public sealed record CalendarYears(string Id, bool Proposed, IReadOnlyList<int> Years);

/// <summary>Something about a calendar that somebody should look at.</summary>
/// <param name="Code"><c>year-missing</c>, <c>next-year-missing</c> or <c>make-up-days-missing</c>; stable, for programs.</param>
/// <param name="Calendar">The calendar's id.</param>
/// <param name="Detail">A sentence that says what to do.</param>
/// <param name="Year">The year that it is about.</param>
[GenerateSerializer, Immutable, Alias("calendar-finding")]
public sealed record CalendarFinding(
    [property: Id(0)] string Code, [property: Id(1)] string Calendar, [property: Id(2)] string Detail, [property: Id(3)] int Year);

/// <summary>A running clock whose deadline lies on a day without working time.</summary>
/// <param name="Number">The case.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Calendar">Its calendar.</param>
/// <param name="DueAt">When it is due, with the calendar's offset.</param>
/// <param name="Urgent">Whether it runs through days off on purpose.</param>
public sealed record DueOnDayOff(string Number, string Clock, string Calendar, DateTimeOffset DueAt, bool Urgent);
