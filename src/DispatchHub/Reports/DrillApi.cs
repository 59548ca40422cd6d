using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Reports;

/// <summary>演练: starting a drill.</summary>
internal static class DrillApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/drills", StartAsync)
        .WithTags("Reports")
        .Describe(
            "Starts a drill: a case that did not happen travels the real path, marked, without cards and outside all figures.",
            "It begins where a report of the public does, or with 'passUp' at the community, and ends by itself when the pack's time for drills is over.")
        .Accepts<DrillBody>("application/json")
        .Produces<CaseView>(StatusCodes.Status201Created)
        .Refuses(401, 403, 409, 413, 415, 422, 429, 503)
        .RequireAuthorization(Policies.StartDrills)
        .RequireRateLimiting(RateLimits.Commands);

    private static async Task<IResult> StartAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        if (!IdempotencyKey.Read(http.Request).Succeeded(out var key, out var problem)
            || !(await CommandBody.ReadAsync(http.Request, typeof(DrillBody))).Succeeded(out var body, out problem)
            || !DeviceClock.Read(http.Request, clock.Time).Succeeded(out var behind, out problem))
        {
            return problem;
        }

        var actor = http.User.Actor();
        var said = ((DrillBody)body.Own).AsReport();
        if (said.Fault() is { } fault)
        {
            return fault;
        }

        var located = await grains.Places().Locate(said.Place ?? new PlaceInput());
        if (located is not { Place: { } place })
        {
            return located.Refusal!.AsProblem();
        }

        if (!actor.Covers(place.StreetId, place.CommunityId, place.GridId))
        {
            return Denied.OutsideArea;
        }

        var id = await grains.Users().CaseIdFor(actor.Id, key);
        var report = said.At(id, place, []) with { Drill = true };
        var answer = await grains.Case(id).Execute(CommandApi.Envelope(actor, report, body, key, clock.Now, behind));
        return CommandApi.Answer(answer, actor) ?? Results.Created($"/api/cases/{answer.View!.Id}", answer.View.For(actor));
    }
}

/// <summary>What a drill pretends.</summary>
public sealed record DrillBody
{
    /// <summary>The type's code in the pack.</summary>
    public required string Type { get; init; }

    /// <summary>What is to be found there, up to 2,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Where, as in a report.</summary>
    public PlaceInput? Place { get; init; }

    /// <summary>As if the work were going on now.</summary>
    public bool? InProgress { get; init; }

    /// <summary>Begins with the community and not with the grid.</summary>
    public bool? PassUp { get; init; }

    internal ReportBody AsReport() => new() { Type = Type, Description = Description, Place = Place, InProgress = InProgress, PassUp = PassUp };
}
