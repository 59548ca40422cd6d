using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Cases;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Notices;

/// <summary>What one was told of, how one wants to be told, and who was told of a case and when.</summary>
internal static class NoticeApi
{
    private const int LongestId = 256;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/cases/{id}/notices", OfCaseAsync).WithTags("Notices").RequireAuthorization(Policies.LookAtNotices)
            .Describe("Who was told of a case, when and by what, oldest first.", "With what was tried, who was left in peace off duty, and when they have seen it. The newest 200.")
            .Produces<NoticeList>().Refuses(401, 403, 404, 503);
        var own = app.MapGroup("/api/notices").WithTags("Notices").RequireAuthorization(Policies.Look);
        own.MapGet("", OwnAsync).Describe("What waits or waited for you, newest first, and how much of it you have not seen.", "The newest 50.")
            .Produces<OwnNotices>().Refuses(401, 403, 503);
        own.MapPost("/{id}/seen", SeenAsync).Describe("You have looked at a notice: it goes to no further channel and not to the second line; it has no body.", "Saying so again changes nothing.")
            .Produces(StatusCodes.Status204NoContent).Refuses(401, 403, 404, 429, 503).RequireRateLimiting(RateLimits.Commands);
        own.MapGet("/mine/channels", ChannelsAsync).Describe("How you are told: your order of channels, your telephone, and how many installed clients you have.", "An order of your own is absent until you set one.")
            .Produces<ChannelsView>().Refuses(401, 403, 503);
        own.MapPut("/mine/channels", SetChannelsAsync).Describe("Sets how you are told.", "Without 'channels' by the order that the policy pack has.")
            .Accepts<ChannelsBody>("application/json").Produces<ChannelsView>().Refuses(401, 403, 413, 415, 422, 429, 503).RequireRateLimiting(RateLimits.Commands);
    }

    private static async Task<IResult> OfCaseAsync(HttpContext http, string id, IGrainFactory grains) =>
        (await CaseApi.FindAsync(http.User.Actor(), id, grains)).Succeeded(out _, out var problem)
            ? Results.Ok(new NoticeList(await grains.Notices().OfCase(id)))
            : problem;

    private static async Task<IResult> OwnAsync(HttpContext http, IGrainFactory grains) => Results.Ok(await grains.Notices().OfPerson(http.User.Actor().Id));

    private static async Task<IResult> SeenAsync(HttpContext http, string id, IGrainFactory grains, ICityClock clock) =>
        IsId(id) && await grains.Notices().Seen(id, http.User.Actor().Id, clock.Now) ? Results.NoContent() : Denied.Unknown("notice");

    private static async Task<IResult> ChannelsAsync(HttpContext http, IGrainFactory grains) => Results.Ok(await ViewAsync(grains, http.User.Actor()));

    private static async Task<IResult> SetChannelsAsync(HttpContext http, IGrainFactory grains)
    {
        if (!(await Binding.ReadAsync<ChannelsBody>(http.Request)).Succeeded(out var body, out var problem))
        {
            return problem;
        }

        var actor = http.User.Actor();
        return await grains.PersonNotices(actor.Id).Set(body.Channels, body.Phone) is { } refusal
            ? refusal.AsProblem()
            : Results.Ok(await ViewAsync(grains, actor));
    }

    private static async Task<ChannelsView> ViewAsync(IGrainFactory grains, Actor actor)
    {
        var own = await grains.PersonNotices(actor.Id).Get();
        return new ChannelsView(NoticeChannels.All, own.Channels, own.Phone, own.Subscriptions.Count);
    }

    private static bool IsId(string id) => id.Length <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '~');
}

/// <summary>Who was told of a case.</summary>
/// <param name="Items">Oldest first.</param>
public sealed record NoticeList(IReadOnlyList<NoticeView> Items);

/// <summary>How somebody wants to be told.</summary>
/// <param name="Channels">Each of <c>app</c>, <c>push</c>, <c>sms</c>, <c>webhook</c> at most once, one at least, in the order in which they are tried; absent for the pack's order.</param>
/// <param name="Phone">For text messages: digits, with or without a plus; absent for none.</param>
public sealed record ChannelsBody(IReadOnlyList<string>? Channels = null, string? Phone = null);

/// <summary>How somebody is told.</summary>
/// <param name="All">Every channel there is.</param>
/// <param name="Channels">Their own order; null for the pack's.</param>
/// <param name="Phone">For text messages.</param>
/// <param name="InstalledClients">How many of their clients take Web Push.</param>
public sealed record ChannelsView(IReadOnlyList<string> All, IReadOnlyList<string>? Channels, string? Phone, int InstalledClients);
