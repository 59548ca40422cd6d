using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Dispatch.Hub.Teams;

/// <summary>Rosters: looking at them, changing them, and who is on duty.</summary>
internal static class TeamApi
{
    private const int UsualRangeDays = 7;

    private static readonly string[] OwnChanges = ["ask-swap", "answer-swap", "leave", "withdraw"];

    public static void Map(IEndpointRouteBuilder app)
    {
        var team = app.MapGroup("/api/teams/{scope}").WithTags("Teams");
        team.MapGet("/roster", RosterAsync)
            .Describe("The roster of a street or community: what is planned and changed, who is on duty when, and the gaps ahead.",
                "By default from now on for 7 days; 62 days at most. Gaps are those of the next 14 days and of what is shown.")
            .WithMetadata(new QueryParameters("from", "to")).Produces<RosterView>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtRosters);
        team.MapGet("/duty", DutyAsync).Describe("Who is on duty at an instant, now if none is given.", "The first line before the second; nobody twice.")
            .WithMetadata(new QueryParameters("at")).Produces<DutyList>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtRosters);
        team.MapGet("/presence", PresenceAsync).Describe("How the officers and captains on duty stand now, with which case, and where.", "A position is the latest only and is gone when the duty ends.")
            .Produces<PresenceList>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtPresence);
        foreach (var (name, type) in RosterCommand.ByName)
        {
            team.MapPost($"/roster/{name}", (HttpContext http, string scope, IGrainFactory grains, ScopeAccess access, ICityClock clock) =>
                    ChangeAsync(http, scope, type, grains, access, clock))
                .Describe($"Changes a roster: '{name}'.", "Answers the roster of the next days. Nothing before now is changed. With 'preview=true' it is only tried: the answer is what would stand, from the first day that it changes.")
                .WithMetadata(new QueryParameters("preview"), new AcceptsMetadata(["application/json"], type))
                .Produces<RosterView>().Refuses(401, 403, 404, 409, 413, 415, 422, 429, 503)
                .RequireAuthorization(OwnChanges.Contains(name) ? Policies.TakePartInRosters : Policies.ChangeRosters)
                .RequireRateLimiting(RateLimits.Commands);
        }
    }

    private static async Task<IResult> RosterAsync(HttpContext http, string scope, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var text = new QueryText(http.Request, "from", "to");
        var from = text.Instant("from") ?? clock.Now;
        var to = text.Instant("to") ?? from.AddDays(UsualRangeDays);
        if (text.Problem is { } fault)
        {
            return fault;
        }

        if (to <= from || to - from > RosterView.Widest)
        {
            return new Problem(StatusCodes.Status400BadRequest, "invalid-parameter", $"'to' lies after 'from', at most {RosterView.Widest.Days} days later.");
        }

        return !(await FindAsync(http.User.Actor(), scope, access, grains, clock)).Succeeded(out var team, out var problem) ? problem
            : await grains.Team(team).Roster(from, to, clock.Now) is { } view ? Results.Ok(view)
            : Denied.Unknown("team");
    }

    private static async Task<IResult> DutyAsync(HttpContext http, string scope, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var text = new QueryText(http.Request, "at");
        var at = text.Instant("at") ?? clock.Now;
        return text.Problem is { } fault ? fault
            : (await FindAsync(http.User.Actor(), scope, access, grains, clock)).Succeeded(out var team, out var problem) ? Results.Ok(new DutyList(await grains.Team(team).OnDutyAt(at)))
            : problem;
    }

    private static async Task<IResult> PresenceAsync(HttpContext http, string scope, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        if (!(await FindAsync(http.User.Actor(), scope, access, grains, clock)).Succeeded(out var team, out var problem))
        {
            return problem;
        }

        // Officers and captains are of the street's team; a community's has none.
        return Results.Ok(new PresenceList(team.Kind == ScopeKind.Street ? await grains.Assignment(team.Id).Standing(clock.Now) : []));
    }

    private static async Task<IResult> ChangeAsync(HttpContext http, string scope, Type type, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var actor = http.User.Actor();
        var text = new QueryText(http.Request, "preview");
        var preview = text.Flag("preview") ?? false;
        if (text.Problem is { } fault)
        {
            return fault;
        }

        if (!(await FindAsync(actor, scope, access, grains, clock)).Succeeded(out var team, out var problem)
            || !(await RequestBody.ReadAsync(http.Request)).Succeeded(out var json, out problem)
            || !Binding.Bind(json, type).Succeeded(out var command, out problem))
        {
            return problem;
        }

        var change = new RosterChange((RosterCommand)command, actor, clock.Now);
        var answer = await (preview ? grains.Team(team).Preview(change) : grains.Team(team).Change(change));
        return answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Ok(answer.View);
    }

    /// <summary>A team that the actor may look at. A grid worker belongs to their community's.</summary>
    internal static async Task<Parsed<Scope>> FindAsync(Actor actor, string text, ScopeAccess access, IGrainFactory grains, ICityClock clock) =>
        !Scope.TryParse(text, out var team) || team.Kind is not (ScopeKind.Street or ScopeKind.Community) ? Denied.Unknown("team")
        : actor is { Role: Role.GridWorker, Area: { Kind: ScopeKind.Grid } grid } && (await grains.Grid(grid.Id).View(clock.Now))?.CommunityId == team.Id ? team
        : (await access.StreetOfAsync(actor, team)).Succeeded(out _, out var problem) ? team
        : problem;
}

/// <summary>Who is on duty.</summary>
/// <param name="Items">The first line before the second, then by user name.</param>
public sealed record DutyList(IReadOnlyList<OnDuty> Items);

/// <summary>How people stand.</summary>
/// <param name="Items">The first line before the second, then by user name.</param>
public sealed record PresenceList(IReadOnlyList<Presence> Items);
