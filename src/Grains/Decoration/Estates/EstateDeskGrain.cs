using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>Looks at estates.</summary>
[StatelessWorker]
public sealed class EstateDeskGrain(IDossierReads reads, Territory territory, IUserReads users) : Grain, IEstateDeskGrain
{
    private const int MostEstates = 1_000;

    private byte[]? _secret;

    /// <inheritdoc/>
    public async Task<EstateList> List(Scope area)
    {
        var written = (await reads.ListAsync(new DossierQuery(DossierKinds.Estate, area, Limit: MostEstates)))
            .Select(owner => (EstateDossier)EstateDossier.Kind.Read(owner.Snapshot))
            .ToDictionary(estate => estate.Ground!.Id, StringComparer.Ordinal);
        return new EstateList(
        [
            .. territory.Estates.Where(estate => territory.Covers(area, Scope.Grid(estate.GridId))).Take(MostEstates)
                .Select(estate => EstateViews.Summary(estate, written.GetValueOrDefault(estate.Id))),
        ]);
    }

    /// <inheritdoc/>
    public async Task<PublicGuidance?> Guidance(string secret, DateTimeOffset at)
    {
        _secret ??= await users.SecretAsync(Estates.Guidance.SecretName);
        if (Estates.Guidance.Read(_secret, secret) is not { } link
            || await GrainFactory.GetGrain<IEstateGrain>(DossierKinds.Owner(DossierKinds.Estate, link.EstateId).ToString()).Look(at) is not EstateView estate
            || estate.Plans.FirstOrDefault(plan => plan.Id == link.PlanId) is not { Published: { } published } shown)
        {
            return null;
        }

        return new PublicGuidance(estate.Id, estate.Name, shown.Id, shown.Name, shown.Image, published);
    }
}
