using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>Looks at visits and proposes them.</summary>
[StatelessWorker]
public sealed class VisitDeskGrain(IDossierReads reads, Territory territory, IPolicyShelf policies) : Grain, IVisitDeskGrain
{
    /// <inheritdoc/>
    public async Task<VisitList> List(Scope area, bool? open, string? after, int limit, DateTimeOffset at)
    {
        var pack = policies.Current;
        var found = await reads.ListAsync(new DossierQuery(
            DossierKinds.Visit, area, open, After: after is null ? null : DossierKinds.Owner(DossierKinds.Visit, after).ToString(), Limit: limit));
        List<VisitView> items = [.. found.Select(owner => VisitViews.Of((Visit)Visit.Kind.Read(owner.Snapshot), owner.Version, territory, pack))];
        return new VisitList(items, items.Count == limit ? items[^1].Id : null);
    }

    /// <inheritdoc/>
    public async Task<VisitProposals> Proposals(Scope area, DateTimeOffset at)
    {
        var pack = policies.Current;
        if (pack.Decoration is not { } rules)
        {
            return new VisitProposals([], 0, new Dictionary<string, Text>(), new Dictionary<string, Text>());
        }

        List<OpenCheck> checks = [];
        foreach (var (estateId, communityId) in await VisitReads.EstatesAsync(reads, area))
        {
            checks.AddRange(await VisitReads.OfEstateAsync(reads, estateId, communityId, at, pack));
        }

        return new VisitProposals(
            VisitGrouping.Group(checks, TimeSpan.FromDays(rules.Numbers[DecorationNumbers.VisitWindowDays])),
            checks.Count,
            checks.Select(check => check.EstateId).Distinct(StringComparer.Ordinal)
                .ToDictionary(id => id, id => territory.FindEstate(id)?.Name ?? Text.Same(id), StringComparer.Ordinal),
            VisitViews.Names(checks.Select(check => check.Department), pack));
    }
}
