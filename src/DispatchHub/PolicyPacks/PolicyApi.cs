using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.PolicyPacks;

/// <summary>What a street works by, and trying a pack before it is adopted: how it differs, and what it would have done.</summary>
internal static class PolicyApi
{
    private const string OwnArea = "Of the street of 'area', your own area where none is given.";

    public static void Map(IEndpointRouteBuilder app)
    {
        var policies = app.MapGroup("/api/policies").WithTags("Policies");
        policies.MapGet("", OverviewAsync)
            .Describe("By which pack cases of each community are opened, since when and by whose act, and the packs that are kept, with what their calendars lack.",
                $"{OwnArea} 'mayAdopt' says whether you adopt.")
            .WithMetadata(new QueryParameters("area")).Produces<PolicyOverview>().Refuses(401, 403, 404, 503)
            .RequireAuthorization(Policies.LookAtPolicies);
        policies.MapPost("/looks", LookAsync)
            .Describe("How a pack differs from those that hold in some areas.",
                "Send the pack itself, or the id and version of one that is kept. Refused with the reasons for which it could not be adopted. Nothing is stored.")
            .Accepts<PackBody>("application/json").Produces<PackLook>().Refuses(401, 403, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.AdoptPolicies).RequireRateLimiting(RateLimits.Commands);
        policies.MapPost("/dry-runs", BeginAsync)
            .Describe("Lets the last days' cases of some areas happen again under a pack, everybody acting as they did.",
                $"Look back 1 to {DryRunWish.LongestDays} days. It goes on beside the work of the day, one at a time in a street; ask for it by its id until it is done. The last {DryRunWish.MostKept} are kept, in memory.")
            .Accepts<DryRunBody>("application/json").Produces<DryRunView>(StatusCodes.Status202Accepted).Refuses(401, 403, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.AdoptPolicies).RequireRateLimiting(RateLimits.Commands);
        policies.MapGet("/dry-runs/{id}", DryRunAsync)
            .Describe("A dry run: how far it is, and its report once it is done.", OwnArea)
            .WithMetadata(new QueryParameters("area")).Produces<DryRunView>().Refuses(401, 403, 404, 503)
            .RequireAuthorization(Policies.AdoptPolicies);
    }

    private static async Task<IResult> OverviewAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        var text = new QueryText(http.Request, "area");
        var (actor, area) = (http.User.Actor(), text.Scope("area"));
        return text.Problem is { } fault ? fault
            : await grains.Places().StreetOf(area ?? actor.Area) is not { } street ? Denied.Unknown("street")
            : Results.Ok(await grains.Policies(street).Overview(clock.Now) with { MayAdopt = Adopts(actor, street) });
    }

    private static async Task<IResult> LookAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        if (!(await Binding.ReadAsync<PackBody>(http.Request)).Succeeded(out var body, out var problem) || (problem = body.Fault()) is not null
            || !(await StreetOfAsync(http, grains, body.Areas)).Succeeded(out var street, out problem))
        {
            return problem;
        }

        var wish = new AdoptPolicy { Pack = body.Pack?.GetRawText(), Policy = body.Policy, Areas = body.Areas, From = clock.Now };
        var answer = await grains.Policies(street).Examine(wish, clock.Now);
        return answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Ok(answer.Look);
    }

    private static async Task<IResult> BeginAsync(HttpContext http, IGrainFactory grains, ICityClock clock)
    {
        if (!(await Binding.ReadAsync<DryRunBody>(http.Request)).Succeeded(out var body, out var problem) || (problem = body.Fault()) is not null
            || !(await StreetOfAsync(http, grains, body.Areas)).Succeeded(out var street, out problem))
        {
            return problem;
        }

        var wish = new DryRunWish { Pack = body.Pack?.GetRawText(), Policy = body.Policy, Areas = body.Areas, Days = body.Days };
        var answer = await grains.DryRuns(street).Begin(wish, clock.Now);
        return answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Accepted($"/api/policies/dry-runs/{answer.View!.Id}", answer.View);
    }

    private static async Task<IResult> DryRunAsync(HttpContext http, string id, IGrainFactory grains)
    {
        var text = new QueryText(http.Request, "area");
        var (actor, area) = (http.User.Actor(), text.Scope("area"));
        return text.Problem is { } fault ? fault
            : await grains.Places().StreetOf(area ?? actor.Area) is not { } street ? Denied.Unknown("street")
            : !Adopts(actor, street) ? Denied.OutsideArea
            : await grains.DryRuns(street).Look(id) is { } view ? Results.Ok(view)
            : Denied.Unknown("dry run");
    }

    /// <summary>The street of some areas, for whoever adopts there.</summary>
    private static async Task<Parsed<string>> StreetOfAsync(HttpContext http, IGrainFactory grains, IReadOnlyList<Scope> areas) =>
        areas is [] || await grains.Places().StreetOf(areas[0]) is not { } street
            ? new Refusal(RefusalCode.UnknownArea, "Name the street, or communities of it, such as community:xishan; GET /api/territory lists them.").AsProblem()
            : Adopts(http.User.Actor(), street) ? street : Denied.OutsideArea;

    /// <summary>An administrator has no area: theirs is the installation.</summary>
    private static bool Adopts(Actor actor, string street) =>
        actor.Role is Role.Administrator || (actor.Role is Role.Supervisor or Role.System && actor.Covers(street, null, null));
}

/// <summary>A pack and where it would hold.</summary>
public record PackBody
{
    /// <summary>The pack itself, as its file has it; leave it out where 'policy' names one that is kept.</summary>
    public JsonElement? Pack { get; init; }

    /// <summary>A pack that is kept, by id and version; leave it out where 'pack' gives one.</summary>
    public PolicyName? Policy { get; init; }

    /// <summary>The street, or communities of it.</summary>
    public required IReadOnlyList<Scope> Areas { get; init; }

    /// <summary>What is wrong with it wherever it is sent; null when nothing is.</summary>
    internal Problem? Fault() =>
        TextLimits.Check("policy.id", Policy?.Id, TextLimits.Name) ?? TextLimits.Check("policy.version", Policy?.Version, TextLimits.Name);
}

/// <summary>A pack that is to be run on paper.</summary>
public sealed record DryRunBody : PackBody
{
    /// <summary>So many days back from now.</summary>
    public required int Days { get; init; }
}
