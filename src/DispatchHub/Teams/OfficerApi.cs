using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Teams;

/// <summary>An officer says how they stand.</summary>
internal static class OfficerApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/officers/me/presence", SayAsync)
        .WithTags("Teams")
        .Describe(
            "How you stand, or without 'kind' a sign of life; without one for as long as the pack waits (10 minutes by default) you are out of reach, unless you are at a case or a message wakes your phone.",
            "A position is kept until the next one and until your duty ends, and in no history.")
        .Accepts<PresenceBody>("application/json").Produces<Presence>().Refuses(401, 403, 409, 413, 415, 422, 429, 503)
        .RequireAuthorization(Policies.KeepPresence).RequireRateLimiting(RateLimits.Commands);

    private static async Task<IResult> SayAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        if (!(await Binding.ReadAsync<PresenceBody>(http.Request)).Succeeded(out var body, out var problem))
        {
            return problem;
        }

        var actor = http.User.Actor();
        var (officer, sign) = (grains.Officer(actor.Id), new PresenceSign(actor, clock.Now, body.Position));
        var answer = body.Kind switch
        {
            null => await officer.Seen(sign),
            PresenceKind.SignedOff => await officer.SignOff(actor, clock.Now),
            { } kind => await officer.SetPresence(kind, sign),
        };
        return answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Ok(answer.View);
    }
}

/// <summary>How an officer stands.</summary>
/// <param name="Kind"><c>signedIn</c>, <c>onTheMove</c>, <c>busy</c> or <c>signedOff</c>; absent for a sign of life.</param>
/// <param name="Position">Where they are, if they say so.</param>
public sealed record PresenceBody(PresenceKind? Kind = null, OfficerPosition? Position = null);
