using Dispatch.Hub.Access;
using Dispatch.Hub.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Dispatch.Hub.Sessions;

/// <summary>How a bearer token is judged: signed here or by the outside issuer, in its time, and its user unchanged.</summary>
internal sealed class BearerTokens(IOptions<AuthOptions> auth, SigningKeys keys, TimeProvider time) : IConfigureNamedOptions<JwtBearerOptions>
{
    private const string HubPath = "/hubs";

    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        // A socket keeps what its request was judged by for as long as it lives, and nobody asks for the token again.
        options.SaveToken = false;
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = TakeFromQueryAsync,
            OnTokenValidated = JudgeAsync,
            OnChallenge = ChallengeAsync,
            OnForbidden = context => Denied.RoleNotAllowed.ExecuteAsync(context.HttpContext),
        };
        if (auth.Value.Authority is { Length: > 0 } authority)
        {
            options.Authority = authority;
            options.Audience = auth.Value.Audience;
            options.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
            options.TokenValidationParameters.NameClaimType = Caller.NameClaim;
            options.TokenValidationParameters.RoleClaimType = Caller.RoleClaim;
            return;
        }

        options.TokenValidationParameters = SessionTokens.Rules(auth.Value.Audience, time);
    }

    /// <summary>A browser's socket carries no header of ours: SignalR sends the token in the query, and only there it is looked for.</summary>
    private async Task TakeFromQueryAsync(MessageReceivedContext context)
    {
        if (context.HttpContext.Request.Path.StartsWithSegments(HubPath, StringComparison.Ordinal)
            && context.Request.Query["access_token"].ToString() is { Length: > 0 } token)
        {
            context.Token = token;
        }

        if (context.Options.Authority is null)
        {
            context.Options.TokenValidationParameters.IssuerSigningKey = await keys.CurrentAsync();
        }
    }

    private async Task JudgeAsync(TokenValidatedContext context)
    {
        if (context.Principal is null || !Caller.TryRead(context.Principal, out var actor))
        {
            context.Fail("The token names no user, role and area that are known here.");
            return;
        }

        var known = context.HttpContext.RequestServices.GetRequiredService<KnownUsers>();
        if (context.Options.Authority is null && !await known.IsCurrentAsync(actor.Id, context.Principal.FindFirst(Caller.StampClaim)?.Value))
        {
            context.Fail("The user has changed since the token was made.");
            return;
        }

        context.Principal = Caller.OnlyWhatIsRead(context.Principal);
    }

    private static Task ChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = JwtBearerDefaults.AuthenticationScheme;
        var problem = context.AuthenticateFailure switch
        {
            null => Denied.SignInRequired,
            SecurityTokenExpiredException => Denied.TokenExpired,
            _ => Denied.TokenInvalid,
        };
        return problem.ExecuteAsync(context.HttpContext);
    }
}
