using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Problems;
using Microsoft.Extensions.Options;

namespace Dispatch.Hub.Sessions;

/// <summary>Signing in, staying signed in, and signing out.</summary>
internal static class SessionApi
{
    /// <summary>The refresh cookie's name.</summary>
    public const string Cookie = "dispatch-refresh";

    private const string Address = "/api/session";

    private static readonly Problem Failed =
        new(StatusCodes.Status401Unauthorized, "sign-in-failed", "User name or password is wrong, or the user is disabled; correct them or ask the administrator.");

    private static readonly Problem Ended =
        new(StatusCodes.Status401Unauthorized, "session-ended", "The session has ended; sign in again with POST /api/session.");

    private static readonly Problem Elsewhere =
        new(StatusCodes.Status404NotFound, "sign-in-elsewhere", "This city takes tokens of an outside issuer; sign in there.");

    private static readonly Problem NoDemo =
        new(StatusCodes.Status404NotFound, "demo-off", "Demo mode is off; sign in with a user of this city.");

    public static void Map(IEndpointRouteBuilder app)
    {
        var sessions = app.MapGroup(Address).WithTags("Sessions").AllowAnonymous();
        sessions.MapPost("", SignInAsync).Describe("Signs in.", "Answers an access token of 15 minutes and sets the refresh cookie.")
            .Accepts<SignInBody>("application/json").Produces<SessionView>().RequireRateLimiting(RateLimits.SignIn);
        sessions.MapPost("/refresh", RefreshAsync).Describe("Exchanges the refresh cookie for another access token.", "The cookie is exchanged too; the old one is spent as soon as the new one is used, so that a lost answer costs nothing.")
            .Produces<SessionView>().RequireRateLimiting(RateLimits.Refresh);
        sessions.MapDelete("", SignOutAsync).Describe("Signs out.", "The session ends, in every tab, and the refresh cookie is removed.").Produces(StatusCodes.Status204NoContent)
            .RequireRateLimiting(RateLimits.Refresh);
        sessions.MapGet("/demo", DemoAsync).Describe("Who can sign in for a demonstration, with the password 'demo'.", "Only in demo mode.")
            .Produces<IReadOnlyList<DemoUser>>().RequireRateLimiting(RateLimits.Refresh);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, SignIn signIn, SessionTokens tokens, IOptions<AuthOptions> auth, IGrainFactory grains)
    {
        if (auth.Value.Authority is { Length: > 0 })
        {
            return Elsewhere;
        }

        if (!(await Binding.ReadAsync<SignInBody>(http.Request)).Succeeded(out var body, out var problem))
        {
            return problem;
        }

        return body.Password.Length <= SignIn.MaxPasswordLength && await signIn.CheckAsync(body.UserName, body.Password) is { } user
            ? await AnswerAsync(http, tokens, grains, user, tokens.Begin(user))
            : Failed;
    }

    private static async Task<IResult> RefreshAsync(HttpContext http, SessionTokens tokens, RefreshedSessions sessions, IGrainFactory grains)
    {
        if (await TicketAsync(http, tokens) is { } ticket
            && await grains.Users().Find(ticket.UserName) is { Enabled: true } user
            && user.Stamp == ticket.Stamp
            && sessions.TryTake(ticket))
        {
            return await AnswerAsync(http, tokens, grains, user, ticket.Next);
        }

        // The cookie stays: by now the browser may hold a newer one, of another tab.
        return Ended;
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SessionTokens tokens, RefreshedSessions sessions)
    {
        if (await TicketAsync(http, tokens) is { } ticket)
        {
            sessions.End(ticket);
        }

        http.Response.Cookies.Delete(Cookie, Attributes(http, null));
        return Results.NoContent();
    }

    private static async Task<IResult> DemoAsync(IGrainFactory grains, IOptions<DemoOptions> demo)
    {
        if (demo.Value.Enabled is not true)
        {
            return NoDemo;
        }

        var users = (await grains.Users().List()).Where(user => user is { Demo: true, Enabled: true, PasswordHash: null }).ToList();
        List<Scope> areas = [.. users.Select(user => user.Area).OfType<Scope>().Distinct()];
        var names = areas.Zip(await grains.Places().NamesOf(areas)).ToDictionary(named => named.First, named => named.Second);
        return Results.Ok(users.Select(user => new DemoUser(user.UserName, user.DisplayName, user.Role, user.Area, user.Area is { } area ? names[area] : null)));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, SessionTokens tokens, IGrainFactory grains, UserRecord user, RefreshTicket ticket)
    {
        var view = await tokens.IssueAsync(user, await grains.Places().StreetOf(user.Area));
        http.Response.Cookies.Append(Cookie, await tokens.WriteRefreshAsync(ticket), Attributes(http, ticket.SessionEnds));
        return Results.Ok(view);
    }

    private static async Task<RefreshTicket?> TicketAsync(HttpContext http, SessionTokens tokens) =>
        http.Request.Cookies[Cookie] is { Length: > 0 and <= 2_048 } cookie ? await tokens.ReadRefreshAsync(cookie) : null;

    private static CookieOptions Attributes(HttpContext http, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = Address,
        IsEssential = true,
        Expires = expires,
    };
}

/// <summary>Who signs in.</summary>
/// <param name="UserName">The user name; upper and lower case are one.</param>
/// <param name="Password">At most 256 characters.</param>
public sealed record SignInBody(string UserName, string Password);

/// <summary>A demo sign-in.</summary>
/// <param name="UserName">The user name.</param>
/// <param name="DisplayName">How people call them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Area">Where.</param>
/// <param name="AreaName">What people call it; null where they have none, or nothing is known by that id.</param>
public sealed record DemoUser(string UserName, string DisplayName, Role Role, Scope? Area, Text? AreaName = null);
