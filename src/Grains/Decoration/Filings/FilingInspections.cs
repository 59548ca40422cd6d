using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>
/// Inspections are planned by themselves; one that nobody makes rises from the grid over community and street to supervision, as a case
/// does; one with a fault is planned again; the finish inspection without one is the completion check. Pure.
/// </summary>
internal static class FilingInspections
{
    /// <summary>The filing stands: its inspections get their clocks, and the neighbours are to be told.</summary>
    public static void Plan(DossierStep<UnitFilings> step, FilingView filing, PolicyPack pack, DecorationRules rules)
    {
        step.Record(new InspectionsPlanned(filing.Number, FilingPlan.Again(filing, step.Now, pack, rules)));
        step.Start(FilingClock.Neighbours(filing.Number), rules.Clocks[DecorationClocks.FilingNeighbours]);
        foreach (var inspection in step.Dossier.Find(filing.Number)!.Inspections)
        {
            step.StartUntil(FilingClock.Inspection(filing.Number, inspection.Stage), inspection.DueAt);
        }
    }

    /// <summary>A clock ran out: an inspection rises to the next level, whose time begins. Supervision keeps it.</summary>
    public static void Missed(DossierStep<UnitFilings> step, DueMark due, PolicyPack pack)
    {
        if (pack.Decoration is not { } rules || FilingClock.InspectionOf(due.Clock.Name) is not var (number, stage))
        {
            return;
        }

        var inspection = step.Dossier.Find(number)!.Inspections.First(one => one.Stage == stage);
        if (inspection.Level == FilingLevel.Supervision)
        {
            return;
        }

        step.Record(new InspectionEscalated(number, stage, inspection.Level + 1));
        if (inspection.Level + 1 < FilingLevel.Supervision)
        {
            step.Start(due.Clock.Name, rules.Clocks[DecorationClocks.FilingEscalation]);
        }
    }

    public static Verdict Inspect(
        DossierStep<UnitFilings> step, FilingView filing, InspectWorks made, Actor by, FilingKnown known, DecorationRules rules)
    {
        if (filing.State == FilingState.AwaitingApproval)
        {
            return Refusing.With(RefusalCode.AwaitsApproval, "An office has not approved yet, so no work may go on that could be inspected; work that does is reported.");
        }

        if (filing.Inspections.FirstOrDefault(one => one.Stage == made.Stage) is not { } inspection)
        {
            return Refusing.With(RefusalCode.InvalidValue, "This filing has no such inspection.");
        }

        if (inspection.IsPassed())
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "This inspection was passed already.");
        }

        var refusal = UnlessInspector(by, step.Dossier.Unit!, known)
            ?? UnlessComplete(inspection, made.Findings)
            ?? (made.CaseId is null ? null : Refuse.UnlessIds([made.CaseId], "caseId"));
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        var clock = FilingClock.Inspection(filing.Number, made.Stage);
        var passed = made.Findings.All(finding => finding.Good);
        DateTimeOffset? again = passed ? null : known.Pack.StreetCalendar.Advance(rules.Clocks[DecorationClocks.FilingAgain], step.Now);
        step.Answer(clock);
        step.Record(new WorksInspected(filing.Number, made.Stage, [.. made.Findings], WasAtTheDoor(step, by, known.Pack), made.CaseId, again));
        if (again is { } until)
        {
            step.StartUntil(clock, until);
        }
        else if (made.Stage == WorkStage.Finish)
        {
            step.Record(new FilingCompleted(filing.Number));
            CancelAll(step, filing.Number);
        }

        return step.Done();
    }

    /// <summary>Who inspects, and whose scan of the card counts: whoever serves the flat's ground.</summary>
    public static Refusal? UnlessInspector(Actor by, FiledUnit unit, FilingKnown known) => FilingDecider.UnlessOf(
        by, unit, known, "inspect works", FilingRoles.Of(FilingRoles.Inspect));

    /// <summary>No clock of a filing waits any more.</summary>
    public static void CancelAll(DossierStep<UnitFilings> step, int number)
    {
        step.Cancel(FilingClock.Approval(number));
        step.Cancel(FilingClock.Neighbours(number));
        foreach (var stage in Enum.GetValues<WorkStage>())
        {
            step.Cancel(FilingClock.Inspection(number, stage));
        }
    }

    private static Refusal? UnlessComplete(WorksInspection inspection, IReadOnlyList<InspectionFinding> findings) =>
        findings.Count != inspection.Items.Count || !findings.Select(finding => finding.Item).ToHashSet(StringComparer.Ordinal).SetEquals(inspection.Items)
            ? Refuse.With(RefusalCode.ChecklistIncomplete, $"Answer every item of the checklist once: {string.Join(", ", inspection.Items)}.")
            : findings.Select(finding => finding.Good && finding.Note is null ? null : Refusing.UnlessSaid(finding.Note, Refuse.MaxReason, finding.Item))
                .FirstOrDefault(fault => fault is not null);

    private static bool WasAtTheDoor(DossierStep<UnitFilings> step, Actor by, PolicyPack pack) =>
        step.Dossier.Scans.Any(scan => scan.By == by.Id && FilingPlan.Day(scan.At, pack) == FilingPlan.Day(step.Now, pack));
}
