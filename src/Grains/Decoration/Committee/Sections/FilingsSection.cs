using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Filings;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>Filings of the month, and whether its inspections were made before any of their deadlines ran out.</summary>
internal static class FilingsSection
{
    private static readonly Text Title = new("装修备案与检查", "Filings and inspections");
    private static readonly Text Note = new(
        "按时：从排定到到场，期间没有任何期限超时。", "In time: no deadline of the inspection ran out between its planning and somebody's coming.");

    private static readonly Text Filed = new("本月备案", "Filed this month");
    private static readonly Text Completed = new("本月竣工核验通过", "Completion checks passed");
    private static readonly Text Refused = new("本月不予备案", "Refused by an office");
    private static readonly Text InTime = new("检查按时完成", "Inspections made in time");
    private static readonly Text Waiting = new("逾期仍无人到场", "Late, and nobody came yet");

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        List<(CommitteeDossier Dossier, UnitFilings State)> flats = [.. facts.Of<UnitFilings>()];
        List<(CommitteeSource Source, bool InTime)> made = [.. flats.SelectMany(flat => Made(flat.Dossier, flat.State, facts.Month))];
        return new CommitteeSection("filings", Title, Note,
        [
            Line<WorksFiled>("filed", Filed),
            Line<FilingCompleted>("completed", Completed),
            Line<FilingRefused>("refused", Refused),
            CommitteeSources.Line("inspections-in-time", InTime, made.Where(one => one.InTime).Select(one => one.Source), made.Count),
            CommitteeSources.Line("inspections-waiting", Waiting, flats.SelectMany(flat => Late(flat.State).Select(_ => Source(flat.Dossier, flat.State)))),
        ]);

        CommitteeLine Line<TEvent>(string id, Text title) => CommitteeSources.Line(id, title,
            from flat in flats
            from happened in flat.Dossier.Events
            where happened.Event is TEvent && facts.Month.Holds(happened.At)
            select Source(flat.Dossier, flat.State));
    }

    /// <summary>The inspections made in the month. One that is made again counts again, and its lateness with it.</summary>
    private static IEnumerable<(CommitteeSource Source, bool InTime)> Made(CommitteeDossier dossier, UnitFilings flat, CommitteeMonth month)
    {
        var missed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happened in dossier.Events)
        {
            if (happened.Event is DeadlineMissed late)
            {
                missed.Add(late.Clock);
            }
            else if (happened.Event is WorksInspected made && missed.Remove(FilingClock.Inspection(made.Number, made.Stage)) is var wasLate && month.Holds(happened.At))
            {
                yield return (Source(dossier, flat), !wasLate);
            }
        }
    }

    private static IEnumerable<WorksInspection> Late(UnitFilings flat) =>
        from filing in flat.Filings
        where filing.State == FilingState.Standing
        from inspection in filing.Inspections
        where inspection.Level > FilingLevel.Grid && !inspection.IsPassed()
        select inspection;

    private static CommitteeSource Source(CommitteeDossier dossier, UnitFilings flat) => CommitteeSources.Of(
        dossier, new Text($"{flat.Unit!.Estate.Zh} {flat.Unit.UnitId}", $"{flat.Unit.Estate.En} {flat.Unit.UnitId}"), $"/unit?at={dossier.Id}");
}
