using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Rounds;

/// <summary>A violation that was confirmed in a flat.</summary>
/// <param name="UnitId">The flat.</param>
/// <param name="Type">The type of its case, by name.</param>
/// <param name="At">When its case was closed.</param>
public readonly record struct ConfirmedViolation(string UnitId, Text Type, DateTimeOffset At);

/// <summary>What an estate has that a round may look at.</summary>
/// <param name="Filed">The flats with a filing under way, and until which day the last of them lasts.</param>
/// <param name="Estate">Its dossier; null where nobody wrote in it.</param>
/// <param name="Violations">The confirmed violations of its flats that count, each flat and type once.</param>
/// <param name="IsNew">Whether it was handed over not long ago.</param>
public sealed record RoundGround(ImmutableArray<string> Filed, EstateView? Estate, ImmutableArray<ConfirmedViolation> Violations, bool IsNew);

/// <summary>
/// What a round looks at, each flat once: flats whose floor-plan type had a confirmed violation (filed ones, and in a new estate all of
/// the type), the other flats with a filing, watch points, then the prone spots that are not free. Pure.
/// </summary>
public static class RoundPlan
{
    /// <summary>The most items of a round.</summary>
    public const int MostItems = 200;

    private static readonly Text FiledWork = new("在施工备案户：核对门牌卡，查看施工内容", "Works are filed: compare the door card with what is done");

    /// <summary>The items, and how many more there were.</summary>
    public static (ImmutableArray<RoundItem> Items, int LeftOut) Of(RoundGround ground)
    {
        var items = ImmutableArray.CreateBuilder<RoundItem>();
        var flats = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in SameType(ground).Concat(Filed(ground)).Where(item => flats.Add(item.UnitId!)).Concat(Watched(ground)).Concat(Spots(ground)))
        {
            items.Add(item with { Id = (items.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) });
        }

        return ([.. items.Take(MostItems)], Math.Max(0, items.Count - MostItems));
    }

    private static IEnumerable<RoundItem> SameType(RoundGround ground) =>
        from violation in ground.Violations
        from plan in ground.Estate?.Plans ?? []
        where plan.Units.Contains(violation.UnitId)
        from unit in plan.Units
        where unit != violation.UnitId && (ground.IsNew || ground.Filed.Contains(unit))
        select new RoundItem
        {
            Id = "",
            Kind = RoundItemKind.SameType,
            UnitId = unit,
            PlanId = plan.Id,
            What = Because(violation, plan),
        };

    private static IEnumerable<RoundItem> Filed(RoundGround ground) =>
        from unit in ground.Filed
        select new RoundItem { Id = "", Kind = RoundItemKind.Filed, UnitId = unit, PlanId = PlanOf(unit, ground), What = FiledWork };

    private static IEnumerable<RoundItem> Watched(RoundGround ground) =>
        from point in ground.Estate?.Watch ?? []
        select new RoundItem
        {
            Id = "",
            Kind = RoundItemKind.Watch,
            UnitId = point.Unit,
            PlanId = point.PlanId,
            SpotId = point.SpotId,
            What = Text.Same(point.Why),
        };

    private static IEnumerable<RoundItem> Spots(RoundGround ground) =>
        from plan in ground.Estate?.Plans ?? []
        from spot in plan.Spots
        where spot.Ruling != RulingKind.Allowed
            && !ground.Estate!.Watch.Any(point => point.PlanId == plan.Id && point.SpotId == spot.Id)
        select new RoundItem { Id = "", Kind = RoundItemKind.Spot, PlanId = plan.Id, SpotId = spot.Id, What = spot.Sentence };

    private static string? PlanOf(string unit, RoundGround ground) => ground.Estate?.Plans.FirstOrDefault(plan => plan.Units.Contains(unit))?.Id;

    // The ruling with it, so that whoever rings can tell the owner.
    private static Text Because(ConfirmedViolation violation, FloorPlanView plan)
    {
        var ruling = plan.Spots.FirstOrDefault(spot => spot.Ruling == RulingKind.Forbidden)?.Sentence;
        return new Text(
            $"同户型 {violation.UnitId} 已查实“{violation.Type.Zh}”。{ruling?.Zh}",
            $"{violation.Type.En} was confirmed in {violation.UnitId}, which has the same floor plan. {ruling?.En}".TrimEnd());
    }
}
