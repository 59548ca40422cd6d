using System.Text.Json;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Filings;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>
/// What the published guidance of a flat's floor-plan type says. A spot that was only marked rules nothing: managers mark, the team publishes.
/// </summary>
public sealed class EstateRulings(IDispatchStore store, IPolicyShelf policies) : IUnitRulings
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<UnitRuling>> OfAsync(string estateId, string unitId) =>
        await PlanOfAsync(estateId, unitId) is { Published: { } published } && policies.Current.Catalogue?.View.Spots is { } names
            ? Of(published, names)
            : [];

    /// <inheritdoc/>
    public async ValueTask<UnitGuidance?> GuidanceAsync(string estateId, string unitId) =>
        await PlanOfAsync(estateId, unitId) is { Published: { } published } plan ? new UnitGuidance(plan.Id, published.Version) : null;

    /// <summary>The rulings of a guidance, the strictest of each kind of spot that the catalogue knows.</summary>
    /// <param name="guidance">As published.</param>
    /// <param name="names">The catalogue's spots.</param>
    public static IReadOnlyList<UnitRuling> Of(GuidancePlan guidance, IReadOnlyDictionary<string, Contracts.Text> names) =>
    [
        .. from line in guidance.Lines
           group line.Spot by JsonNamingPolicy.KebabCaseLower.ConvertName(line.Spot.Kind.ToString()) into spots
           where names.ContainsKey(spots.Key)
           let strictest = spots.MaxBy(spot => spot.Ruling)!
           select new UnitRuling(spots.Key, names[spots.Key], Ruling(strictest.Ruling), strictest.Sentence),
    ];

    private static WorkRuling Ruling(RulingKind kind) => kind switch
    {
        RulingKind.Allowed => WorkRuling.Free,
        RulingKind.NeedsApproval => WorkRuling.NeedsApproval,
        _ => WorkRuling.Forbidden,
    };

    private async ValueTask<FloorPlan?> PlanOfAsync(string estateId, string unitId) =>
        await store.LoadAsync(DossierKinds.Owner(DossierKinds.Estate, estateId)) is { } stored
            ? ((EstateDossier)EstateDossier.Kind.Read(stored.Snapshot)).Plans.FirstOrDefault(plan => plan.Units.Contains(unitId))
            : null;
}
