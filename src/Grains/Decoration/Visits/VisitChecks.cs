using System.Collections.Immutable;
using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>
/// The checks that departments have open: inspections of filings, as one check for each department that looks at an item of it, and
/// departments that were called to a case of a flat and have not answered. Pure.
/// </summary>
public static class VisitChecks
{
    /// <summary>How long an overdue check is still planned for; after that it is overdue again.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromDays(1);

    /// <summary>A call that is due sooner is an emergency, which waits for no plan.</summary>
    private static readonly TimeSpan Emergency = TimeSpan.FromHours(4);

    private const int MostDaysBack = 60;

    /// <summary>The open checks of a flat's filings that can begin within the window of the pack.</summary>
    public static IEnumerable<OpenCheck> OfFilings(UnitFilings flat, DateTimeOffset now, PolicyPack pack)
    {
        if (pack is not { Catalogue.View: var catalogue, Decoration: { } rules })
        {
            return [];
        }

        var looking = catalogue.Inspections.ToDictionary(item => item.Id, item => Departments(item, pack), StringComparer.Ordinal);
        return from filing in flat.Filings
               where filing.State == FilingState.Standing
               from inspection in filing.Inspections
               where !inspection.IsPassed()
               let range = Range(inspection, now, pack, rules)
               where range.From <= now.AddDays(rules.Numbers[DecorationNumbers.VisitWindowDays])
               from department in inspection.Items
                   .SelectMany(item => looking.GetValueOrDefault(item, [VisitParties.Enforcement]), (item, department) => (item, department))
                   .GroupBy(one => one.department, one => one.item, StringComparer.Ordinal)
               select new OpenCheck
               {
                   Id = string.Create(CultureInfo.InvariantCulture, $"{flat.Unit!.UnitId}.{filing.Number}.{inspection.Stage}.{department.Key}"),
                   EstateId = flat.Unit.EstateId,
                   UnitId = flat.Unit.UnitId,
                   Department = department.Key,
                   Items = [.. department],
                   From = range.From,
                   Until = range.Until,
                   Filing = filing.Number,
                   Stage = inspection.Stage,
               };
    }

    /// <summary>The departments that are called to a case of a flat, and have time.</summary>
    public static IEnumerable<OpenCheck> OfCase(Case one, DateTimeOffset now, PolicyPack pack)
    {
        if (pack.Catalogue is not { } catalogue || one.IsDrill || !one.Status.IsOpen() || one.Place is not { Estate: { } estate, Unit: { } unit })
        {
            return [];
        }

        ImmutableArray<string> items = [.. catalogue.View.Inspections.Where(item => item.Types.Contains(one.Type)).Select(item => item.Id)];
        return from assist in one.Assists
               where assist.IsOpen && !items.IsEmpty
               let due = Due(one, assist.Department, pack) ?? now + Overdue
               where due > now + Emergency
               select new OpenCheck
               {
                   Id = $"{one.Id}.{assist.Department}",
                   EstateId = estate,
                   UnitId = unit,
                   Department = assist.Department,
                   Items = items,
                   From = assist.CalledAt,
                   Until = due,
                   CaseId = one.Id,
               };
    }

    private static DateTimeOffset? Due(Case one, string department, PolicyPack pack) =>
        one.Clocks.Where(clock => clock.State == ClockState.Running && (clock.Name == SideClocks.ReportIn(department) || clock.Name == SideClocks.Answer(department)))
            .Select(clock => clock.NextMark(pack.Calendars[clock.Calendar])?.DueAt)
            .Min();

    // Community and manager are on the ground every day; a visit is for those who have to come.
    private static ImmutableArray<string> Departments(InspectionItem item, PolicyPack pack) =>
        [.. item.By.Where(one => one == VisitParties.Enforcement || pack.Departments.ContainsKey(one)).DefaultIfEmpty(VisitParties.Enforcement)];

    // A filing knows when an inspection is due and not since when it can be made: that is the day from which its time was counted.
    private static (DateTimeOffset From, DateTimeOffset Until) Range(WorksInspection inspection, DateTimeOffset now, PolicyPack pack, DecorationRules rules)
    {
        var until = inspection.DueAt > now ? inspection.DueAt : now + Overdue;
        if (inspection.DoneAt is { } done)
        {
            return (done, until);
        }

        var budget = rules.Clocks[inspection.Stage switch
        {
            WorkStage.Start => DecorationClocks.FilingStart,
            WorkStage.WetWorks => DecorationClocks.FilingWetWorks,
            _ => DecorationClocks.FilingFinish,
        }];
        var day = FilingPlan.Day(inspection.DueAt, pack);
        for (var back = 0; back < MostDaysBack && pack.StreetCalendar.Advance(budget, FilingPlan.Morning(day, pack)) > inspection.DueAt; back++)
        {
            day = day.AddDays(-1);
        }

        var from = FilingPlan.Morning(day, pack);
        return (from < until ? from : until, until);
    }
}
