using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Cases;

/// <summary>Whom a case would be offered to.</summary>
internal static class CandidateApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/cases/{id}/candidates", CandidatesAsync)
        .WithTags("Cases").RequireAuthorization(Policies.LookAtCandidates)
        .Describe(
            "Whom the case would be offered to now, best first with the reasons, and who is left out and why.",
            "Both lists are empty for a street without a roster and for a case that has ended. Looking asks nobody.")
        .Produces<OfferRanking>().Refuses(401, 403, 404, 503);

    private static async Task<IResult> CandidatesAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        if (!(await CaseApi.FindAsync(http.User.Actor(), id, grains)).Succeeded(out _, out var problem))
        {
            return problem;
        }

        return await grains.Case(id).Candidates(clock.Now) is { } ranking ? Results.Ok(ranking) : Denied.Unknown("case");
    }
}
