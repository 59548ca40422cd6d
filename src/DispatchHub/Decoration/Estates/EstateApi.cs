using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Estates;

/// <summary>Estates: plans, prone spots, responsible parties, agreement, guidance, hand-over and what is watched.</summary>
internal static class EstateApi
{
    private const string What = "estate";

    public static void Map(IEndpointRouteBuilder app)
    {
        var estates = app.MapGroup("/api/estates").WithTags("Estates");
        estates.MapGet("", ListAsync)
            .Describe("The estates of a street, community or grid, by id.", "Without a scope those of your own area. Those that nobody wrote about yet are listed too.")
            .WithMetadata(new QueryParameters("scope"))
            .Produces<EstateList>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        estates.MapGet("/{id}", LookAsync)
            .Describe("An estate with its floor-plan types and prone spots.", "'may' lists the commands that you may give.")
            .Produces<EstateView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        estates.MapGet("/{id}/images/{piece}", ImageAsync)
            .Describe("A picture of an estate: a plan, a spot, or a page of its agreement.", "It never changes: keep it as long as you like.")
            .Produces<Stream>(StatusCodes.Status200OK, "image/jpeg").Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        var routes = new DossierRoutes<IEstateGrain, EstateView>(estates, DossierKinds.Estate, What);
        routes.Command<DrawFloorPlan>("draw-floor-plan", "Draws a floor-plan type, or draws it anew.");
        routes.Command<MarkSpot>("mark-spot", "Marks a prone spot with its ruling, or marks it anew.");
        routes.Command<RemoveSpot>("remove-spot", "Takes a spot off its plan.");
        routes.Command<NameResponsible>("name-responsible", "Puts a party on the list of those responsible.");
        routes.Command<ReleaseResponsible>("release-responsible", "Takes a party off the list.");
        routes.Command<RecordAgreement>("record-agreement", "Records the property-service agreement; its community is told before it lapses.");
        routes.Command<DraftGuidance>("draft-guidance", "Writes the words above a guidance plan.");
        routes.Command<PublishGuidance>("publish-guidance", "Publishes the guidance plan of a floor-plan type: the next version under the same link.");
        routes.Command<PlanHandOver>("plan-hand-over", "Says when the estate is handed over, or moves the day.");
        routes.Command<EndWatch>("end-watch", "A watch point is not needed any more.");
    }

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, ScopeAccess access)
    {
        var query = new QueryText(http.Request, "scope");
        var asked = query.Scope("scope");
        if (query.Problem is { } fault)
        {
            return fault;
        }

        return (await access.DecorationAreaAsync(http.User.Actor(), asked)).Succeeded(out var scope, out var problem)
            ? Results.Ok(await grains.GetGrain<IEstateDeskGrain>(0).List(scope))
            : problem;
    }

    private static async Task<IResult> LookAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        (await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem) ? Results.Ok(view) : problem;

    private static async Task<IResult> ImageAsync(HttpContext http, string id, string piece, IGrainFactory grains, ICityClock clock)
    {
        if (!(await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem))
        {
            return problem;
        }

        var shown = view.Plans.SelectMany(plan => plan.Spots.Select(spot => spot.EvidenceId).Append(plan.Image.Id)).Concat(view.Agreement?.EvidenceIds ?? []);
        return shown.Contains(piece) && await grains.Evidence().Find(piece, by: null) is { } found ? Picture.Whole(http, found, grains) : Denied.Unknown("picture");
    }

    private static async Task<Parsed<EstateView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Dossier<IEstateGrain>(DossierKinds.Estate, id).OpenFor(actor, clock.Now) is not { } view ? Denied.Unknown(What)
        : actor.SeesDecoration(view.StreetId, view.CommunityId, view.GridId) ? view
        : Denied.OutsideArea;
}
