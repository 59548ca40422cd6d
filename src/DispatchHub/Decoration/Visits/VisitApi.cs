using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Visits;

/// <summary>One visit of several departments (综合查一次).</summary>
internal static class VisitApi
{
    private const string What = "visit";

    public static void Map(IEndpointRouteBuilder app)
    {
        var visits = app.MapGroup("/api/visits").WithTags("Visits");
        var routes = new DossierRoutes<IVisitGrain, VisitView>(visits, DossierKinds.Visit, What);
        routes.List(
            "The visits of a street, community or grid, by id.", "",
            static (grains, page, at) => grains.GetGrain<IVisitDeskGrain>(0).List(page.Area, page.Open, page.After, page.Limit, at));
        app.MapGroup("/api/visit-proposals").WithTags("Visits").MapGet("", ProposalsAsync)
            .Describe("Which visits would make all open checks of an area.", "No check would be late or made too early; checks of a planned visit are left out.")
            .WithMetadata(new QueryParameters("scope"))
            .Produces<VisitProposals>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        routes.Look("A visit with its checklists.", "'may' lists the commands that you may give, 'signsAs' the department for which you sign. The inspection items are illustrative.", FindAsync);
        routes.Images("A photo of a visit.", FindAsync, view => view.Evidence);
        routes.Command<PlanVisit>("plan-visit", "Plans one visit for several open checks, under an id of your choosing.");
        routes.Command<BeginVisit>("begin-visit", "The team is there, two officers at least.");
        routes.Command<TickVisit>("tick-visit", "A line of a checklist is answered.");
        routes.Command<SignVisit>("sign-visit", "Your department signs; with the last signature the inspections are recorded with their filings.");
        routes.Command<CallOffVisit>("call-off-visit", "The visit does not take place; its checks are open again.");
    }

    private static async Task<IResult> ProposalsAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var query = new QueryText(http.Request, "scope");
        var asked = query.Scope("scope");
        if (query.Problem is { } fault)
        {
            return fault;
        }

        return (await access.DecorationAreaAsync(http.User.Actor(), asked)).Succeeded(out var scope, out var problem)
            ? Results.Ok(await grains.GetGrain<IVisitDeskGrain>(0).Proposals(scope, clock.Now))
            : problem;
    }

    private static async Task<Parsed<VisitView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Dossier<IVisitGrain>(DossierKinds.Visit, id).OpenFor(actor, clock.Now) is not { } view ? Denied.Unknown(What)
        : actor.SeesDecoration(view.StreetId, view.CommunityId, view.GridId) ? view
        : Denied.OutsideArea;
}
