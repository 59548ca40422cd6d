using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Rounds;

/// <summary>Patrol rounds.</summary>
internal static class RoundApi
{
    private const string What = "round";

    public static void Map(IEndpointRouteBuilder app)
    {
        var rounds = app.MapGroup("/api/rounds").WithTags("Rounds");
        var routes = new DossierRoutes<IRoundGrain, RoundView>(rounds, DossierKinds.Round, What);
        routes.List(
            "The rounds of a street, community or grid, by id.", "The first page names estates with works under way that have no open round.",
            static (grains, page, at) => grains.GetGrain<IRoundDeskGrain>(0).List(page.Area, page.Open, page.After, page.Limit, at));
        routes.Look("A round.", "'may' lists the commands that you may give, 'marks' the marks that you may set at each item. Cases PROP-01 are proposed from facts and decided by people.", FindAsync);
        routes.Images("A photo of a round.", FindAsync, view => view.Evidence);
        routes.Command<DrawRound>("draw-round", "Draws up a round of an estate under an id of your choosing.");
        routes.Command<ShareRound>("share-round", "Gives some items to a vanguard group.");
        routes.Command<MarkRoundItem>("mark-round-item", "Sets a mark at an item; you get a dated receipt.");
        routes.Command<EndRound>("end-round", "The round ends as it stands.");
        RoundReports.Map(rounds);
    }

    /// <summary>The round as the actor sees it, where they may.</summary>
    public static async Task<Parsed<RoundView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Dossier<IRoundGrain>(DossierKinds.Round, id).OpenFor(actor, clock.Now) is not { } view ? Denied.Unknown(What)
        : actor.SeesDecoration(view.StreetId, view.CommunityId, view.GridId) ? view
        : Denied.OutsideArea;
}
