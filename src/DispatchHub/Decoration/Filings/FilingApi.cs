using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Filings;

/// <summary>Filings for the staff: lists, and what may be done to one.</summary>
internal static class FilingApi
{
    private const int MostItems = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        var filings = app.MapGroup("/api/filings").WithTags("Filings");
        filings.MapGet("", ListAsync)
            .Describe("The flats of an area that have filings, by id.", "Without a scope those of your own area. Contacts of owners are in a flat's history only.")
            .WithMetadata(new QueryParameters("scope", "open", "cursor", "limit"))
            .Produces<FilingList>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        Command<FileWorks>(filings, "file", "Files works for an owner who has come to the counter.");
        Command<ApproveFiling>(filings, "approve", "An office approves what needs its approval.");
        Command<RefuseFiling>(filings, "refuse", "An office does not approve; the filing is over.");
        Command<TellNeighbours>(filings, "tell-neighbours", "The neighbours were told.");
        Command<ScanDoor>(filings, "scan", "You scanned the card at the door: recorded with the time.");
        Command<InspectWorks>(filings, "inspect", "An inspection was made; the finish inspection without a fault ends the filing.");
        Command<WithdrawFiling>(filings, "withdraw", "The works are not made after all, or are filed anew.");
        Command<EraseFilingContact>(filings, "erase-contact", "The owner's contact is erased, as they ask for it.");
    }

    private static void Command<TCommand>(RouteGroupBuilder group, string name, string summary) where TCommand : DossierCommand =>
        group.MapPost($"/{{id}}/commands/{name}", (HttpContext http, string id, IGrainFactory grains, ICityClock clock) => SafeId.Is(id)
                ? DossierRequests.ActAsync<TCommand>(http, grains.Dossier<IFilingGrain>(DossierKinds.Filing, id), http.User.Actor(), clock)
                : Task.FromResult<IResult>(Denied.Unknown("flat")))
            .Describe(summary, "The id is estate.unit. Repeat with the same Idempotency-Key as often as needed.")
            .Accepts<TCommand>("application/json").Produces<UnitFilingsView>()
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

        var actor = http.User.Actor();
        if ((asked ?? actor.Area) is not { Kind: ScopeKind.Street or ScopeKind.Community or ScopeKind.Grid } scope)
        {
            return new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a street, community or grid, for example ?scope=community:xishan.");
        }

        return (await access.StreetOfAsync(actor, scope)).Succeeded(out _, out var problem)
            ? Results.Ok(await grains.UnitDesk().List(scope, open, after, limit, clock.Now))
            : problem;
    }
}
