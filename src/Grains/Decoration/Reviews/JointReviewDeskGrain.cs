using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Reviews;

/// <summary>Looks at reviews.</summary>
[StatelessWorker]
public sealed class JointReviewDeskGrain(IDossierReads reads, Territory territory, IPolicyShelf policies) : Grain, IJointReviewDeskGrain
{
    /// <inheritdoc/>
    public async Task<ReviewList> List(Scope area, bool? open, string? after, int limit)
    {
        var pack = policies.Current;
        var found = await reads.ListAsync(new DossierQuery(
            DossierKinds.Review, area, open, After: after is null ? null : DossierKinds.Owner(DossierKinds.Review, after).ToString(), Limit: limit));
        List<ReviewView> items = [.. found.Select(owner => ReviewViews.Of((JointReview)JointReview.Kind.Read(owner.Snapshot), owner.Version, territory, pack))];
        return new ReviewList(items, items.Count == limit ? items[^1].Id : null, pack.Decoration?.Numbers[DecorationNumbers.ReviewsBefore] ?? 0);
    }
}
