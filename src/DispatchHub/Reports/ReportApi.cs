using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Reports;

/// <summary>Reporting what was seen.</summary>
internal static class ReportApi
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/reports", ReportAsync)
        .WithTags("Reports")
        .Describe("Reports what was seen: opens a case.", "Repeat with the same Idempotency-Key as often as needed: the same case is answered.")
        .Accepts<ReportBody>("application/json")
        .Produces<CaseView>(StatusCodes.Status201Created)
        .Refuses(401, 403, 409, 413, 415, 422, 429, 503)
        .RequireAuthorization(Policies.Of("report"))
        .RequireRateLimiting(RateLimits.Commands);

    private static async Task<IResult> ReportAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        if (!IdempotencyKey.Read(http.Request).Succeeded(out var key, out var problem)
            || !(await CommandBody.ReadAsync(http.Request, typeof(ReportBody))).Succeeded(out var body, out problem)
            || !DeviceClock.Read(http.Request, clock.Time).Succeeded(out var behind, out problem))
        {
            return problem;
        }

        var actor = http.User.Actor();
        var said = (ReportBody)body.Own;
        if (said.Fault() is { } fault)
        {
            return fault;
        }

        if (!CommandRoles.Allows(actor.Role, "report", body.Around.OnBehalf is not null))
        {
            return Denied.RoleNotAllowed;
        }

        return (await ReportOpening.OpenAsync(grains, actor, said, body, key, clock.Now, behind)).Succeeded(out var opened, out problem)
            ? Results.Created($"/api/cases/{opened.Id}", opened)
            : problem;
    }
}

/// <summary>What a reporter says.</summary>
public sealed record ReportBody
{
    /// <summary>The type's code in the pack, such as <c>DEC-03</c>; <c>GET /api/catalogue</c> lists them.</summary>
    public required string Type { get; init; }

    /// <summary>What was seen, up to 2,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Where: coordinates, or an estate with building and unit, or a grid. Without it the case goes to the street's <c>unlocated</c> grid.</summary>
    public PlaceInput? Place { get; init; }

    /// <summary>How the reporter names the place, up to 200 characters.</summary>
    public string? Address { get; init; }

    /// <summary>How to reach the reporter, up to 200 characters: personal data, shown to those who handle the case.</summary>
    public string? Contact { get; init; }

    /// <summary>The work is going on now.</summary>
    public bool? InProgress { get; init; }

    /// <summary>A grid worker hands it straight to the community.</summary>
    public bool? PassUp { get; init; }

    /// <summary>Photos that show it, at most 20: ids that <c>POST /api/evidence</c> answered to the same user.</summary>
    public IReadOnlyList<string>? EvidenceIds { get; init; }

    /// <summary>What is wrong with it wherever it happened; null when nothing is.</summary>
    internal Problem? Fault() =>
        TextLimits.CheckWritten("type", Type, TextLimits.Name)
        ?? TextLimits.Check("description", Description, TextLimits.Prose)
        ?? TextLimits.Check("address", Address, TextLimits.Line)
        ?? TextLimits.Check("contact", Contact, TextLimits.Line)
        ?? (EvidenceIds is null ? null : CommandFaults.Ids("evidenceIds", EvidenceIds))
        ?? (Place is null ? null
            : TextLimits.Check("place.crs", Place.Crs, TextLimits.Name)
            ?? TextLimits.Check("place.building", Place.Building, TextLimits.Name)
            ?? TextLimits.Check("place.unit", Place.Unit, TextLimits.Name)
            ?? (Place.Estate is null ? null : SafeId.Check("place.estate", Place.Estate))
            ?? (Place.GridId is null ? null : SafeId.Check("place.gridId", Place.GridId)));

    /// <summary>The command, once the place has been found.</summary>
    internal Report At(string caseId, CasePlace place, IReadOnlyList<string> duplicates) => new()
    {
        CaseId = caseId,
        Type = Type,
        Description = Description,
        Place = place,
        Address = Address,
        Contact = Contact,
        InProgress = InProgress ?? false,
        PassUp = PassUp ?? false,
        PossibleDuplicates = duplicates,
        EvidenceIds = EvidenceIds,
    };
}
