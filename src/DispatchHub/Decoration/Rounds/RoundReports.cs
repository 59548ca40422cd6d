using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.Decoration.Filings;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Rounds;

/// <summary>
/// Work without filing that a round finds: the case first, then the round's own note of it, both under keys of the same request, so that
/// a repeat finishes what a crash left.
/// </summary>
internal static class RoundReports
{
    private const string MarkItems = "mark-round-item";

    public static void Map(RouteGroupBuilder rounds) => rounds.MapPost("/{id}/unfiled-work/{unit}", ReportAsync)
        .Describe("Work without filing was found in a flat on the round: opens a case DEC-05 there and notes it in the round.", "Refused while a filing covers today.")
        .Accepts<UnfiledWorkBody>("application/json").Produces<RoundView>()
        .Refuses(400, 401, 403, 404, 409, 413, 415, 422, 429, 503)
        .RequireAuthorization(Policies.ActOnDecoration).RequireRateLimiting(RateLimits.Commands);

    private static async Task<IResult> ReportAsync(HttpContext http, string id, string unit, IGrainFactory grains, ICityClock clock)
    {
        if (!IdempotencyKey.Read(http.Request).Succeeded(out var key, out var problem)
            || !(await CommandBody.ReadAsync(http.Request, typeof(UnfiledWorkBody))).Succeeded(out var body, out problem)
            || !(await RoundApi.FindAsync(http.User.Actor(), id, grains, clock)).Succeeded(out var round, out problem))
        {
            return problem;
        }

        if (round.State != RoundState.Open)
        {
            return new Refusal(RefusalCode.StatusNotAllowed, "This round is over; report at the flat instead.").AsProblem();
        }

        var actor = http.User.Actor();
        if (!round.May.Contains(MarkItems))
        {
            return Denied.RoleNotAllowed;
        }

        if (!(await UnfiledWork.OpenAsync(grains, actor, round.EstateId, unit, body, key, clock.Now)).Succeeded(out var opened, out problem))
        {
            return problem;
        }

        var answer = await grains.Dossier<IRoundGrain>(DossierKinds.Round, id).Act(new DossierAct
        {
            Command = new AddUnfiledWork { UnitId = unit, CaseId = opened.Id },
            By = actor,
            Key = key,
            BodyHash = opened.Id,
            ReceivedAt = clock.Now,
        });
        return answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Ok((object)answer.View!);
    }
}
