using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Mediations;

/// <summary>Mediations.</summary>
internal static class MediationApi
{
    private const string What = "mediation";
    private const int MostItems = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        var mediations = app.MapGroup("/api/mediations").WithTags("Mediations");
        mediations.MapGet("", ListAsync)
            .Describe("The mediations of a street or community, by id.", "Without a scope those of your own area; with a case only the one that was opened under its id, or none.")
            .WithMetadata(new QueryParameters("scope", "open", "cursor", "limit", "case"))
            .Produces<MediationList>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        mediations.MapGet("/{id}", LookAsync)
            .Describe("A mediation.", "Parties are flats or roles, never names. 'may' lists the commands that you may give.")
            .Produces<MediationView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        Command<OpenMediation>(mediations, "open", "Opens a mediation under an id of your choosing.");
        Command<HoldMediation>(mediations, "hold", "A session was held, with or without agreement.");
        Command<FollowUpMediation>(mediations, "follow-up", "The parties were called: whether they keep what they agreed.");
        Command<GiveUpMediation>(mediations, "give-up", "It ends without agreement.");
    }

    private static void Command<TCommand>(RouteGroupBuilder group, string name, string summary) where TCommand : DossierCommand =>
        group.MapPost($"/{{id}}/commands/{name}", (HttpContext http, string id, IGrainFactory grains, ICityClock clock) => SafeId.Is(id)
                ? DossierRequests.ActAsync<TCommand>(http, grains.Dossier<IMediationGrain>(DossierKinds.Mediation, id), http.User.Actor(), clock)
                : Task.FromResult<IResult>(Denied.Unknown(What)))
            .Describe(summary, "Repeat with the same Idempotency-Key as often as needed.")
            .Accepts<TCommand>("application/json").Produces<MediationView>()
            .Refuses(400, 401, 403, 404, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.ActOnDecoration).RequireRateLimiting(RateLimits.Commands);

    private static async Task<IResult> LookAsync(HttpContext http, string id, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        if (!SafeId.Is(id) || await grains.Dossier<IMediationGrain>(DossierKinds.Mediation, id).OpenFor(http.User.Actor(), clock.Now) is not { } view)
        {
            return Denied.Unknown(What);
        }

        return (await access.StreetOfAsync(http.User.Actor(), Scope.Community(view.CommunityId))).Succeeded(out _, out var problem) ? Results.Ok(view) : problem;
    }

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var query = new QueryText(http.Request, "scope", "open", "cursor", "limit", "case");
        var of = query.Id("case");
        var asked = query.Scope("scope");
        var open = query.Flag("open");
        var after = query.Id("cursor");
        var limit = (int)query.Number("limit", 1, MostItems, otherwise: 50);
        if (query.Problem is { } fault)
        {
            return fault;
        }

        var actor = http.User.Actor();
        if (of is not null)
        {
            return await OfCaseAsync(actor, of, grains, access, clock);
        }

        if ((asked ?? actor.Area) is not { Kind: ScopeKind.Street or ScopeKind.Community } scope)
        {
            return new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a street or community, for example ?scope=street:xiashi.");
        }

        if (!(await access.StreetOfAsync(actor, scope)).Succeeded(out _, out var problem))
        {
            return problem;
        }

        var desk = grains.GetGrain<IMediationDeskGrain>(0);
        return Results.Ok(await desk.List(scope, open, after, limit, clock.Now) with { MayOpen = await desk.MayOpen(actor) });
    }

    private static async Task<IResult> OfCaseAsync(Actor actor, string caseId, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        if (await grains.Dossier<IMediationGrain>(DossierKinds.Mediation, caseId).OpenFor(actor, clock.Now) is not { } view)
        {
            return Results.Ok(new MediationList([], null, 0));
        }

        return (await access.StreetOfAsync(actor, Scope.Community(view.CommunityId))).Succeeded(out _, out var problem)
            ? Results.Ok(new MediationList([view], null, 0))
            : problem;
    }
}
