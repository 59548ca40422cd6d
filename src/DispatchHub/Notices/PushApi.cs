using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Notices;

/// <summary>Web Push: the key to subscribe with, and the subscriptions of one's own installed clients.</summary>
internal static class PushApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var push = app.MapGroup("/api/push").WithTags("Notices").RequireAuthorization(Policies.Look);
        push.MapGet("/key", KeyAsync).Describe("The public key to subscribe to Web Push with.", "Null where whoever runs this has not set Web Push up.")
            .Produces<PushKey>().Refuses(401, 403, 503);
        push.MapPut("/subscription", SubscribeAsync).Describe("Adds an installed client of yours, as its browser describes it.", "You have 5 at most; the oldest makes room.")
            .Accepts<SubscriptionBody>("application/json").Produces(StatusCodes.Status204NoContent).Refuses(401, 403, 413, 415, 422, 429, 503)
            .RequireRateLimiting(RateLimits.Commands);
        push.MapDelete("/subscription", UnsubscribeAsync).Describe("Takes an installed client of yours away.", "Nothing happens when it is not there.")
            .Accepts<EndpointBody>("application/json").Produces(StatusCodes.Status204NoContent).Refuses(401, 403, 413, 415, 429, 503)
            .RequireRateLimiting(RateLimits.Commands);
    }

    private static async Task<IResult> KeyAsync(IGrainFactory grains) => Results.Ok(new PushKey(await grains.Notices().PushKey()));

    private static async Task<IResult> SubscribeAsync(HttpContext http, IGrainFactory grains)
    {
        if (!(await Binding.ReadAsync<SubscriptionBody>(http.Request)).Succeeded(out var body, out var problem))
        {
            return problem;
        }

        var subscription = new WebPushSubscription(body.Endpoint, body.Keys.P256dh, body.Keys.Auth);
        return await grains.PersonNotices(http.User.Actor().Id).Subscribe(subscription) is { } refusal ? refusal.AsProblem() : Results.NoContent();
    }

    private static async Task<IResult> UnsubscribeAsync(HttpContext http, IGrainFactory grains)
    {
        if (!(await Binding.ReadAsync<EndpointBody>(http.Request)).Succeeded(out var body, out var problem))
        {
            return problem;
        }

        await grains.PersonNotices(http.User.Actor().Id).Unsubscribe(body.Endpoint);
        return Results.NoContent();
    }
}

/// <summary>The key to subscribe with.</summary>
/// <param name="Key">The P-256 public key, base64url; null where Web Push is off.</param>
public sealed record PushKey(string? Key);

/// <summary>A subscription as browsers write it.</summary>
/// <param name="Endpoint">Where its push service takes messages.</param>
/// <param name="Keys">What messages are encrypted with.</param>
public sealed record SubscriptionBody(string Endpoint, SubscriptionKeys Keys);

/// <summary>What messages are encrypted with.</summary>
/// <param name="P256dh">The client's public key, base64url.</param>
/// <param name="Auth">Its secret, base64url.</param>
public sealed record SubscriptionKeys(string P256dh, string Auth);

/// <summary>Which installed client.</summary>
/// <param name="Endpoint">Its address.</param>
public sealed record EndpointBody(string Endpoint);
