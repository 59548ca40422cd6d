using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Rounds;

/// <summary>Patrol rounds.</summary>
internal static class RoundApi
{
    private const string What = "round";
    private const int MostItems = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        var rounds = app.MapGroup("/api/rounds").WithTags("Rounds");
        rounds.MapGet("", ListAsync)
            .Describe("The rounds of a street, community or grid, by id.", "Without a scope those of your own area. The first page names estates with works under way that have no open round.")
            .WithMetadata(new QueryParameters("scope", "open", "cursor", "limit"))
            .Produces<RoundList>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        rounds.MapGet("/{id}", LookAsync)
            .Describe("A round.", "'may' lists the commands that you may give, 'marks' the marks that you may set at each item. Cases PROP-01 are proposed from facts and decided by people.")
            .Produces<RoundView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        rounds.MapGet("/{id}/images/{piece}", ImageAsync)
            .Describe("A photo of a round.", "It never changes: keep it as long as you like.")
            .Produces<Stream>(StatusCodes.Status200OK, "image/jpeg").Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        Command<DrawRound>(rounds, "draw-round", "Draws up a round of an estate under an id of your choosing.");
        Command<ShareRound>(rounds, "share-round", "Gives some items to a vanguard group.");
        Command<MarkRoundItem>(rounds, "mark-round-item", "Sets a mark at an item; you get a dated receipt.");
        Command<EndRound>(rounds, "end-round", "The round ends as it stands.");
        RoundReports.Map(rounds);
    }

    /// <summary>The round as the actor sees it, where they may.</summary>
    public static async Task<Parsed<RoundView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Dossier<IRoundGrain>(DossierKinds.Round, id).OpenFor(actor, clock.Now) is not { } view ? Denied.Unknown(What)
        : actor.SeesDecoration(view.StreetId, view.CommunityId, view.GridId) ? view
        : Denied.OutsideArea;

    private static void Command<TCommand>(RouteGroupBuilder group, string name, string summary) where TCommand : DossierCommand =>
        group.MapPost($"/{{id}}/commands/{name}", (HttpContext http, string id, IGrainFactory grains, ICityClock clock) => SafeId.Is(id)
                ? DossierRequests.ActAsync<TCommand>(http, grains.Dossier<IRoundGrain>(DossierKinds.Round, id), http.User.Actor(), clock)
                : Task.FromResult<IResult>(Denied.Unknown(What)))
            .Describe(summary, "Repeat with the same Idempotency-Key as often as needed.")
            .Accepts<TCommand>("application/json").Produces<RoundView>()
            .Refuses(400, 401, 403, 404, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.ActOnDecoration).RequireRateLimiting(RateLimits.Commands);

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
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
            ? Results.Ok(await grains.GetGrain<IRoundDeskGrain>(0).List(scope, open, after, limit, clock.Now))
            : problem;
    }

    private static async Task<IResult> LookAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        (await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem) ? Results.Ok(view) : problem;

    private static async Task<IResult> ImageAsync(HttpContext http, string id, string piece, IGrainFactory grains, ICityClock clock) =>
        !(await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem) ? problem
        : view.Evidence.FirstOrDefault(one => one.Id == piece) is { } found ? Picture.Whole(http, found, grains)
        : Denied.Unknown("picture");
}
