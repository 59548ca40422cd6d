using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>What stands around a command on a visit.</summary>
/// <param name="Territory">The ground.</param>
/// <param name="Pack">The pack in force.</param>
/// <param name="Open">The open checks of the estate that no other visit has, for planning; empty otherwise.</param>
/// <param name="Officers">Which of the officers named are of the team.</param>
/// <param name="Photos">The photos that the command may name.</param>
/// <param name="NotRecorded">Checks whose inspection could not be recorded with its filing; known with the last signature.</param>
public sealed record VisitSurroundings(
    Territory Territory, PolicyPack Pack, ImmutableArray<OpenCheck> Open, ImmutableHashSet<string> Officers,
    ImmutableDictionary<string, EvidencePiece> Photos, ImmutableArray<string> NotRecorded);

/// <summary>A visit from its plan over the checklists to the signature of every department. Pure.</summary>
public static class VisitDecider
{
    private const int LeastOfficers = 2;
    private const int MostOfficers = 10;
    private const int MostPhotos = 200;
    private const int LongestCheck = 200;

    /// <summary>Decides a command.</summary>
    /// <param name="visit">As it stands.</param>
    /// <param name="id">Its id.</param>
    /// <param name="act">The command.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="around">What stands around it.</param>
    public static Verdict Decide(Visit visit, string id, DossierAct act, DateTimeOffset now, VisitSurroundings around)
    {
        if (around.Pack.Decoration is not { } rules)
        {
            return Refusing.NotOffered;
        }

        var step = new DossierStep<Visit>(visit, now, act.By.Id, around.Pack, act.Command.OccurredAt);
        if (act.Command is PlanVisit plan)
        {
            return Plan(step, id, plan, act.By, around);
        }

        if (visit.Planned is null)
        {
            return Refusing.With(RefusalCode.Unknown, "There is no such visit.");
        }

        if (VisitParties.Refuses(act.By, act.Command.GetType(), visit, around.Territory) is { } refusal)
        {
            return new Refused(refusal);
        }

        return (act.Command, visit.State) switch
        {
            (BeginVisit begin, VisitState.Planned) => Begin(step, begin, around, rules),
            (TickVisit tick, VisitState.Begun) => Tick(step, tick, around),
            (SignVisit sign, VisitState.Begun) => Sign(step, sign, act.By, around),
            (CallOffVisit off, VisitState.Planned or VisitState.Begun) => CallOff(step, off),
            _ => Refusing.With(RefusalCode.StatusNotAllowed, "Not as the visit stands: it is planned, begun, ticked, signed."),
        };
    }

