using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Dispatch.Hub.Mornings;

/// <summary>The supervisor's morning, and the ledger of outages.</summary>
internal static class MorningApi
{
    private const int LongestAgo = MorningQuery.LongestAgo;

    public static void Map(IEndpointRouteBuilder app)
    {
        var morning = app.MapGroup("/api").WithTags("Supervision");
        morning.MapGet("/morning", LookAsync)
            .Describe(
                "What was late, what will be, what waits for the supervisor, and cards and outages of the last days.",
                $"Without a scope of your area, without a day today; a day may lie {LongestAgo} days back, and what waits is as of now. "
                + $"Lists have at most {MorningQuery.MostItems} entries, totals count all. 'mayDecide' says whether you decide, withdraw and record.")
            .WithMetadata(new QueryParameters("scope", "day"))
            .Produces<MorningView>().Refuses(401, 403, 404, 422, 503).RequireAuthorization(Policies.LookAtMornings);
        morning.MapGet("/outages", ListAsync)
            .Describe("When the service was unreachable or refused in a street, the latest first.", $"Of the last {LongestAgo} days, at most 200. No card comes from a deadline inside one.")
            .WithMetadata(new QueryParameters("scope"))
            .Produces<OutageList>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtMornings);
        morning.MapPost("/outages", RecordAsync)
            .Describe("Records that the service was unreachable in your street, its network down for example.", "Cards from deadlines inside it are withdrawn. It stays in the ledger.")
            .WithMetadata(new AcceptsMetadata(["application/json"], typeof(RecordOutage)))
            .Produces<OutageAnswer>().Refuses(401, 403, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.RecordOutages).RequireRateLimiting(RateLimits.Commands);
    }

    private static async Task<IResult> LookAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var text = new QueryText(http.Request, "scope", "day");
        var (asked, day, now) = (text.Scope("scope"), text.Day("day"), clock.Time.Now);
        var today = DateOnly.FromDateTime(now.DateTime);
        return text.Problem is { } fault ? fault
            : day > today || day < today.AddDays(-LongestAgo) ? new Problem(StatusCodes.Status422UnprocessableEntity, "day-out-of-reach", $"Ask for today or one of the last {LongestAgo} days.")
            : !(await PlaceAsync(http.User.Actor(), asked, access)).Succeeded(out var place, out var problem) ? problem
            : Results.Ok(await grains.Mornings().Look(new MorningQuery { Scope = place.Scope, StreetId = place.StreetId, Day = day, Now = now.ToUniversalTime() })
                with
            { MayDecide = CommandRoles.Gives(http.User.Actor().Role, "decide-card") });
    }

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var text = new QueryText(http.Request, "scope");
        var asked = text.Scope("scope");
        return text.Problem is { } fault ? fault
            : !(await PlaceAsync(http.User.Actor(), asked, access)).Succeeded(out var place, out var problem) ? problem
            : Results.Ok(new OutageList(await grains.Outages(place.StreetId).List(clock.Now.AddDays(-LongestAgo))));
    }

    private static async Task<IResult> RecordAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        var actor = http.User.Actor();
        if (actor.Area is not { Kind: ScopeKind.Street } street)
        {
            return Denied.OutsideArea;
        }

        if (!(await Binding.ReadAsync<RecordOutage>(http.Request)).Succeeded(out var command, out var problem))
        {
            return problem;
        }

        var answer = await grains.Outages(street.Id).Record(command, actor, clock.Now);
        return answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Ok(answer);
    }

    /// <summary>A street or community that the actor may look at: their own area where none is named.</summary>
    private static async Task<Parsed<(Scope Scope, string StreetId)>> PlaceAsync(Actor actor, Scope? asked, ScopeAccess access) =>
        (asked ?? actor.Area) is not { } scope
            ? new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a scope, for example ?scope=street:xiashi.")
            : scope.Kind is not (ScopeKind.Street or ScopeKind.Community)
                ? new Problem(StatusCodes.Status400BadRequest, "invalid-scope", "Name a street or a community.")
                : (await access.StreetOfAsync(actor, scope)).Succeeded(out var street, out var problem) ? (scope, street) : problem;
}

/// <summary>Outages.</summary>
/// <param name="Items">The latest first.</param>
public sealed record OutageList(IReadOnlyList<Outage> Items);
