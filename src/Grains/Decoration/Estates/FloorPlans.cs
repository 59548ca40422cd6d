using System.Text.RegularExpressions;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Cases;
using Step = Dispatch.Grains.Decoration.Dossiers.DossierStep<Dispatch.Grains.Decoration.Estates.EstateDossier>;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>Floor-plan types, their spots and their guidance. Pure.</summary>
internal static partial class FloorPlans
{
    private const int MostPlans = 50;
    private const int MostSpots = 60;
    private const int MostUnits = 2_000;

    private static Refused NoPlan => Refusing.With(RefusalCode.UnknownFloorPlan, "This estate has no such floor-plan type; draw it first.");

    public static Verdict Draw(Step step, DrawFloorPlan draw, EstateSurroundings around)
    {
        var estate = step.Dossier;
        if ((UnlessId(draw.PlanId, "planId") ?? UnlessNamed(draw.Name, Text.MaxLength, "name") ?? UnlessOwnUnits(estate, draw, around)
            ?? (estate.Plan(draw.PlanId) is null && estate.Plans.Length == MostPlans
                ? Refuse.With(RefusalCode.InvalidValue, $"An estate has at most {MostPlans} floor-plan types.")
                : null)) is { } refusal)
        {
            return new Refused(refusal);
        }

        if (Picture(estate, draw.EvidenceId, around) is not { } image)
        {
            return Refusing.With(RefusalCode.UnknownEvidence, "Upload the plan as a picture first (JPEG, PNG or WebP) and name its id.");
        }

        step.Record(new FloorPlanDrawn(draw.PlanId, draw.Name, image, [.. draw.Units]));
        return step.Done();
    }

    public static Verdict Mark(Step step, MarkSpot mark, EstateSurroundings around)
    {
        var (estate, spot) = (step.Dossier, mark.Spot);
        if (estate.Plan(mark.PlanId) is not { } plan)
        {
            return NoPlan;
        }

        if (spot.X is not (>= 0 and <= 1) || spot.Y is not (>= 0 and <= 1))
        {
            return Refusing.With(RefusalCode.SpotOutsidePlan, "The spot lies outside its plan: x and y are fractions of the picture, 0 to 1.");
        }

        if ((UnlessId(spot.Id, "spot.id") ?? UnlessNamed(spot.Sentence, Refuse.MaxReason, "spot.sentence")
            ?? (Enum.IsDefined(spot.Kind) && Enum.IsDefined(spot.Ruling) ? null : Refuse.With(RefusalCode.InvalidValue, "The spot needs a kind and a ruling."))
            ?? (plan.Spot(spot.Id) is null && plan.Spots.Length == MostSpots
                ? Refuse.With(RefusalCode.InvalidValue, $"A floor plan has at most {MostSpots} spots.")
                : null)) is { } refusal)
        {
            return new Refused(refusal);
        }

        EvidencePiece? picture = null;
        if (spot.EvidenceId is { } id && (picture = Picture(estate, id, around)) is null)
        {
            return Refusing.With(RefusalCode.UnknownEvidence, "Upload the spot's picture first and name its id.");
        }

        step.Record(new SpotMarked(plan.Id, spot, picture));
        return step.Done();
    }

    public static Verdict Remove(Step step, RemoveSpot remove)
    {
        if (step.Dossier.Plan(remove.PlanId) is not { } plan)
        {
            return NoPlan;
        }

        if (plan.Spot(remove.SpotId) is null)
        {
            return Refusing.With(RefusalCode.UnknownSpot, "The plan has no such spot.");
        }

        step.Record(new SpotRemoved(plan.Id, remove.SpotId));
        return step.Done();
    }

    public static Verdict Write(Step step, DraftGuidance draft)
    {
        if (step.Dossier.Plan(draft.PlanId) is not { } plan)
        {
            return NoPlan;
        }

        if (UnlessNamed(draft.Words, Refuse.MaxReason, "words") is { } refusal)
        {
            return new Refused(refusal);
        }

        step.Record(new GuidanceDrafted(plan.Id, draft.Words));
        return step.Done();
    }

    public static Verdict Publish(Step step, PublishGuidance publish)
    {
        if (step.Dossier.Plan(publish.PlanId) is not { } plan)
        {
            return NoPlan;
        }

        var draft = Guidance.Draft(plan);
        if (plan.Spots.IsEmpty || !Guidance.IsNews(draft, plan.Published))
        {
            return Refusing.With(
                RefusalCode.NothingToPublish,
                plan.Spots.IsEmpty ? "Mark a spot first: a guidance plan without one says nothing." : "The guidance is published just so already.");
        }

        step.Record(new GuidancePublished(plan.Id, draft with { At = step.Now }));
        return step.Done();
    }

    /// <summary>Ids that people choose: kebab-case, 1 to 32 characters.</summary>
    public static Refusal? UnlessId(string? id, string field) => id is not null && Kebab().IsMatch(id)
        ? null
        : Refuse.With(RefusalCode.InvalidValue, $"{field} is 1 to 32 small letters, digits and single hyphens.");

    /// <summary>A text in both languages.</summary>
    public static Refusal? UnlessNamed(Text? text, int longest, string field) =>
        Refusing.UnlessSaid(text?.Zh, longest, $"{field}.zh") ?? Refusing.UnlessSaid(text?.En, longest, $"{field}.en");

    private static Refusal? UnlessOwnUnits(EstateDossier estate, DrawFloorPlan draw, EstateSurroundings around)
    {
        if (draw.Units.Count > MostUnits || draw.Units.Distinct(StringComparer.Ordinal).Count() != draw.Units.Count)
        {
            return Refuse.With(RefusalCode.InvalidValue, $"Name each flat once, at most {MostUnits}.");
        }

        if (draw.Units.FirstOrDefault(unit => around.Estate.FindBuildingOfUnit(unit) is null) is not null)
        {
            return Refuse.With(RefusalCode.UnknownPlace, "A flat of the list is not in this estate.");
        }

        return draw.Units.FirstOrDefault(unit => estate.Plans.Any(other => other.Id != draw.PlanId && other.Units.Contains(unit))) is { } taken
            ? Refuse.With(RefusalCode.FlatHasFloorPlan, $"The flat {taken} belongs to another floor-plan type already.")
            : null;
    }

    private static EvidencePiece? Picture(EstateDossier estate, string id, EstateSurroundings around) =>
        estate.Picture(id) ?? around.Evidence.GetValueOrDefault(id);

    [GeneratedRegex("^(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Kebab();
}
