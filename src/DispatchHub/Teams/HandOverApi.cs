using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Teams;

/// <summary>Handing a shift over: looking at its sheet, leaving a note, signing.</summary>
internal static class HandOverApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var handOver = app.MapGroup("/api/teams/{scope}/hand-over").WithTags("Teams");
        handOver.MapGet("", SheetAsync)
            .Describe("The hand-over of a shift: what changed in it, what was promised, and which alarms are open.",
                "Without 'shift' it is the one to be dealt with now, and no content where no duty is planned around now. What was signed is shown as it was signed.")
            .WithMetadata(new QueryParameters("shift")).Produces<HandOverView>().Produces(StatusCodes.Status204NoContent).Refuses(401, 403, 404, 422, 503).RequireAuthorization(Policies.LookAtRosters);
        handOver.MapGet("/late", LateAsync)
            .Describe("The shifts that nobody has signed for though somebody new came; late an hour after the hand-over hour.", "Of the running shift and the one before; empty for none.")
            .Produces<LateHandOvers>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtRosters);
        handOver.MapPost("/note", (HttpContext http, string scope, IGrainFactory grains, ScopeAccess access, ICityClock clock) =>
                ActAsync<HandOverNote>(http, scope, grains, access, clock, body => body.Shift, (team, act, body) => team.Write(act, body.Note)))
            .Describe("Leaves a note for the next shift, in place of the one before; 1 to 2,000 characters.", "Those of the shift and whoever leads the team, until it is signed.")
            .Accepts<HandOverNote>("application/json").Produces<HandOverView>().Refuses(401, 403, 404, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.TakePartInRosters).RequireRateLimiting(RateLimits.Commands);
        handOver.MapPost("/sign", (HttpContext http, string scope, IGrainFactory grains, ScopeAccess access, ICityClock clock) =>
                ActAsync<HandOverSignature>(http, scope, grains, access, clock, body => body.Shift, (team, act, _) => team.Sign(act)))
            .Describe("Signs for a shift; from then on its sheet stays as it is.", "Those of the next shift, captain and dispatcher, and never whoever wrote the note.")
            .Accepts<HandOverSignature>("application/json").Produces<HandOverView>().Refuses(401, 403, 404, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.TakePartInRosters).RequireRateLimiting(RateLimits.Commands);
    }

    private static async Task<IResult> SheetAsync(HttpContext http, string scope, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var text = new QueryText(http.Request, "shift");
        var shift = text.Instant("shift");
        var actor = http.User.Actor();
        return text.Problem is { } fault ? fault
            : (await TeamApi.FindAsync(actor, scope, access, grains, clock)).Succeeded(out var team, out var problem)
                ? Looked(await grains.HandOver(team).Sheet(new HandOverAct(actor, clock.Now, shift)), shift)
            : problem;
    }

    private static async Task<IResult> LateAsync(HttpContext http, string scope, IGrainFactory grains, ScopeAccess access, ICityClock clock) =>
        (await TeamApi.FindAsync(http.User.Actor(), scope, access, grains, clock)).Succeeded(out var team, out var problem)
            ? Results.Ok(new LateHandOvers(await grains.HandOver(team).Late(clock.Now)))
            : problem;

    /// <summary>A team that nothing is planned for has nothing to show; that is no fault of whoever looks.</summary>
    private static IResult Looked(HandOverAnswer answer, DateTimeOffset? shift) =>
        shift is null && answer.Refusal?.Code == RefusalCode.NoShift ? Results.NoContent() : Answer(answer);

    private static async Task<IResult> ActAsync<TBody>(
        HttpContext http, string scope, IGrainFactory grains, ScopeAccess access, ICityClock clock,
        Func<TBody, DateTimeOffset?> shiftOf, Func<IHandOverGrain, HandOverAct, TBody, Task<HandOverAnswer>> act)
        where TBody : class
    {
        var actor = http.User.Actor();
        return !(await TeamApi.FindAsync(actor, scope, access, grains, clock)).Succeeded(out var team, out var problem)
            || !(await Binding.ReadAsync<TBody>(http.Request)).Succeeded(out var body, out problem)
            ? problem
            : Answer(await act(grains.HandOver(team), new HandOverAct(actor, clock.Now, shiftOf(body)), body));
    }

    private static IResult Answer(HandOverAnswer answer) => answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Ok(answer.View);
}

/// <summary>Hand-overs that nobody has signed in time.</summary>
/// <param name="Items">The running shift before the one before it.</param>
public sealed record LateHandOvers(IReadOnlyList<HandOverShift> Items);

/// <summary>What the outgoing adds.</summary>
/// <param name="Note">1 to 2,000 characters.</param>
/// <param name="Shift">The instant at which the shift began; null for the one to be dealt with now.</param>
public sealed record HandOverNote(string Note, DateTimeOffset? Shift = null);

/// <summary>The incomer signs.</summary>
/// <param name="Shift">The instant at which the shift began that was read; null for the one to be dealt with now.</param>
public sealed record HandOverSignature(DateTimeOffset? Shift = null);
