using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration.Filings;

/// <summary>Flats: their history, their door, and work in them that nobody filed.</summary>
internal static class UnitApi
{
    private const string What = "flat";
    private const string Unit = "/api/units/{estate}/{unit}";

    public static void Map(IEndpointRouteBuilder app)
    {
        var units = app.MapGroup("").WithTags("Units");
        units.MapGet(Unit, HistoryAsync)
            .Describe(
                "Everything that happened in a flat: filings, inspections, who was at the door, cases and other dossiers.",
                "Cases that you may not see are left out. Owners' contacts are shown to those who call on them only.")
            .Produces<UnitPage>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.LookAtDecoration);
        units.MapPost(Unit + "/unfiled-work", ReportAsync)
            .Describe("Work without filing was found in a flat: opens a case DEC-05 there.", "Refused while a filing covers today.")
            .Accepts<UnfiledWorkBody>("application/json").Produces<CaseView>(StatusCodes.Status201Created)
            .Refuses(400, 401, 403, 404, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.ActOnDecoration).RequireRateLimiting(RateLimits.Commands);
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, string estate, string unit, IGrainFactory grains, ICityClock clock)
    {
        var actor = http.User.Actor();
        if (!SafeId.Is(estate) || !SafeId.Is(unit)
            || await grains.UnitDesk().History(estate, unit, clock.Now, actor.CallsOnOwners()) is not { } history)
        {
            return Denied.Unknown(What);
        }

        if (!actor.Covers(history.StreetId, history.CommunityId, history.GridId) && !IsAsked(actor.Department(), history))
        {
            return Denied.OutsideArea;
        }

        var desk = grains.UnitDesk();
        var cases = (await Task.WhenAll(history.CaseIds.Select(id => grains.Case(id).View()))).OfType<CaseView>();
        var token = (await desk.TokenOf(estate, unit))!;
        return Results.Ok(new UnitPage(
            history,
            [.. cases.Where(actor.Sees).OrderByDescending(view => view.OpenedAt).Select(view => view.AsRow())],
            (await desk.Door(token, clock.Now))!,
            $"{DoorPages.Path}/{token}",
            FilingRoles.May(actor.Role)));
    }

    private static bool IsAsked(string? office, UnitHistory history) =>
        history.Filings?.Filings.Any(filing => filing.Offices.Any(one => one.Office == office)) == true;

    private static async Task<IResult> ReportAsync(HttpContext http, string estate, string unit, IGrainFactory grains, ICityClock clock)
    {
        if (!IdempotencyKey.Read(http.Request).Succeeded(out var key, out var problem)
            || !(await CommandBody.ReadAsync(http.Request, typeof(UnfiledWorkBody))).Succeeded(out var body, out problem))
        {
            return problem;
        }

        return (await UnfiledWork.OpenAsync(grains, http.User.Actor(), estate, unit, body, key, clock.Now)).Succeeded(out var opened, out problem)
            ? Results.Created($"/api/cases/{opened.Id}", opened)
            : problem;
    }
}

/// <summary>A flat as the staff see it at its door.</summary>
/// <param name="History">What happened in it.</param>
/// <param name="Cases">Its cases that the caller may see, the latest first.</param>
/// <param name="Door">What holds today.</param>
/// <param name="Link">The flat's secret address, for its owner and its card: a path from the root.</param>
/// <param name="May">What the caller may do to its filings, by the names of <see cref="FilingRoles"/>.</param>
public sealed record UnitPage(UnitHistory History, IReadOnlyList<CaseRow> Cases, Door Door, string Link, IReadOnlyList<string> May);

/// <summary>Work without filing.</summary>
public sealed record UnfiledWorkBody
{
    /// <summary>What was seen, up to 2,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The work is going on now.</summary>
    public bool? InProgress { get; init; }

    /// <summary>Photos that show it, as in a report.</summary>
    public IReadOnlyList<string>? EvidenceIds { get; init; }
}
