using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Sessions;

/// <summary>Sessions in which the rules are taught.</summary>
internal static class TeachingApi
{
    private const string What = "session";
    private const int MostItems = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        var sessions = app.MapGroup("/api/sessions").WithTags("Teaching");
        sessions.MapGet("", ListAsync)
            .Describe("The teaching sessions of a street, community or grid, by id, and the menu of topics.", "Without a scope those of your own area. The menu is the pack's; an illustration in the sample.")
            .WithMetadata(new QueryParameters("scope", "open", "cursor", "limit"))
            .Produces<TeachingSessionList>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        sessions.MapGet("/{id}", LookAsync)
            .Describe("A teaching session.", "'may' lists the commands that you may give; attendance counts groups and names nobody.")
            .Produces<TeachingSessionView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        sessions.MapGet("/{id}/effect", EffectAsync)
            .Describe("Violations at the estate for as long before a session as after it.", "Counts with the cases that make them: nothing is concluded from a few. 404 before the session is held.")
            .Produces<TeachingEffect>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        Command<OrderTopics>(sessions, "order-topics", "Orders topics of the menu; the first order opens the session under an id of your choosing.");
        Command<AskQuestion>(sessions, "ask-question", "Asks what the session is to answer; the first question opens one for owners.");
        Command<PlanSession>(sessions, "plan-session", "Says where and when it is held, or says it anew.");
        Command<HoldSession>(sessions, "hold-session", "It was held: how many came of each group.");
        Command<AnswerQuestion>(sessions, "answer-question", "Answers a question, with a ruling of a prone spot or without one.");
        Command<SetQuestionAside>(sessions, "set-question-aside", "A question is not answered.");
        Command<PublishAnswers>(sessions, "publish-answers", "Publishes the answers; those about a spot become its ruling and its published guidance.");
        Command<SignSpotList>(sessions, "sign-spot-list", "The property team has read the list of spots.");
        Command<CallOffSession>(sessions, "call-off-session", "It is not held.");
    }

    private static void Command<TCommand>(RouteGroupBuilder group, string name, string summary) where TCommand : DossierCommand =>
        group.MapPost($"/{{id}}/commands/{name}", (HttpContext http, string id, IGrainFactory grains, ICityClock clock) => SafeId.Is(id)
                ? DossierRequests.ActAsync<TCommand>(http, grains.Dossier<ITeachingSessionGrain>(DossierKinds.Session, id), http.User.Actor(), clock)
                : Task.FromResult<IResult>(Denied.Unknown(What)))
            .Describe(summary, "Repeat with the same Idempotency-Key as often as needed.")
            .Accepts<TCommand>("application/json").Produces<TeachingSessionView>()
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
            ? Results.Ok(await grains.GetGrain<ITeachingDeskGrain>(0).List(scope, open, after, limit, http.User.Actor()))
            : problem;
    }

    private static async Task<IResult> LookAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        (await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem) ? Results.Ok(view) : problem;

    private static async Task<IResult> EffectAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        !(await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out _, out var problem) ? problem
        : await grains.Dossier<ITeachingSessionGrain>(DossierKinds.Session, id).Effect(clock.Now) is { } effect ? Results.Ok(effect)
        : Denied.Unknown("effect");

    private static async Task<Parsed<TeachingSessionView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Dossier<ITeachingSessionGrain>(DossierKinds.Session, id).OpenFor(actor, clock.Now) is not { } view ? Denied.Unknown(What)
        : actor.SeesDecoration(view.StreetId, view.CommunityId, view.GridId) ? view
        : Denied.OutsideArea;
}
