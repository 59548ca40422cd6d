using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Grids;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Communities;

/// <summary>Looking at a community, who is there, and its console's sign of life.</summary>
internal static class CommunityApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var communities = app.MapGroup("/api/communities/{id}").WithTags("Communities");
        communities.MapGet("", LookAsync).Describe("One community, live.", "Open cases, what waits for acknowledgement, whistles of the day.")
            .Produces<CommunityView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.Look);
        communities.MapPost("/staffing", StaffAsync).Describe("Says that somebody is, or is not, there between two instants.", "It goes before the timetable.")
            .Accepts<StaffingBody>("application/json").Produces<CommunityView>().Refuses(401, 403, 404, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.SetStaffing).RequireRateLimiting(RateLimits.Commands);
        communities.MapPost("/console", ConsoleAsync).Describe("The console's sign of life; it has no body.", "Sets the clock of its silence back.")
            .Produces<CommunityView>().Refuses(401, 403, 404, 422, 429, 503)
            .RequireAuthorization(Policies.KeepConsole).RequireRateLimiting(RateLimits.Commands);
    }

    private static async Task<IResult> LookAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        (await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem) ? Results.Ok(view) : problem;

    private static async Task<IResult> StaffAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        var actor = http.User.Actor();
        if (!(await FindAsync(actor, id, grains, clock)).Succeeded(out _, out var problem)
            || !(await StaffingBody.ReadAsync(http.Request)).Succeeded(out var body, out problem))
        {
            return problem;
        }

        return Answer(await grains.Community(id).SetStaffing(body.By(actor, clock.Now)));
    }

    private static async Task<IResult> ConsoleAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        var actor = http.User.Actor();
        return (await FindAsync(actor, id, grains, clock)).Succeeded(out _, out var problem)
            ? Answer(await grains.Community(id).ConsoleSeen(actor, clock.Now))
            : problem;
    }

    private static IResult Answer(CommunityAnswer answer) => answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Ok(answer.View);

    private static async Task<Parsed<CommunityView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Community(id).View(clock.Now) is not { } view ? Denied.Unknown("community")
        : actor.Covers(view.StreetId, view.Id, null) ? view
        : Denied.OutsideArea;
}
