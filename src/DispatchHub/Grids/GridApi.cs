using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Grids;

/// <summary>Looking at a grid, walking it, and who is there.</summary>
internal static class GridApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/grids", ListAsync).WithTags("Grids")
            .Describe("The grids of a street or community, live, by id.", "Without a scope those of your own area.")
            .WithMetadata(new QueryParameters("scope"))
            .Produces<GridList>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.Look);
        var grids = app.MapGroup("/api/grids/{id}").WithTags("Grids");
        grids.MapGet("", LookAsync).Describe("One grid, live.", "Open cases, the next instants due, its patrol clock.")
            .Produces<GridView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.Look);
        grids.MapPost("/patrols", PatrolAsync).Describe("Records that the grid was patrolled.", "Sets its patrol clock back. One that was walked in time and is told late counts as in time.")
            .Accepts<PatrolBody>("application/json").Produces<GridView>().Refuses(401, 403, 404, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.RecordPatrol).RequireRateLimiting(RateLimits.Commands);
        grids.MapPost("/staffing", StaffAsync).Describe("Says that somebody is, or is not, there between two instants.", "It goes before the timetable.")
            .Accepts<StaffingBody>("application/json").Produces<GridView>().Refuses(401, 403, 404, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.SetStaffing).RequireRateLimiting(RateLimits.Commands);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var actor = http.User.Actor();
        if (!GroundScope.Read(http.Request, actor).Succeeded(out var scope, out var problem)
            || !(await access.StreetOfAsync(actor, scope)).Succeeded(out _, out problem))
        {
            return problem;
        }

        var ids = await grains.Places().GridsIn(scope);
        var views = await Task.WhenAll(ids.Select(id => grains.Grid(id).View(clock.Now)));
        return Results.Ok(new GridList([.. views.OfType<GridView>()]));
    }

    private static async Task<IResult> LookAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        (await FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out var view, out var problem) ? Results.Ok(view) : problem;

    private static async Task<IResult> PatrolAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        var actor = http.User.Actor();
        if (!(await FindAsync(actor, id, grains, clock)).Succeeded(out _, out var problem)
            || !IdempotencyKey.Read(http.Request).Succeeded(out var key, out problem)
            || !(await Binding.ReadAsync<PatrolBody>(http.Request)).Succeeded(out var body, out problem)
            || !DeviceClock.Read(http.Request, clock.Time).Succeeded(out var behind, out problem))
        {
            return problem;
        }

        var now = clock.Now;
        var (occurredAt, stampedAt) = DeviceClock.Judge(body.OccurredAt, behind, now);
        return TextLimits.Check("note", body.Note, TextLimits.Reason)
            ?? Answer(await grains.Grid(id).RecordPatrol(new PatrolRecord(actor, now, key, body.Note, occurredAt, stampedAt)));
    }

    private static async Task<IResult> StaffAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        var actor = http.User.Actor();
        if (!(await FindAsync(actor, id, grains, clock)).Succeeded(out _, out var problem)
            || !(await StaffingBody.ReadAsync(http.Request)).Succeeded(out var body, out problem))
        {
            return problem;
        }

        return Answer(await grains.Grid(id).SetStaffing(body.By(actor, clock.Now)));
    }

    private static IResult Answer(GridAnswer answer) => answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Ok(answer.View);

    private static async Task<Parsed<GridView>> FindAsync(Actor actor, string id, IGrainFactory grains, ICityClock clock) =>
        !SafeId.Is(id) || await grains.Grid(id).View(clock.Now) is not { } view ? Denied.Unknown("grid")
        : actor.Covers(view.StreetId, view.CommunityId, view.Id) ? view
        : Denied.OutsideArea;
}

/// <summary>Grids of a part of the city.</summary>
/// <param name="Items">By id, all that the territory has there.</param>
public sealed record GridList(IReadOnlyList<GridView> Items);

/// <summary>A patrol was walked.</summary>
/// <param name="Note">A remark, up to 500 characters.</param>
/// <param name="OccurredAt">When it was walked; left out: now. As far back as the policy lets a command be.</param>
public sealed record PatrolBody(string? Note = null, DateTimeOffset? OccurredAt = null);

/// <summary>An exception from the timetable.</summary>
/// <param name="Staffed">Whether somebody is there.</param>
/// <param name="From">Inside, city time.</param>
/// <param name="To">Outside, city time; after <paramref name="From"/>, at most 31 days later.</param>
public sealed record StaffingBody(bool Staffed, DateTimeOffset From, DateTimeOffset To)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    internal static async Task<Parsed<StaffingBody>> ReadAsync(HttpRequest request) =>
        !(await Binding.ReadAsync<StaffingBody>(request)).Succeeded(out var body, out var problem) ? problem
        : body.To > body.From && body.To - body.From <= Longest ? body
        : new Problem(StatusCodes.Status422UnprocessableEntity, "invalid-value", "'to' lies after 'from', at most 31 days later.");

    internal StaffingChange By(Actor actor, DateTimeOffset at) => new(Staffed, From, To, actor, at);
}
