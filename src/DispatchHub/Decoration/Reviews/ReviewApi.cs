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
    private const int MostItems = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        var reviews = app.MapGroup("/api/reviews").WithTags("Reviews");
        reviews.MapGet("", ListAsync)
            .Describe("The joint reviews of a street, community or grid, by id.", "Without a scope those of your own area.")
            .WithMetadata(new QueryParameters("scope", "open", "cursor", "limit"))
            .Produces<ReviewList>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        reviews.MapGet("/{id}", LookAsync)
            .Describe("A joint review.", "'may' lists the commands that you may give, 'signsAs' the party for which you sign.")
            .Produces<ReviewView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        reviews.MapGet("/{id}/outcomes", OutcomesAsync)
            .Describe("What became of what a review foresaw.", "A forecast has come true when a case of its type arose since in a flat of its floor-plan type.")
            .Produces<ForecastOutcomes>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        reviews.MapGet("/{id}/images/{piece}", ImageAsync)
            .Describe("A photo of a finding.", "It never changes: keep it as long as you like.")
            .Produces<Stream>(StatusCodes.Status200OK, "image/jpeg").Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        Command<OpenReview>(reviews, "open-review", "Opens the review of an estate under an id of your choosing, and plans its hand-over.");
        Command<RecordFinding>(reviews, "record-finding", "Something was found at a spot.");
        Command<ForeseeHarm>(reviews, "foresee-harm", "A violation is likely at a spot.");
        Command<LeaveItem>(reviews, "leave-item", "Something is left to do, by whom and until when.");
        Command<CloseItem>(reviews, "close-item", "What was left to do is done.");
        Command<SignReview>(reviews, "sign-review", "Signs for the party that you belong to.");
        Command<FinishReview>(reviews, "finish-review", "All have signed: it is finished, and its watch points stand at the estate.");
        Command<CallOffReview>(reviews, "call-off-review", "The review does not take place.");
    }

    private static void Command<TCommand>(RouteGroupBuilder group, string name, string summary) where TCommand : DossierCommand =>
        group.MapPost($"/{{id}}/commands/{name}", (HttpContext http, string id, IGrainFactory grains, ICityClock clock) => SafeId.Is(id)
                ? DossierRequests.ActAsync<TCommand>(http, grains.Dossier<IJointReviewGrain>(DossierKinds.Review, id), http.User.Actor(), clock)
                : Task.FromResult<IResult>(Denied.Unknown(What)))
            .Describe(summary, "Repeat with the same Idempotency-Key as often as needed.")
            .Accepts<TCommand>("application/json").Produces<ReviewView>()
            .Refuses(400, 401, 403, 404, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.ActOnDecoration).RequireRateLimiting(RateLimits.Commands);

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, ScopeAccess access)
    {
        var query = new QueryText(http.Request, "scope", "open", "cursor", "limit");
        var asked = query.Scope("scope");
        var open = query.Flag("open");
        var after = query.Id("cursor");
        var limit = (int)query.Number("limit", 1, MostItems, otherwise: 50);
        if (query.Problem is { } fault)
        {
            return fault;
        }

        return (await access.DecorationAreaAsync(http.User.Actor(), asked)).Succeeded(out var scope, out var problem)
            ? Results.Ok(await grains.GetGrain<IJointReviewDeskGrain>(0).List(scope, open, after, limit))
            : problem;
    }

    private static async Task<IResult> LookAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        (await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem) ? Results.Ok(view) : problem;

    private static async Task<IResult> OutcomesAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        !(await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out _, out var problem) ? problem
        : await grains.Dossier<IJointReviewGrain>(DossierKinds.Review, id).Outcomes() is { } outcomes ? Results.Ok(outcomes)
        : Denied.Unknown(What);

    private static async Task<IResult> ImageAsync(HttpContext http, string id, string piece, IGrainFactory grains, ICityClock clock) =>
        !(await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem) ? problem
        : view.Evidence.FirstOrDefault(one => one.Id == piece) is { } found ? Picture.Whole(http, found, grains)
        : Denied.Unknown("picture");

    private static async Task<Parsed<ReviewView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Dossier<IJointReviewGrain>(DossierKinds.Review, id).OpenFor(actor, clock.Now) is not { } view ? Denied.Unknown(What)
        : actor.SeesDecoration(view.StreetId, view.CommunityId, view.GridId) ? view
        : Denied.OutsideArea;
}
