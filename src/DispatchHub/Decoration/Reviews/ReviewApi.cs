using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Reviews;

/// <summary>Joint reviews before hand-over.</summary>
internal static class ReviewApi
{
    private const string What = "review";

    public static void Map(IEndpointRouteBuilder app)
    {
        var reviews = app.MapGroup("/api/reviews").WithTags("Reviews");
        var routes = new DossierRoutes<IJointReviewGrain, ReviewView>(reviews, DossierKinds.Review, What);
        routes.List(
            "The joint reviews of a street, community or grid, by id.", "",
            static (grains, page, _) => grains.GetGrain<IJointReviewDeskGrain>(0).List(page.Area, page.Open, page.After, page.Limit));
        routes.Look("A joint review.", "'may' lists the commands that you may give, 'signsAs' the party for which you sign.", FindAsync);
        reviews.MapGet("/{id}/outcomes", OutcomesAsync)
            .Describe("What became of what a review foresaw.", "A forecast has come true when a case of its type arose since in a flat of its floor-plan type.")
            .Produces<ForecastOutcomes>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        routes.Images("A photo of a finding.", FindAsync, view => view.Evidence);
        routes.Command<OpenReview>("open-review", "Opens the review of an estate under an id of your choosing, and plans its hand-over.");
        routes.Command<RecordFinding>("record-finding", "Something was found at a spot.");
        routes.Command<ForeseeHarm>("foresee-harm", "A violation is likely at a spot.");
        routes.Command<LeaveItem>("leave-item", "Something is left to do, by whom and until when.");
        routes.Command<CloseItem>("close-item", "What was left to do is done.");
        routes.Command<SignReview>("sign-review", "Signs for the party that you belong to.");
        routes.Command<FinishReview>("finish-review", "All have signed: it is finished, and its watch points stand at the estate.");
        routes.Command<CallOffReview>("call-off-review", "The review does not take place.");
    }

    private static async Task<IResult> OutcomesAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        !(await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out _, out var problem) ? problem
        : await grains.Dossier<IJointReviewGrain>(DossierKinds.Review, id).Outcomes() is { } outcomes ? Results.Ok(outcomes)
        : Denied.Unknown(What);

    private static async Task<Parsed<ReviewView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Dossier<IJointReviewGrain>(DossierKinds.Review, id).OpenFor(actor, clock.Now) is not { } view ? Denied.Unknown(What)
        : actor.SeesDecoration(view.StreetId, view.CommunityId, view.GridId) ? view
        : Denied.OutsideArea;
}
