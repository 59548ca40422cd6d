using System.Globalization;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Committee;

/// <summary>The month as the street committee sees it.</summary>
internal static class CommitteeApi
{
    private const string MonthForm = "yyyy-MM";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/committee", ReportAsync)
            .WithTags("Committee")
            .Describe(
                "A month of house decoration: every number with the cases and dossiers that it counts.",
                "Without a month the one that goes on, without a scope your own street, without 'asOf' as of now. The same 'asOf' gets the same answer for ever.")
            .WithMetadata(new QueryParameters("month", "scope", "asOf"))
            .Produces<CommitteeReport>().Refuses(400, 401, 403, 404, 503).RequireAuthorization(Policies.LookAtCommittee);

    private static async Task<IResult> ReportAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var query = new QueryText(http.Request, "month", "scope", "asOf");
        var (month, asked, now) = (query.Text("month", MonthForm.Length), query.Scope("scope"), clock.Now);
        var asOf = query.Instant("asOf") ?? now;
        if (query.Problem is { } fault)
        {
            return fault;
        }

        DateOnly? first = DateOnly.TryParseExact(month, MonthForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        if (month is not null && first is not { Year: >= 2000 and <= 2099 })
        {
            return Invalid("'month' is a month of the years 2000 to 2099, for example 2026-03.");
        }

        if (asOf > now)
        {
            return Invalid("'asOf' lies ahead; ask for an instant up to now, or leave it out.");
        }

        var actor = http.User.Actor();
        if ((asked ?? actor.Area) is not { Kind: ScopeKind.Street } street)
        {
            return new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a street, for example ?scope=street:xiashi.");
        }

        return (await access.StreetOfAsync(actor, street)).Succeeded(out var streetId, out var problem)
            ? Results.Ok(await grains.GetGrain<ICommitteeGrain>(0).Report(streetId, first, asOf))
            : problem;
    }

    private static Problem Invalid(string detail) => new(StatusCodes.Status400BadRequest, "invalid-parameter", detail);
}
