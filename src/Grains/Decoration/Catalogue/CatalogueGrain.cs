using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Catalogue;

/// <summary>Finds the pack in force and hands out its catalogue. It decides nothing and keeps nothing.</summary>
[StatelessWorker]
public sealed class CatalogueGrain(IPolicyShelf policies, Territory territory) : Grain, ICatalogueGrain
{
    /// <inheritdoc/>
    public async Task<DecorationCatalogue?> Read(Scope? area, string? version, DateTimeOffset at)
    {
        var street = TerritoryViews.StreetFor(territory, area);
        var adopted = street is null ? null : await GrainFactory.GetGrain<IPolicyGrain>(street.Scope.ToString()).InForce(CommunityOf(area), at);
        var (id, own) = adopted is null ? (policies.Current.Id, policies.Current.Version) : (adopted.Id, adopted.Version);
        return (await policies.FindKeptAsync(id, version ?? own))?.Catalogue?.View;
    }

    private string? CommunityOf(Scope? area) => area switch
    {
        { Kind: ScopeKind.Community, Id: var id } => id,
        { Kind: ScopeKind.Grid, Id: var id } => territory.FindGrid(id)?.CommunityId,
        _ => null,
    };
}
