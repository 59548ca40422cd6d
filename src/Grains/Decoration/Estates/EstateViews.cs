using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>How an estate is shown. Pure.</summary>
internal static class EstateViews
{
    public static EstateView Of(EstateDossier estate, Routing.Estate ground, long version, Territory territory, PolicyPack pack, byte[] secret) => new()
    {
        Id = ground.Id,
        Version = version,
        May = [],
        Clocks = DossierClocks.Views(estate.Clocks, pack),
        Name = ground.Name,
        StreetId = territory.FindCommunity(ground.CommunityId)!.StreetId,
        CommunityId = ground.CommunityId,
        GridId = ground.GridId,
        Units = [.. ground.Buildings.SelectMany(building => building.Units)],
        Plans = [.. estate.Plans.Select(plan => Of(plan, ground.Id, secret))],
        Parties = estate.Parties,
        Agreement = estate.Agreement,
        HandOver = HandOver(estate),
        Watch = estate.Watch,
    };

    public static EstateSummary Summary(Routing.Estate ground, EstateDossier? estate) => new()
    {
        Id = ground.Id,
        Name = ground.Name,
        CommunityId = ground.CommunityId,
        Units = ground.Buildings.Sum(building => building.Units.Length),
        Plans = estate?.Plans.Length ?? 0,
        Spots = estate?.Plans.Sum(plan => plan.Spots.Length) ?? 0,
        Watch = estate?.Watch.Length ?? 0,
        HandOver = estate is null ? null : HandOver(estate),
        AgreementLapses = estate is not null && IsMissed(estate, EstateDossier.AgreementClock),
    };

    private static FloorPlanView Of(FloorPlan plan, string estateId, byte[] secret)
    {
        var draft = Guidance.Draft(plan);
        return new FloorPlanView
        {
            Id = plan.Id,
            Name = plan.Name,
            Image = plan.Image,
            Units = plan.Units,
            Spots = plan.Spots,
            Draft = draft,
            Published = plan.Published,
            Link = plan.Published is null ? null : $"/g/{Guidance.Link(secret, estateId, plan.Id)}",
            Changed = Guidance.IsNews(draft, plan.Published),
        };
    }

    private static HandOverPlan? HandOver(EstateDossier estate) => estate.HandOverOn is not { } on ? null : new HandOverPlan(
        on,
        estate.ReviewId is not null ? EstateHandOverState.Reviewed : IsMissed(estate, EstateDossier.HandOverClock) ? EstateHandOverState.WithoutReview : EstateHandOverState.Planned,
        estate.ReviewId);

    private static bool IsMissed(EstateDossier estate, string clock) => estate.Clock(clock) is { State: ClockState.Missed, IsOpen: true };
}
