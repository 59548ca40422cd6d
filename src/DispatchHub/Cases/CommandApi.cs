using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Microsoft.AspNetCore.Http.Metadata;

namespace Dispatch.Hub.Cases;

/// <summary>Acting on a case: one endpoint, one policy and one body for each command.</summary>
internal static class CommandApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (name, type) in CaseCommand.ByName.OrderBy(command => command.Key, StringComparer.Ordinal))
        {
            app.MapPost($"/api/cases/{{id}}/commands/{name}", (HttpContext http, string id, IGrainFactory grains, ICityClock clock) => GiveAsync(http, id, type, grains, clock))
                .WithTags("Commands")
                .Describe($"Gives the command '{name}'.", "Answers the case after it. Repeat with the same Idempotency-Key as often as needed: it is carried out once.")
                .WithMetadata(new AcceptsMetadata(["application/json"], type))
                .Produces<CaseView>()
                .Refuses(401, 403, 404, 409, 413, 415, 422, 429, 503)
                .RequireAuthorization(Policies.Of(name))
                .RequireRateLimiting(RateLimits.Commands);
        }
    }

    private static async Task<IResult> GiveAsync(HttpContext http, string id, Type type, IGrainFactory grains, ICityClock clock)
    {
        if (!SafeId.Is(id))
        {
            return Denied.Unknown("case");
        }

        if (!IdempotencyKey.Read(http.Request).Succeeded(out var key, out var problem)
            || !(await CommandBody.ReadAsync(http.Request, type)).Succeeded(out var body, out problem)
            || !DeviceClock.Read(http.Request, clock.Time).Succeeded(out var behind, out problem))
        {
            return problem;
        }

        var command = (CaseCommand)body.Own;
        return CommandFaults.Find(command) ?? await ExecuteAsync(http.User.Actor(), id, command, body, key, behind, grains, clock);
    }

    private static async Task<IResult> ExecuteAsync(
        Actor actor, string id, CaseCommand command, CommandBody body, string key, TimeSpan behind, IGrainFactory grains, ICityClock clock)
    {
        if (!CommandRoles.Allows(actor.Role, command.Name, body.Around.OnBehalf is not null))
        {
            return Denied.RoleNotAllowed;
        }

        var answer = await grains.Case(id).Execute(Envelope(actor, command, body, key, clock.Now, behind));
        return Answer(answer, actor) ?? Results.Ok(answer.View!.For(actor));
    }

    /// <summary>A command with everything that travels around it.</summary>
    /// <param name="actor">Who gave it.</param>
    /// <param name="command">What.</param>
    /// <param name="body">The body that it came in.</param>
    /// <param name="key">Its key.</param>
    /// <param name="now">When it was received.</param>
    /// <param name="behind">How far behind the city the device's clock is; zero where it is right.</param>
    public static CommandEnvelope Envelope(Actor actor, CaseCommand command, CommandBody body, string key, DateTimeOffset now, TimeSpan behind)
    {
        var (occurredAt, stampedAt) = DeviceClock.Judge(body.Around.OccurredAt, behind, now);
        return new CommandEnvelope
        {
            Command = command,
            Actor = actor,
            Key = key,
            BodyHash = body.Hash,
            ReceivedAt = now,
            OccurredAt = occurredAt,
            StampedAt = stampedAt,
            ExpectedVersion = body.Around.ExpectedVersion,
            Note = body.Around.Note,
            OnBehalf = body.Around.OnBehalf,
        };
    }

    /// <summary>The problem that a case answered, with the case as the actor may see it; null when it carried the command out.</summary>
    public static Problem? Answer(CommandAnswer answer, Actor actor) =>
        answer.Refusal?.AsProblem(answer.View is { } view && actor.Sees(view) ? view.For(actor) : null);
}
