using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.PolicyPacks;

/// <summary>Adopting policy packs, and what was adopted.</summary>
internal static class AdoptionApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var adoptions = app.MapGroup("/api/policies/adoptions").WithTags("Policies");
        adoptions.MapGet("", ListAsync)
            .Describe("The acts by which a street adopted policy packs, oldest first.",
                "Of the street of 'area', your own area where none is given. A case is opened under the act that began last among those that cover its community; cases that run keep their pack.")
            .WithMetadata(new QueryParameters("area")).Produces<AdoptionList>().Refuses(401, 403, 404, 503)
            .RequireAuthorization(Policies.LookAtPolicies);
        adoptions.MapPost("", AdoptAsync)
            .Describe("Adopts a policy pack for the street or for pilot communities, from an instant on.",
                "Send the pack itself, or the id and version of one that is kept. Recorded for good: a later act takes its place. 'policy dry-run' says beforehand what it would change.")
            .Accepts<AdoptionBody>("application/json")
            .Produces<PolicyAdoption>(StatusCodes.Status201Created).Refuses(401, 403, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.AdoptPolicies)
            .RequireRateLimiting(RateLimits.Commands);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains)
    {
        var text = new QueryText(http.Request, "area");
        var area = text.Scope("area") ?? http.User.Actor().Area;
        return text.Problem is { } fault ? fault
            : await grains.Places().StreetOf(area) is not { } street ? Denied.Unknown("street")
            : Results.Ok(new AdoptionList(await grains.Policies(street).Adoptions()));
    }

    private static async Task<IResult> AdoptAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        if (!IdempotencyKey.Read(http.Request).Succeeded(out var key, out var problem)
            || !(await RequestBody.ReadAsync(http.Request, RequestBody.MaxPackBytes)).Succeeded(out var json, out problem)
            || !Binding.Bind<AdoptionBody>(json).Succeeded(out var body, out problem))
        {
            return problem;
        }

        if (body.Fault() is { } fault)
        {
            return fault;
        }

        if (body.Areas is [] || await grains.Places().StreetOf(body.Areas[0]) is not { } street)
        {
            return new Refusal(RefusalCode.UnknownArea, "Name the street, or communities of it, such as community:xishan; GET /api/territory lists them.").AsProblem();
        }

        var actor = http.User.Actor();
        if (actor.Role is not Role.Administrator && !actor.Covers(street, null, null))
        {
            return Denied.OutsideArea;
        }

        var adopting = new PolicyAdopting(body.Wish(), actor, clock.Now, key, CanonicalJson.Hash(http.Request.Path, json));
        var answer = await grains.Policies(street).Adopt(adopting);
        return answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Created("/api/policies/adoptions", answer.Adoption);
    }
}

/// <summary>What was adopted.</summary>
/// <param name="Items">Oldest first.</param>
public sealed record AdoptionList(IReadOnlyList<PolicyAdoption> Items);

/// <summary>What is to be adopted.</summary>
public sealed record AdoptionBody
{
    /// <summary>The pack itself, as its file has it; leave it out where 'policy' names one that is kept.</summary>
    public JsonElement? Pack { get; init; }

    /// <summary>A pack that is kept, by id and version; leave it out where 'pack' gives one.</summary>
    public PolicyName? Policy { get; init; }

    /// <summary>The street, or communities of it.</summary>
    public required IReadOnlyList<Scope> Areas { get; init; }

    /// <summary>From when on, not before now.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>What is wrong with it wherever it is sent; null when nothing is.</summary>
    internal Problem? Fault() =>
        TextLimits.Check("reason", Reason, TextLimits.Reason)
        ?? TextLimits.Check("policy.id", Policy?.Id, TextLimits.Name)
        ?? TextLimits.Check("policy.version", Policy?.Version, TextLimits.Name);

    /// <summary>As the street is asked.</summary>
    internal AdoptPolicy Wish() => new() { Pack = Pack?.GetRawText(), Policy = Policy, Areas = Areas, From = From, Reason = Reason };
}
