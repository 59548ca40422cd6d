using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Forecasts;

/// <summary>What will be late if nobody acts.</summary>
internal static class ForecastApi
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(8);

    private static readonly Problem Passed =
        new(StatusCodes.Status422UnprocessableEntity, "until-not-ahead", "'until' is not ahead of the city's clock; ask for a later instant, or leave it out for the next 8 hours.");

    private static readonly Problem TooFar =
        new(StatusCodes.Status422UnprocessableEntity, "until-too-far", $"A forecast looks {ForecastQuery.LongestDays} days ahead at most; ask for an earlier 'until'.");

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/forecast", LookAheadAsync)
        .WithTags("Boards")
        .Describe(
            "Which deadlines of a scope's open cases will be missed if nobody acts.",
            "Without a scope of your area, without 'until' in the next 8 hours. Decided as it will be then, from who is where as far as that is known now; "
            + $"at most {ForecastQuery.MostItems} are listed, soonest first, and all are counted. An answer may be some seconds old: 'from' says from when.")
        .WithMetadata(new QueryParameters("scope", "until"))
        .Produces<ForecastAnswer>()
        .Refuses(401, 403, 404, 422, 503)
        .RequireAuthorization(Policies.Look);

    private static async Task<IResult> LookAheadAsync(HttpContext http, ForecastShelf forecasts, ScopeAccess access, ICityClock clock)
    {
        var text = new QueryText(http.Request, "scope", "until");
        var asked = text.Scope("scope");
        var from = clock.Now;
        var until = text.Instant("until") ?? from + Usual;
        if (text.Problem is { } fault)
        {
            return fault;
        }

        var actor = http.User.Actor();
        if ((asked ?? actor.Area) is not { } scope)
        {
            return new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a scope, for example ?scope=street:xiashi.");
        }

        return !(await access.StreetOfAsync(actor, scope)).Succeeded(out _, out var problem) ? problem
            : until <= from ? Passed
            : until - from > TimeSpan.FromDays(ForecastQuery.LongestDays) ? TooFar
            : Results.Ok(await forecasts.AskAsync(new ForecastQuery { Scope = scope, From = from, Until = until }));
    }
}
