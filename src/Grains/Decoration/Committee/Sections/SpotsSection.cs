using System.Collections.Immutable;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Estates;
using Dispatch.Grains.Decoration.Reviews;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>Violations of the month by the prone spot that a joint review foresaw for their type in flats of their floor plan.</summary>
internal static class SpotsSection
{
    private const string Nowhere = "elsewhere";

    private static readonly Text Title = new("违规：按易违点", "Violations by spot");
    private static readonly Text Note = new(
        "易违点取自联合会审对该户型、该类型的预判；没有预判的归入“其他位置”。",
        "The spot is the one that a joint review foresaw for this type of case in flats of this floor plan; what nobody foresaw stands under \"elsewhere\".");

    private static readonly Text Elsewhere = new("其他位置", "Elsewhere");

    private static readonly Dictionary<SpotKind, Text> Names = new()
    {
        [SpotKind.BayWindow] = new("飘窗", "Bay window"),
        [SpotKind.EquipmentBalcony] = new("设备平台", "Equipment balcony"),
        [SpotKind.Roof] = new("屋面", "Roof"),
        [SpotKind.Courtyard] = new("庭院", "Courtyard"),
        [SpotKind.StructuralWall] = new("承重墙", "Structural wall"),
        [SpotKind.Other] = new("其他易违点", "Another prone spot"),
    };

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        var estates = facts.Of<EstateDossier>().ToDictionary(estate => estate.Dossier.Id, estate => estate.State, StringComparer.Ordinal);
        var foreseen = facts.Of<JointReview>().Where(review => review.State.Opened is not null)
            .ToLookup(review => review.State.Opened!.EstateId, review => review.State.Forecast, StringComparer.Ordinal);
        var bySpot = facts.OfMonth.Where(facts.IsViolation).ToLookup(one => SpotOf(one, estates, foreseen));
        return new CommitteeSection("spots", Title, Note,
        [
            .. Enum.GetValues<SpotKind>().Select(kind => Line(JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), Names[kind], kind)),
            Line(Nowhere, Elsewhere, null),
        ]);

        CommitteeLine Line(string id, Text title, SpotKind? kind) => CommitteeSources.Line(id, title, bySpot[kind].Select(one => CommitteeSources.Of(one, facts)));
    }

    private static SpotKind? SpotOf(
        CommitteeCase one, Dictionary<string, EstateDossier> estates, ILookup<string, ImmutableArray<ForeseenHarm>> foreseen)
    {
        if (one.State.Place is not { Estate: { } estateId, Unit: { } unit } || !estates.TryGetValue(estateId, out var estate)
            || estate.Plans.FirstOrDefault(plan => plan.Units.Contains(unit)) is not { } plan)
        {
            return null;
        }

        return foreseen[estateId].SelectMany(harms => harms)
            .Where(harm => harm.PlanId == plan.Id && harm.Type == one.Facts.Type)
            .Select(harm => plan.Spot(harm.SpotId)?.Kind)
            .FirstOrDefault(kind => kind is not null);
    }
}
