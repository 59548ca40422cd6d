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

    public static void Map(IEndpointRouteBuilder app)
    {
        var mediations = app.MapGroup("/api/mediations").WithTags("Mediations");
        var routes = new DossierRoutes<IMediationGrain, MediationView>(mediations, DossierKinds.Mediation, What);
        routes.List(
            "The mediations of a street or community, by id.", "",
            static (grains, page, at) => grains.GetGrain<IMediationDeskGrain>(0).List(page.By, page.Area, page.Open, page.After, page.Limit, at));
        mediations.MapGet("/{id}", LookAsync)
            .Describe("A mediation.", "Parties are flats or roles, never names. 'may' lists the commands that you may give.")
            .Produces<MediationView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        mediations.MapGet("/of-case/{caseId}", OfCaseAsync)
            .Describe("The mediation that was opened under the id of a case, or none.", "A case whose dispute nobody mediates is answered with an empty list.")
            .Produces<MediationList>().Refuses(401, 403, 503).RequireAuthorization(Policies.LookAtDecoration);
        routes.Command<OpenMediation>("open", "Opens a mediation under an id of your choosing.");
        routes.Command<HoldMediation>("hold", "A session was held, with or without agreement.");
        routes.Command<FollowUpMediation>("follow-up", "The parties were called: whether they keep what they agreed.");
        routes.Command<GiveUpMediation>("give-up", "It ends without agreement.");
    }

    private static async Task<IResult> LookAsync(HttpContext http, string id, IGrainFactory grains, ScopeAccess access, ICityClock clock) =>
        await FindAsync(http, id, grains, clock) is not { } view ? Denied.Unknown(What)
        : await UnlessSeenAsync(http, view, access) ?? Results.Ok(view);

    private static async Task<IResult> OfCaseAsync(HttpContext http, string caseId, IGrainFactory grains, ScopeAccess access, ICityClock clock) =>
        await FindAsync(http, caseId, grains, clock) is not { } view ? Results.Ok(new MediationList([], null, 0))
        : await UnlessSeenAsync(http, view, access) ?? Results.Ok(new MediationList([view], null, 0));

    private static async Task<MediationView?> FindAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) => SafeId.Is(id)
        ? await grains.Dossier<IMediationGrain>(DossierKinds.Mediation, id).OpenFor(http.User.Actor(), clock.Now)
        : null;

    private static async Task<IResult?> UnlessSeenAsync(HttpContext http, MediationView view, ScopeAccess access) =>
        (await access.DecorationAreaAsync(http.User.Actor(), Scope.Community(view.CommunityId))).Succeeded(out _, out var problem) ? null : problem;
}
