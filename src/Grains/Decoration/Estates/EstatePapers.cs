using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Dossiers;
using Step = Dispatch.Grains.Decoration.Dossiers.DossierStep<Dispatch.Grains.Decoration.Estates.EstateDossier>;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>Who is responsible, the agreement, the hand-over and what is watched. Pure.</summary>
internal static class EstatePapers
{
    private const int MostParties = 30;
    private const int MostWatchPoints = 500;
    private const int LeastSides = 2;
    private const int MostSides = 6;

    public static Verdict Name(Step step, NameResponsible name)
    {
        var (estate, party) = (step.Dossier, name.Party);
        if ((FloorPlans.UnlessId(party.Id, "party.id") ?? Refusing.UnlessSaid(party.Name, Text.MaxLength, "party.name")
            ?? FloorPlans.UnlessNamed(party.Duties, Refuse.MaxReason, "party.duties")
            ?? (Enum.IsDefined(party.Kind) && DecorationDays.IsSensible(party.Since) ? null : Refuse.With(RefusalCode.InvalidValue, "Say which party it is, and since which day."))
            ?? (estate.Parties.Length == MostParties && estate.Parties.All(other => other.Id != party.Id)
                ? Refuse.With(RefusalCode.InvalidValue, $"The list holds at most {MostParties} parties.")
                : null)) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new ResponsibleNamed(party));
        return step.Done();
    }

    public static Verdict Release(Step step, ReleaseResponsible release)
    {
        if (step.Dossier.Parties.All(party => party.Id != release.PartyId))
        {
            return Refusing.With(RefusalCode.InvalidValue, "No such party is on the list.");
        }

        step.Record(new ResponsibleReleased(release.PartyId));
        return step.Done();
    }

    /// <summary>The clock runs until some days before the last one; an agreement that is nearer its end than that is told at its end.</summary>
    public static Verdict Record(Step step, RecordAgreement record, EstateSurroundings around, DecorationRules rules)
    {
        var agreement = record.Agreement;
        var refusal = (agreement.Parties.Count is < LeastSides or > MostSides
                ? Refuse.With(RefusalCode.InvalidValue, $"An agreement is between {LeastSides} to {MostSides} parties.")
                : agreement.Parties.Select(party => Refusing.UnlessSaid(party, Text.MaxLength, "agreement.parties")).FirstOrDefault(fault => fault is not null))
            ?? Refusing.UnlessSaid(agreement.Covers, Refuse.MaxReason, "agreement.covers")
            ?? Refuse.UnlessIds(agreement.EvidenceIds, "agreement.evidenceIds");
        if (refusal is not null)
        {
            return new Refused(refusal);
        }

        if (!DecorationDays.IsSensible(agreement.From) || !DecorationDays.IsSensible(agreement.Until) || agreement.Until < agreement.From
            || DecorationDays.Ends(agreement.Until, around.Zone) <= step.Now)
        {
            return Refusing.With(RefusalCode.InvalidValue, "The last day of an agreement is not before its first, and not past.");
        }

        List<EvidencePiece> pages = [.. agreement.EvidenceIds.Select(id => step.Dossier.Picture(id) ?? around.Evidence.GetValueOrDefault(id)).OfType<EvidencePiece>()];
        if (pages.Count != agreement.EvidenceIds.Count)
        {
            return Refusing.With(RefusalCode.UnknownEvidence, "Upload the pages as pictures first and name their ids.");
        }

        step.Answer(EstateDossier.AgreementClock);
        step.Record(new AgreementRecorded(agreement, [.. pages]));
        var ends = DecorationDays.Ends(agreement.Until, around.Zone);
        var notice = ends.AddDays(-rules.Numbers[DecorationNumbers.AgreementNoticeDays]);
        step.StartUntil(EstateDossier.AgreementClock, notice > step.Now ? notice : ends);
        return step.Done();
    }

    public static Verdict Plan(Step step, PlanHandOver plan, EstateSurroundings around)
    {
        if (step.Dossier.HandOverOn == plan.On)
        {
            return new DossierDecision([], step.Dossier);
        }

        if (!DecorationDays.IsSensible(plan.On) || DecorationDays.Begins(plan.On, around.Zone) <= step.Now)
        {
            return Refusing.With(RefusalCode.InThePast, "The day of the hand-over lies ahead.");
        }

        step.Record(new HandOverPlanned(plan.On));
        if (step.Dossier.ReviewId is null)
        {
            step.StartUntil(EstateDossier.HandOverClock, DecorationDays.Begins(plan.On, around.Zone));
        }

        return step.Done();
    }

    public static Verdict Keep(Step step, KeepWatch keep)
    {
        var estate = step.Dossier;
        if (estate.ReviewId == keep.ReviewId)
        {
            return new DossierDecision([], estate);
        }

        if (estate.Watch.Length + keep.Points.Count > MostWatchPoints)
        {
            return Refusing.With(RefusalCode.InvalidValue, $"An estate has at most {MostWatchPoints} watch points; end some first.");
        }

        step.Answer(EstateDossier.HandOverClock);
        step.Record(new WatchKept(keep.ReviewId, [.. keep.Points]));
        return step.Done();
    }

    public static Verdict End(Step step, EndWatch end)
    {
        if (Refuse.UnlessReason(end.Reason) is { } refusal)
        {
            return new Refused(refusal);
        }

        if (step.Dossier.Watch.All(point => point.Id != end.WatchId))
        {
            return Refusing.With(RefusalCode.InvalidValue, "The estate has no such watch point.");
        }

        step.Record(new WatchEnded(end.WatchId, end.Reason));
        return step.Done();
    }
}
