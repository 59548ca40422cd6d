using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Pilots;

/// <summary>Looks at pilot projects.</summary>
[StatelessWorker]
public sealed class PilotDeskGrain(IDossierReads reads, IPolicyShelf policies, Territory territory) : Grain, IPilotDeskGrain
{
    /// <inheritdoc/>
    public async Task<PilotList> List(string streetId, Actor actor, string? after, int limit)
    {
        var pack = policies.Current;
        var found = await reads.ListAsync(new DossierQuery(
            DossierKinds.Pilot, Scope.Street(streetId), After: after is null ? null : DossierKinds.Owner(DossierKinds.Pilot, after).ToString(), Limit: limit));
        List<PilotView> items = [.. found.Select(owner => PilotViews.Of((Pilot)Pilot.Kind.Read(owner.Snapshot), owner.Version, pack, territory))];
        return new PilotList(items, items.Count == limit ? items[^1].Id : null, PilotDecider.MayOpen(actor, streetId));
    }
}
