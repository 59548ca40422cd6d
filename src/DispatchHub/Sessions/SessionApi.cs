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
        sessions.MapPost("/refresh", RefreshAsync).Describe("Exchanges the refresh cookie for another access token.", "The cookie is exchanged too; the old one is spent.")
            .Produces<SessionView>().RequireRateLimiting(RateLimits.Refresh);
        sessions.MapDelete("", SignOutAsync).Describe("Signs out.", "The refresh cookie is spent and removed.").Produces(StatusCodes.Status204NoContent)
            .RequireRateLimiting(RateLimits.Refresh);
        sessions.MapGet("/demo", DemoAsync).Describe("Who can sign in for a demonstration, with the password 'demo'.", "Only in demo mode.")
            .Produces<IReadOnlyList<DemoUser>>().RequireRateLimiting(RateLimits.Refresh);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, SignIn signIn, SessionTokens tokens, IOptions<AuthOptions> auth, TimeProvider time)
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
            ? await BeginAsync(http, tokens, user, time.GetUtcNow() + SessionTokens.SessionLifetime)
            : Failed;
    }

    private static async Task<IResult> RefreshAsync(HttpContext http, SessionTokens tokens, SpentTickets spent, IGrainFactory grains)
    {
        if (await TicketAsync(http, tokens) is { } ticket
            && await grains.Users().Find(ticket.UserName) is { Enabled: true } user
            && user.Stamp == ticket.Stamp
            && spent.TrySpend(ticket))
        {
            return await BeginAsync(http, tokens, user, ticket.SessionEnds);
        }

        http.Response.Cookies.Delete(Cookie, Attributes(http, null));
        return Ended;
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SessionTokens tokens, SpentTickets spent)
    {
        if (await TicketAsync(http, tokens) is { } ticket)
        {
            spent.End(ticket);
        }

        http.Response.Cookies.Delete(Cookie, Attributes(http, null));
        return Results.NoContent();
    }

    private static async Task<IResult> DemoAsync(IGrainFactory grains, IOptions<DemoOptions> demo) => demo.Value.Enabled is true
        ? Results.Ok((await grains.Users().List()).Where(user => user is { Demo: true, Enabled: true, PasswordHash: null })
            .Select(user => new DemoUser(user.UserName, user.Role, user.Area)))
        : NoDemo;

    private static async Task<IResult> BeginAsync(HttpContext http, SessionTokens tokens, UserRecord user, DateTimeOffset ends)
    {
        var refresh = await tokens.IssueRefreshAsync(user, ends);
        http.Response.Cookies.Append(Cookie, refresh, Attributes(http, ends));
        return Results.Ok(await tokens.IssueAsync(user));
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
/// <param name="Role">What they may do.</param>
/// <param name="Area">Where.</param>
public sealed record DemoUser(string UserName, Role Role, Scope? Area);
