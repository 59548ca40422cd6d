using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Reviews;

/// <summary>How a review is shown. Pure.</summary>
internal static class ReviewViews
{
    public static ReviewView Of(JointReview review, long version, Territory territory, PolicyPack pack) => new()
    {
        Id = review.Opened!.Id,
        Version = version,
        May = [],
        Clocks = DossierClocks.Views(review.Clocks, pack),
        EstateId = review.Opened.EstateId,
        Estate = territory.FindEstate(review.Opened.EstateId)?.Name ?? Contracts.Text.Same(review.Opened.EstateId),
        StreetId = review.Opened.StreetId,
        CommunityId = review.Opened.CommunityId,
        GridId = review.Opened.GridId,
        State = review.State,
        HandOverOn = review.Opened.HandOverOn,
        Agenda = review.Opened.Agenda,
        Findings = review.Findings,
        Forecast = review.Forecast,
        Items = review.Items,
        Signatures = review.Signatures,
        Outstanding = [.. review.Outstanding()],
        Evidence = review.Pictures,
    };
}
