using System.Text;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Papers;

/// <summary>The disposal of a case and its documents.</summary>
internal static class PapersApi
{
    private const string What = "case, or its scene has no disposal path";

    public static void Map(IEndpointRouteBuilder app)
    {
        var papers = app.MapGroup("/api/papers").WithTags("Papers");
        var routes = new DossierRoutes<IPapersGrain, PapersView>(papers, DossierKinds.Papers, What);
        routes.Look("How a case is disposed of: steps, documents, and what you may do now.", "The id is the case's. Of version 0 where nobody has opened it yet, and without steps where its scene has no path.", FindAsync);
        papers.MapGet("/{id}/fine", FineAsync)
            .Describe("The range of a fine and how it is found.", "A person chooses within it; nothing here decides. 'refusal' says what is missing.")
            .WithMetadata(new QueryParameters("punishment", "fee", "cost"))
            .Produces<FineProposal>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        routes.Command<OpenPapers>("open-papers", "Opens the disposal path of the case's scene.");
        routes.Command<DraftPaper>("draft-paper", "Drafts a document of a step that runs, with what its template asks for.");
        routes.Command<SignPaper>("sign-paper", "Signs a draft, which gets its number and day. Not by who drafted it.");
        routes.Command<ReturnPaper>("return-paper", "Sends a draft back, or withdraws one's own.");
        routes.Command<FinishStep>("finish-step", "A step is done, and the next one begins; or it was not passed, and an earlier one is done again.");
        routes.Command<RecordPartyRefusal>("record-party-refusal", "The party refuses to stop or to comply.");
        routes.Command<HandOverStep>("hand-over-step", "Hands a step to the office that holds the power.");
        routes.Command<AnswerHandOver>("answer-hand-over", "That office has answered.");
        routes.Command<EndPapers>("end-papers", "The path ends before its end.");

        app.MapGet(PaperPages.Path + "/{token}", PrintAsync).ExcludeFromDescription().AllowAnonymous().RequireRateLimiting(RateLimits.Doors);
        app.MapGet(PaperPages.StylePath, () => Results.Text(PaperPages.Css, "text/css; charset=utf-8")).ExcludeFromDescription().AllowAnonymous();
    }

    private static async Task<IResult> FineAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        var query = new QueryText(http.Request, "punishment", "fee", "cost");
        var (item, facts) = (query.Id("punishment"), new FineFacts(query.Money("fee"), query.Money("cost")));
        if (query.Problem is { } fault)
        {
            return fault;
        }

        if (!(await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out _, out var problem))
        {
            return problem;
        }

        return await grains.Dossier<IPapersGrain>(DossierKinds.Papers, id).Fine(item ?? "", facts, clock.Now) is { } proposal
            ? Results.Ok(proposal)
            : Denied.Unknown(What);
    }

    private static async Task<IResult> PrintAsync(string token, IGrainFactory grains)
    {
        var paper = await grains.GetGrain<IPapersDeskGrain>(0).Print(token);
        return Results.Text(
            paper is null ? PaperPages.Missing : PaperPages.Page(paper), "text/html; charset=utf-8", Encoding.UTF8,
            paper is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static async Task<Parsed<PapersView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Dossier<IPapersGrain>(DossierKinds.Papers, id).For(actor, clock.Now) is not { } view ? Denied.Unknown(What)
        : actor.SeesDecoration(view.StreetId, view.CommunityId, view.GridId) ? view
        : Denied.OutsideArea;
}
