using System.Collections.Immutable;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>When the works of a filing are inspected. Pure.</summary>
internal static class FilingPlan
{
    private const int WetPart = 3;

    /// <summary>The inspections of a filing, by working days from the days that the owner named; never due before now and the pack's time.</summary>
    /// <param name="filing">From which day to which.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="pack">Has calendar and times.</param>
    /// <param name="rules">The times.</param>
    public static ImmutableArray<WorksInspection> Again(FilingView filing, DateTimeOffset now, PolicyPack pack, DecorationRules rules) =>
        [.. filing.Inspections.Select(inspection => inspection with { DueAt = Later(inspection.DueAt, Due(pack, rules, inspection.Stage, now)) })];

    /// <summary>As <see cref="Again"/>, of a scope that is being filed.</summary>
    public static ImmutableArray<WorksInspection> Of(
        FileWorks filed, IReadOnlyList<WorkItem> works, FilingScope scope, DateTimeOffset now, PolicyPack pack, DecorationRules rules)
    {
        var wet = filed.WetOn ?? filed.From.AddDays((filed.To.DayNumber - filed.From.DayNumber) / WetPart);
        return
        [
            .. from planned in new[]
               {
                   (Stage: WorkStage.Start, From: Morning(filed.From, pack)),
                   (Stage: WorkStage.WetWorks, From: Morning(wet, pack)),
                   (Stage: WorkStage.Finish, From: Morning(filed.To.AddDays(1), pack)),
               }
               let items = scope.Items(works, planned.Stage)
               where items.Count > 0
               select new WorksInspection
               {
                   Stage = planned.Stage,
                   Items = items,
                   DueAt = Due(pack, rules, planned.Stage, Later(planned.From, now)),
               },
        ];
    }

    /// <summary>The local day of an instant.</summary>
    public static DateOnly Day(DateTimeOffset at, PolicyPack pack) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, pack.StreetCalendar.Zone).DateTime);

    private static DateTimeOffset Due(PolicyPack pack, DecorationRules rules, WorkStage stage, DateTimeOffset from) =>
        pack.StreetCalendar.Advance(rules.Clocks[Budget(stage)], from);

    private static string Budget(WorkStage stage) => stage switch
    {
        WorkStage.Start => DecorationClocks.FilingStart,
        WorkStage.WetWorks => DecorationClocks.FilingWetWorks,
        _ => DecorationClocks.FilingFinish,
    };

    /// <summary>When a local day begins.</summary>
    public static DateTimeOffset Morning(DateOnly day, PolicyPack pack)
    {
        var zone = pack.StreetCalendar.Zone;
        var midnight = day.ToDateTime(TimeOnly.MinValue);

        // A zone whose clocks skip midnight begins that day at one.
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, zone));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
