using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Surges;

/// <summary>Declaring, ending and looking at surges.</summary>
internal static class SurgeApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var surges = app.MapGroup("/api/surges").WithTags("Surges");
        surges.MapGet("", ListAsync)
            .Describe("The surges over a scope and what lies in it or around it, the newest first, those that are over included.", "At most 32 of a street. Without a scope those of your own area.")
            .WithMetadata(new QueryParameters("scope"))
            .Produces<SurgeList>().Refuses(401, 403, 404, 503).RequireAuthorization(Policies.Look);
        surges.MapPost("", DeclareAsync)
            .Describe(
                "Declares a surge: clocks of an area that are not urgent stand still, and priorities are raised, until it ends.",
                "One recorded act. It holds for every open case of the area from then on, and for those that are opened under it; what had run out before stays so. "
                + "Repeat with the same Idempotency-Key as often as needed.")
            .Accepts<SurgeBody>("application/json").Produces<SurgeView>(StatusCodes.Status201Created)
            .Refuses(401, 403, 404, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.OrderSurges).RequireRateLimiting(RateLimits.Commands);
        surges.MapPost("/{id}/end", EndAsync)
            .Describe("Ends a surge before its time.", "What stood still counts again from then on, and raised priorities are put back unless somebody set them since.")
            .Accepts<SurgeEndBody>("application/json").Produces<SurgeView>()
            .Refuses(401, 403, 404, 409, 413, 415, 422, 429, 503)
            .RequireAuthorization(Policies.OrderSurges).RequireRateLimiting(RateLimits.Commands);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        var text = new QueryText(http.Request, "scope");
        var asked = text.Scope("scope");
        if (text.Problem is { } fault)
        {
            return fault;
        }

        var actor = http.User.Actor();
        if ((asked ?? actor.Area) is not { } scope)
        {
            return new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a scope, for example ?scope=street:xiashi.");
        }

        if (!(await access.StreetOfAsync(actor, scope)).Succeeded(out var street, out var problem))
        {
            return problem;
        }

        var found = await grains.Surges(street).List(clock.Now);
        var touching = new List<SurgeView>();
        foreach (var surge in found)
        {
            if (await grains.Places().IsWithin(scope, surge.Scope) || await grains.Places().IsWithin(surge.Scope, scope))
            {
                touching.Add(surge);
            }
        }

        return Results.Ok(new SurgeList(touching));
    }

    private static async Task<IResult> DeclareAsync(HttpContext http, IGrainFactory grains, ScopeAccess access, ICityClock clock)
    {
        if (!IdempotencyKey.Read(http.Request).Succeeded(out var key, out var problem)
            || !(await RequestBody.ReadAsync(http.Request)).Succeeded(out var json, out problem)
            || !Binding.Bind<SurgeBody>(json).Succeeded(out var body, out problem))
        {
            return problem;
        }

        var actor = http.User.Actor();
        if (body.Fault() is { } fault)
        {
            return fault;
        }

        if (!(await access.StreetOfAsync(actor, body.Scope)).Succeeded(out var street, out problem))
        {
            return problem;
        }

        var answer = await grains.Surges(street).Declare(new SurgeDeclaration
        {
            Area = body.Scope,
            Types = body.Types ?? [],
            Until = body.Until,
            Reason = body.Reason,
            Freeze = body.Freeze ?? true,
            Raise = body.Raise,
            By = actor,
            Key = key,
            BodyHash = CanonicalJson.Hash(http.Request.Path, json),
            ReceivedAt = clock.Now,
        });
        return answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Created($"/api/surges?scope={body.Scope}", answer.View);
    }

    private static async Task<IResult> EndAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock)
    {
        if (!SafeId.Is(id) || id.LastIndexOf('.') is not (> 0 and var dot))
        {
            return Denied.Unknown("surge");
        }

        if (!IdempotencyKey.Read(http.Request).Succeeded(out var key, out var problem)
            || !(await RequestBody.ReadAsync(http.Request)).Succeeded(out var json, out problem)
            || !Binding.Bind<SurgeEndBody>(json).Succeeded(out var body, out problem))
        {
            return problem;
        }

        if (TextLimits.Check("reason", body.Reason, TextLimits.Reason) is { } fault)
        {
            return fault;
        }

        var answer = await grains.Surges(id[..dot]).End(new SurgeEnding
        {
            Id = id,
            Reason = body.Reason,
            By = http.User.Actor(),
            Key = key,
            BodyHash = CanonicalJson.Hash(http.Request.Path, json),
            ReceivedAt = clock.Now,
        });
        return answer.Refusal is { } refusal ? refusal.AsProblem() : Results.Ok(answer.View);
    }
}

/// <summary>Surges of a part of the city.</summary>
/// <param name="Items">The newest first.</param>
public sealed record SurgeList(IReadOnlyList<SurgeView> Items);

/// <summary>A surge to declare.</summary>
public sealed record SurgeBody
{
    /// <summary>The street, community or grid that it is over.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The codes of the types that it is over, at most 20; left out for all.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>When it ends by itself; ahead, as far as the pack lets it.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether clocks that are not urgent stand still; left out: they do.</summary>
    public bool? Freeze { get; init; }

    /// <summary>The priority that cases have at least; left out: priorities are left alone.</summary>
    public Priority? Raise { get; init; }

    internal Problem? Fault() =>
        TextLimits.Check("reason", Reason, TextLimits.Reason) ?? (Types is null ? null : Cases.CommandFaults.Ids("types", Types));
}

/// <summary>A surge to end.</summary>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record SurgeEndBody(string? Reason);
