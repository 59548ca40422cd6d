using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Rounds;

/// <summary>Looks at rounds.</summary>
[StatelessWorker]
public sealed class RoundDeskGrain(IDossierReads reads, Territory territory, IPolicyShelf policies) : Grain, IRoundDeskGrain
{
    private const int MostOwners = 1_000;
    private const int MostEstates = 200;

    /// <inheritdoc/>
    public async Task<RoundList> List(Scope area, bool? open, string? after, int limit, DateTimeOffset at)
    {
        var pack = policies.Current;
        var found = await reads.ListAsync(new DossierQuery(
            DossierKinds.Round, area, open, After: after is null ? null : DossierKinds.Owner(DossierKinds.Round, after).ToString(), Limit: limit));
        List<RoundView> items = [.. found.Select(owner => RoundViews.Of((Round)Round.Kind.Read(owner.Snapshot), owner.Version, territory, pack, at))];
        return new RoundList(items, items.Count == limit ? items[^1].Id : null, after is null ? await Unwalked(area) : []);
    }

    private async Task<IReadOnlyList<UnwalkedEstate>> Unwalked(Scope area)
    {
        var walked = (await reads.ListAsync(new DossierQuery(DossierKinds.Round, area, Open: true, Limit: MostOwners)))
            .Select(owner => ((Round)Round.Kind.Read(owner.Snapshot)).Drawn!.EstateId)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. RoundGrounds.Filings(await reads.ListAsync(new DossierQuery(DossierKinds.Filing, area, Open: true, Limit: MostOwners)))
                .Where(flat => !walked.Contains(flat.Unit!.EstateId))
                .GroupBy(flat => (flat.Unit!.EstateId, flat.Unit.Estate))
                .Take(MostEstates)
                .Select(flats => new UnwalkedEstate(flats.Key.EstateId, flats.Key.Estate, flats.Count())),
        ];
    }
}
