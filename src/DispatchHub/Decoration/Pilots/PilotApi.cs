using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Pilots;

/// <summary>Pilot projects, which other communities of the street can adopt.</summary>
internal static class PilotApi
{
    private const string What = "pilot project";
    private const int MostItems = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        var pilots = app.MapGroup("/api/pilots").WithTags("Pilots");
        var routes = new DossierRoutes<IPilotGrain, PilotView>(pilots, DossierKinds.Pilot, What);
        pilots.MapGet("", ListAsync)
            .Describe("The pilot projects of a street, by id.", "Without a scope those of your own street. Everybody of the street sees them: they are there to be adopted.")
            .WithMetadata(new QueryParameters("scope", "cursor", "limit"))
            .Produces<PilotList>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        pilots.MapGet("/{id}", LookAsync)
            .Describe("A pilot project.", "'may' lists the commands that you may give now.")
            .Produces<PilotView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        routes.Command<OpenPilot>("open-pilot", "Begins a pilot project under an id of your choosing.");
        routes.Command<ReportPilotResults>("report-pilot-results", "The practice has brought results, with the figure after it.");
        routes.Command<SharePilot>("share-pilot", "Shares what was learnt, so that other communities can adopt it.");
        routes.Command<AdoptPilot>("adopt-pilot", "A community adopts what was shared, as an act of its own.");
        routes.Command<CallOffPilot>("call-off-pilot", "It ends before its experience is shared.");
    }

    private static async Task<IResult> LookAsync(HttpContext http, string id, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var actor = http.User.Actor();
        return !SafeId.Is(id) || await grains.Dossier<IPilotGrain>(DossierKinds.Pilot, id).OpenFor(actor, clock.Now) is not { } view ? Denied.Unknown(What)
            : await SeesAsync(access, actor, view.StreetId) ? Results.Ok(view)
            : Denied.OutsideArea;
    }

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, ScopeAccess access)
    {
        var query = new QueryText(http.Request, "scope", "cursor", "limit");
        var asked = query.Scope("scope");
        var after = query.Id("cursor");
        var limit = (int)query.Number("limit", 1, MostItems, otherwise: 50);
        if (query.Problem is { } fault)
        {
            return fault;
        }

        var actor = http.User.Actor();
        return (asked is { } street ? street.Kind == ScopeKind.Street ? street.Id : null : await OwnStreetAsync(access, actor)) is not { } streetId
                ? new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a street, for example ?scope=street:xiashi.")
            : await SeesAsync(access, actor, streetId) ? Results.Ok(await grains.GetGrain<IPilotDeskGrain>(0).List(streetId, actor, after, limit))
            : Denied.OutsideArea;
    }

    private static async Task<bool> SeesAsync(ScopeAccess access, Actor actor, string streetId) =>
        actor.Role is Role.System or Role.DepartmentStaff || await OwnStreetAsync(access, actor) == streetId;

    /// <summary>The street in which somebody works; null for whoever works in none.</summary>
    private static async Task<string?> OwnStreetAsync(ScopeAccess access, Actor actor) =>
        actor.Area is { Kind: ScopeKind.Street or ScopeKind.Community or ScopeKind.Grid } area
        && (await access.StreetOfAsync(actor, area)).Succeeded(out var street, out _) ? street : null;
}
