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

    public static void Map(IEndpointRouteBuilder app)
    {
        var sessions = app.MapGroup("/api/sessions").WithTags("Teaching");
        var routes = new DossierRoutes<ITeachingSessionGrain, TeachingSessionView>(sessions, DossierKinds.Session, What);
        routes.List(
            "The teaching sessions of a street, community or grid, by id, and the menu of topics.", "The menu is the pack's; an illustration in the sample.",
            static (grains, page, _) => grains.GetGrain<ITeachingDeskGrain>(0).List(page.Area, page.Open, page.After, page.Limit, page.By));
        routes.Look("A teaching session.", "'may' lists the commands that you may give; attendance counts groups and names nobody.", FindAsync);
        sessions.MapGet("/{id}/effect", EffectAsync)
            .Describe("Violations at the estate for as long before a session as after it.", "Counts with the cases that make them: nothing is concluded from a few. 404 before the session is held.")
            .Produces<TeachingEffect>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        routes.Command<OrderTopics>("order-topics", "Orders topics of the menu; the first order opens the session under an id of your choosing.");
        routes.Command<AskQuestion>("ask-question", "Asks what the session is to answer; the first question opens one for owners.");
        routes.Command<PlanSession>("plan-session", "Says where and when it is held, or says it anew.");
        routes.Command<HoldSession>("hold-session", "It was held: how many came of each group.");
        routes.Command<AnswerQuestion>("answer-question", "Answers a question, with a ruling of a prone spot or without one.");
        routes.Command<SetQuestionAside>("set-question-aside", "A question is not answered.");
        routes.Command<PublishAnswers>("publish-answers", "Publishes the answers; those about a spot become its ruling and its published guidance.");
        routes.Command<SignSpotList>("sign-spot-list", "The property team has read the list of spots.");
        routes.Command<CallOffSession>("call-off-session", "It is not held.");
    }

    private static async Task<IResult> EffectAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        !(await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out _, out var problem) ? problem
        : await grains.Dossier<ITeachingSessionGrain>(DossierKinds.Session, id).Effect(clock.Now) is { } effect ? Results.Ok(effect)
        : Denied.Unknown("effect");

    private static async Task<Parsed<TeachingSessionView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Dossier<ITeachingSessionGrain>(DossierKinds.Session, id).OpenFor(actor, clock.Now) is not { } view ? Denied.Unknown(What)
        : actor.SeesDecoration(view.StreetId, view.CommunityId, view.GridId) ? view
        : Denied.OutsideArea;
}
