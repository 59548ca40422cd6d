using System.Globalization;
using System.Security.Claims;
using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dispatch.Hub.Sessions;

/// <summary>
/// Makes and reads the two tokens of a session: the access token that the client keeps in memory, and the refresh token in a cookie
/// that only the session's own address is sent. Both are JWTs of one key; their audiences keep one from passing for the other.
/// </summary>
public sealed class SessionTokens(SigningKeys keys, IOptions<AuthOptions> options, TimeProvider time)
{
    /// <summary>Who signs.</summary>
    public const string Issuer = "dispatch";

    /// <summary>How long an access token is taken, real time.</summary>
    public static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(15);

    /// <summary>How long a session can be refreshed after its sign-in, real time: a shift and its handover.</summary>
    public static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(12);

    private const string RefreshAudience = "dispatch-refresh";

    private const string SessionClaim = "sid";

    private const string NumberClaim = "number";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    /// <summary>What a token signed here must show. The lifetime is real time, without slack: the signer is the reader.</summary>
    public static TokenValidationParameters Rules(string audience, TimeProvider time) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = audience,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        NameClaimType = Caller.NameClaim,
        RoleClaimType = Caller.RoleClaim,
        LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime
            ? true
            : throw new SecurityTokenExpiredException("The token has expired."),
    };

    /// <summary>An access token for a user, and what a client shows of them.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="streetId">The street that they work in; null where the territory has no such area.</param>
    public async Task<SessionView> IssueAsync(UserRecord user, string? streetId)
    {
        var expires = time.GetUtcNow() + AccessLifetime;
        List<Claim> claims = [new(Caller.NameClaim, user.UserName), new(Caller.RoleClaim, user.Role.OnWire()), new(Caller.StampClaim, user.Stamp)];
        if (user.Area is { } area)
        {
            claims.Add(new Claim(Caller.AreaClaim, area.ToString()));
        }

        var token = await SignAsync(options.Value.Audience, claims, expires);
        return new SessionView(token, expires, user.UserName, user.DisplayName, user.Role, user.Area, streetId);
    }

    /// <summary>The first refresh ticket of a session that begins now.</summary>
    public RefreshTicket Begin(UserRecord user) => new(Guid.NewGuid().ToString("N"), 0, user.UserName, user.Stamp, time.GetUtcNow() + SessionLifetime);

    /// <summary>A refresh ticket as a token.</summary>
    public Task<string> WriteRefreshAsync(RefreshTicket ticket) => SignAsync(
        RefreshAudience,
        [
            new(Caller.NameClaim, ticket.UserName),
            new(Caller.StampClaim, ticket.Stamp),
            new(SessionClaim, ticket.Session),
            new(NumberClaim, ticket.Number.ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer32),
        ],
        ticket.SessionEnds);

    /// <summary>Reads a refresh token; null when it is forged, expired, or no refresh token.</summary>
    public async Task<RefreshTicket?> ReadRefreshAsync(string token)
    {
        var rules = Rules(RefreshAudience, time);
        rules.IssuerSigningKey = await keys.CurrentAsync();
        var result = await Handler.ValidateTokenAsync(token, rules);
        return result is { IsValid: true, SecurityToken: JsonWebToken jwt }
            && jwt.TryGetPayloadValue<string>(SessionClaim, out var session)
            && jwt.TryGetPayloadValue<int>(NumberClaim, out var number)
            ? new RefreshTicket(session, number, jwt.Subject, jwt.GetClaim(Caller.StampClaim).Value, new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero))
            : null;
    }

    private async Task<string> SignAsync(string audience, IEnumerable<Claim> claims, DateTimeOffset expires) => Handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = audience,
        Subject = new ClaimsIdentity(claims),
        IssuedAt = time.GetUtcNow().UtcDateTime,
        Expires = expires.UtcDateTime,
        SigningCredentials = new SigningCredentials(await keys.CurrentAsync(), SecurityAlgorithms.HmacSha256),
    });
}

/// <summary>What a sign-in or refresh answers.</summary>
/// <param name="AccessToken">Sent as a bearer token; kept in memory only.</param>
/// <param name="ExpiresAt">When it stops being taken, real time.</param>
/// <param name="UserName">Who is signed in.</param>
/// <param name="DisplayName">How people call them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Area">Where; null for none.</param>
/// <param name="StreetId">The street that they work in: their area's, else the first one; null where the territory does not have their area.</param>
public sealed record SessionView(string AccessToken, DateTimeOffset ExpiresAt, string UserName, string DisplayName, Role Role, Scope? Area, string? StreetId);

/// <summary>What a refresh token says.</summary>
/// <param name="Session">The session, from one sign-in on.</param>
/// <param name="Number">How many refreshes came before it, from 0.</param>
/// <param name="UserName">Whose.</param>
/// <param name="Stamp">The user's stamp when the session began.</param>
/// <param name="SessionEnds">When the session ends whatever happens.</param>
public sealed record RefreshTicket(string Session, int Number, string UserName, string Stamp, DateTimeOffset SessionEnds)
{
    /// <summary>The one that replaces it.</summary>
    public RefreshTicket Next => this with { Number = Number + 1 };
}
