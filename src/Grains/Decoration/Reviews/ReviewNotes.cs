using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Decoration.Estates;
using Step = Dispatch.Grains.Decoration.Dossiers.DossierStep<Dispatch.Grains.Decoration.Reviews.JointReview>;

namespace Dispatch.Grains.Decoration.Reviews;

/// <summary>What is written in a review: findings, forecast and what is left to do. Pure.</summary>
internal static class ReviewNotes
{
    private const int MostNotes = 200;

    public static Verdict Find(Step step, RecordFinding record, ReviewSurroundings around)
    {
        var finding = record.Finding;
        if ((UnlessRoom(step.Dossier.Findings.Length) ?? UnlessSpot(finding.PlanId, finding.SpotId, around)
            ?? Refusing.UnlessUnit(finding.Unit is null ? null : $"{step.Dossier.Opened!.EstateId}/{finding.Unit}", around.Territory)
            ?? Refusing.UnlessSaid(finding.What, Refuse.MaxReason, "finding.what") ?? Refuse.UnlessIds(finding.EvidenceIds, "finding.evidenceIds")) is { } refusal)
        {
            return new Refused(refusal);
        }

        List<EvidencePiece> photos = [.. finding.EvidenceIds.Select(around.Evidence.GetValueOrDefault).OfType<EvidencePiece>()];
        if (photos.Count != finding.EvidenceIds.Count)
        {
            return Refusing.With(RefusalCode.UnknownEvidence, "Upload the photos first and name their ids.");
        }

        step.Record(new FindingRecorded(finding, [.. photos]));
        return step.Done();
    }

    public static Verdict Foresee(Step step, ForeseeHarm foresee, ReviewSurroundings around)
    {
        var harm = foresee.Harm;
        if ((UnlessRoom(step.Dossier.Forecast.Length) ?? UnlessSpot(harm.PlanId, harm.SpotId, around) ?? Refusing.UnlessSaid(harm.Why, Refuse.MaxReason, "harm.why")
            ?? (around.Pack.Types.ContainsKey(harm.Type) ? null : Refuse.With(RefusalCode.UnknownType, "The pack has no such type; the catalogue lists them."))
            ?? (step.Dossier.Forecast.Any(other => (other.PlanId, other.SpotId, other.Type) == (harm.PlanId, harm.SpotId, harm.Type))
                ? Refuse.With(RefusalCode.StatusNotAllowed, "This is foreseen already.")
                : null)) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new HarmForeseen(harm));
        return step.Done();
    }

    public static Verdict Leave(Step step, LeaveItem leave, TimeZoneInfo zone)
    {
        var item = leave.Item;
        if ((UnlessRoom(step.Dossier.Items.Length) ?? FloorPlans.UnlessId(item.Id, "item.id") ?? Refusing.UnlessSaid(item.What, Refuse.MaxReason, "item.what")
            ?? (Enum.IsDefined(item.Owner) && item.DoneAt is null ? null : Refuse.With(RefusalCode.InvalidValue, "An item has an owner and is not done yet."))
            ?? (step.Dossier.Items.Any(other => other.Id == item.Id) ? Refuse.With(RefusalCode.StatusNotAllowed, "An item has this id already.") : null)
            ?? (DecorationDays.IsSensible(item.DueOn) && DecorationDays.Ends(item.DueOn, zone) > step.Now
                ? null
                : Refuse.With(RefusalCode.InThePast, "The last day of an item is not past."))) is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new ItemLeft(item));
        step.StartUntil(JointReview.ClockOf(item.Id), DecorationDays.Ends(item.DueOn, zone));
        return step.Done();
    }

    /// <summary>Its owner says so, or whoever leads the review.</summary>
    public static Verdict Close(Step step, CloseItem close, Actor by, ReviewSurroundings around)
    {
        if (step.Dossier.Items.FirstOrDefault(item => item.Id == close.ItemId) is not { DoneAt: null } item)
        {
            return Refusing.With(RefusalCode.StatusNotAllowed, "No such item is open.");
        }

        if (by.Role is not (Role.System or Role.CommunityStaff or Role.Captain) && ReviewParties.Of(by, step.Dossier.Opened!.GridId, around.Territory) != item.Owner)
        {
            return Refusing.With(RefusalCode.WrongParty, "Its owner says that it is done, or the community or captain.");
        }

        step.Answer(JointReview.ClockOf(item.Id));
        step.Record(new ItemClosed(item.Id));
        return step.Done();
    }

    private static Refusal? UnlessRoom(int count) =>
        count < MostNotes ? null : Refuse.With(RefusalCode.InvalidValue, $"A review holds at most {MostNotes} of these.");

    private static Refusal? UnlessSpot(string? planId, string? spotId, ReviewSurroundings around) =>
        planId is null ? (spotId is null ? null : Refuse.With(RefusalCode.UnknownFloorPlan, "A spot needs its floor-plan type."))
        : around.Plans.FirstOrDefault(plan => plan.Id == planId) is not { } plan
            ? Refuse.With(RefusalCode.UnknownFloorPlan, "This estate has no such floor-plan type; draw it first.")
        : spotId is null || plan.Spots.Any(spot => spot.Id == spotId) ? null
        : Refuse.With(RefusalCode.UnknownSpot, "The plan has no such spot; mark it first.");
}