    private static Verdict Plan(DossierStep<Visit> step, string id, PlanVisit plan, Actor by, VisitSurroundings around)
    {
        if (step.Dossier.Planned is not null)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "This visit is planned already.");
        }

        if (around.Territory.FindEstate(plan.EstateId) is not { } estate || around.Territory.FindCommunity(estate.CommunityId) is not { } community)
        {
            return Refusing.With(RefusalCode.UnknownPlace, "The territory has no such estate.");
        }

        var asked = plan.CheckIds.ToHashSet(StringComparer.Ordinal);
        ImmutableArray<OpenCheck> checks = [.. around.Open.Where(check => asked.Contains(check.Id))];
        var refusal = VisitParties.RefusesPlanning(by, estate.GridId, around.Territory)
            ?? (plan.CheckIds.Count is 0 or > VisitGrouping.MostChecks || asked.Count != plan.CheckIds.Count || asked.Any(check => check.Length is 0 or > LongestCheck)
                ? Refuse.With(RefusalCode.InvalidValue, $"Name 1 to {VisitGrouping.MostChecks} checks, each once.")
                : null)
            ?? (checks.Length == asked.Count ? null : Refuse.With(RefusalCode.CheckNotOpen, "A check is not open any more, or another visit has it."))
            ?? (plan.At <= step.Now ? Refuse.With(RefusalCode.InThePast, "A visit is planned ahead.") : null)
            ?? (checks.All(check => check.From <= plan.At && plan.At <= check.Until)
                ? null
                : Refuse.With(RefusalCode.VisitOutsideWindow, "At this time one of the checks cannot be made yet, or is late."));
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        ImmutableArray<string> departments =
        [
            VisitParties.Enforcement,
            .. checks.Select(check => check.Department).Where(department => department != VisitParties.Enforcement).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        step.Record(new VisitPlanned(id, estate.Id, community.StreetId, community.Id, estate.GridId, plan.At.CutToMilliseconds(), departments, checks));
        step.StartUntil(Visit.HoldClock, checks.Min(check => check.Until));
        return step.Done();
    }

    private static Verdict Begin(DossierStep<Visit> step, BeginVisit begin, VisitSurroundings around, DecorationRules rules)
    {
        var officers = begin.Officers.Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (officers.Length is < LeastOfficers or > MostOfficers || officers.Length != begin.Officers.Count || !officers.All(around.Officers.Contains))
        {
            return Refusing.With(RefusalCode.TwoOfficers, $"Name {LeastOfficers} to {MostOfficers} officers of the team, each once.");
        }

        step.Answer(Visit.HoldClock);
        step.Record(new VisitBegun(officers));
        step.Start(Visit.SignaturesClock, rules.Clocks[DecorationClocks.VisitSignatures]);
        return step.Done();
    }

    private static Verdict Tick(DossierStep<Visit> step, TickVisit tick, VisitSurroundings around)
    {
        List<EvidencePiece> photos = [.. tick.EvidenceIds.Select(around.Photos.GetValueOrDefault).OfType<EvidencePiece>()];
        var refusal = (step.Dossier.Lines.Any(line => line.Item == tick.Item && line.UnitId == tick.UnitId)
                ? null
                : Refuse.With(RefusalCode.InvalidValue, "The checklists have no such line."))
            ?? (tick is { Good: true, Note: null } ? null : Refusing.UnlessSaid(tick.Note, Refuse.MaxReason, "note"))
            ?? Refuse.UnlessIds(tick.EvidenceIds, "evidenceIds")
            ?? (photos.Count != tick.EvidenceIds.Count || step.Dossier.Pictures.Length + photos.Count > MostPhotos
                ? Refuse.With(RefusalCode.UnknownEvidence, $"Upload the photos first and name their ids; a visit keeps {MostPhotos}.")
                : null);
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Record(new VisitTicked(tick.Item, tick.UnitId, tick.Good, tick.Note, [.. photos]));
        return step.Done();
    }

    private static Verdict Sign(DossierStep<Visit> step, SignVisit sign, Actor by, VisitSurroundings around)
    {
        var visit = step.Dossier;
        var refusal = (visit.Planned!.Departments.Contains(sign.Department) && VisitParties.SignsFor(by, sign.Department, visit, around.Territory, around.Pack)
                ? null
                : Refuse.With(RefusalCode.WrongParty, "Sign for your own department, if it is one of the visit's."))
            ?? (visit.Signatures.Any(signature => signature.Department == sign.Department)
                ? Refuse.With(RefusalCode.SignedAlready, "This department has signed already.")
                : null)
            ?? (visit.Lines.All(line => line.Good is not null) ? null : Refuse.With(RefusalCode.ChecklistIncomplete, "Answer every line of the checklists first."));
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        step.Record(new VisitSigned(sign.Department));
        if (!step.Dossier.Outstanding().Any())
        {
            step.Answer(Visit.SignaturesClock);
            step.Record(new VisitHeld(visit.Planned.Checks.Length - 1, around.NotRecorded));
            step.CancelAll();
        }

        return step.Done();
    }

    private static Verdict CallOff(DossierStep<Visit> step, CallOffVisit off)
    {
        if (Refuse.UnlessReason(off.Reason) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new VisitCalledOff(off.Reason));
        step.CancelAll();
        return step.Done();
    }
}
