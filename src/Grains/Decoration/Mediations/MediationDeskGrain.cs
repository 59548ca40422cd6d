using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Mediations;

/// <summary>Looks at mediations.</summary>
[StatelessWorker]
public sealed class MediationDeskGrain(IDossierReads reads, IPolicyShelf policies) : Grain, IMediationDeskGrain
{
    private const int MostCounted = 1_000;

    /// <inheritdoc/>
    public async Task<MediationList> List(Actor by, Scope area, bool? open, string? after, int limit, DateTimeOffset at)
    {
        var pack = policies.Current;
        var found = await reads.ListAsync(new DossierQuery(
            DossierKinds.Mediation, area, open, After: after is null ? null : DossierKinds.Owner(DossierKinds.Mediation, after).ToString(), Limit: limit));
        List<MediationView> items = [.. found.Select(owner => MediationViews.Of((Mediation)Mediation.Kind.Read(owner.Snapshot), owner.Version, pack))];
        var numbers = pack.Decoration?.Numbers;
        return new MediationList(
            items, items.Count == limit ? items[^1].Id : null,
            numbers?[DecorationNumbers.MediationsBefore] ?? 0, numbers?[DecorationNumbers.ReviewsBefore] ?? 0,
            MediationDecider.MayOpen(by),
            (await reads.ListAsync(new DossierQuery(DossierKinds.Mediation, area, Limit: MostCounted))).Count);
    }
}
