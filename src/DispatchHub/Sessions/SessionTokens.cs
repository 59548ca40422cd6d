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

    /// <summary>An access token for a user.</summary>
    public async Task<SessionView> IssueAsync(UserRecord user)
    {
        var expires = time.GetUtcNow() + AccessLifetime;
        List<Claim> claims = [new(Caller.NameClaim, user.UserName), new(Caller.RoleClaim, user.Role.OnWire()), new(Caller.StampClaim, user.Stamp)];
        if (user.Area is { } area)
        {
            claims.Add(new Claim(Caller.AreaClaim, area.ToString()));
        }

        return new SessionView(await SignAsync(options.Value.Audience, claims, expires), expires);
    }

    /// <summary>A refresh token for a user's session.</summary>
    public Task<string> IssueRefreshAsync(UserRecord user, DateTimeOffset sessionEnds) => SignAsync(
        RefreshAudience,
        [
            new(Caller.NameClaim, user.UserName),
            new(Caller.StampClaim, user.Stamp),
            new(JwtRegisteredClaimNames.Jti, Guid.NewGuid().ToString("N")),
        ],
        sessionEnds);

    /// <summary>Reads a refresh token; null when it is forged, expired, or no refresh token.</summary>
    public async Task<RefreshTicket?> ReadRefreshAsync(string token)
    {
        var rules = Rules(RefreshAudience, time);
        rules.IssuerSigningKey = await keys.CurrentAsync();
        var result = await Handler.ValidateTokenAsync(token, rules);
        return result is { IsValid: true, SecurityToken: JsonWebToken jwt }
            ? new RefreshTicket(jwt.Id, jwt.Subject, jwt.GetClaim(Caller.StampClaim).Value, new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero))
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
public sealed record SessionView(string AccessToken, DateTimeOffset ExpiresAt);

/// <summary>A refresh token as read.</summary>
/// <param name="Id">Its own id: it is good for one refresh.</param>
/// <param name="UserName">Whose.</param>
/// <param name="Stamp">The user's stamp when the session began.</param>
/// <param name="SessionEnds">When the session ends whatever happens.</param>
public sealed record RefreshTicket(string Id, string UserName, string Stamp, DateTimeOffset SessionEnds);
