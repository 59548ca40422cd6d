using System.Threading.RateLimiting;
using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Problems;
using Dispatch.Hub.Sessions;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Dispatch.Hub.Hosting;

/// <summary>How often one user may give commands, and how many photos are worked on at once (section <c>Limits</c>).</summary>
public sealed class LimitOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Limits";

    /// <summary>Commands, reports and photos of one user in a second, in the long run.</summary>
    public int CommandsPerSecond { get; set; } = 50;

    /// <summary>Commands, reports and photos of one user at once, after a rest: an offline phone sends what it kept.</summary>
    public int CommandBurst { get; set; } = 500;

    /// <summary>Messages of other systems from one address in a minute.</summary>
    public int SourceMessagesPerMinute { get; set; } = 600;

    /// <summary>Readings from one address in a minute of what nobody signs in for; 1 to 100000.</summary>
    public int PublicReadsPerMinute { get; set; } = 600;

    /// <summary>Pages and forms behind secret links (door cards) for one address in a minute.</summary>
    public int DoorPagesPerMinute { get; set; } = 120;

    /// <summary>Photos in memory at once, 10 MB each at most; 1 to 1000.</summary>
    public int PhotosHeld { get; set; } = 32;

    /// <summary>Photos decoded at once, 300 MB each at worst; 1 to 64.</summary>
    public int PhotosDecoded { get; set; } = 2;
}

/// <summary>The limits: guessing passwords is slow, and one runaway client does not take the city's time.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";

    public const string Refresh = "refresh";

    public const string Commands = "commands";

    public const string Sources = "sources";

    public const string PublicReads = "public-reads";

    /// <summary>Pages for anybody, by a secret link.</summary>
    public const string Doors = "doors";

    // A refresh carries a secret that nobody guesses; an office behind one address refreshes often.
    private const int RefreshesPerSignIn = 20;

    public static void Add(IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<AuthOptions>, IOptions<LimitOptions>>((limiter, auth, limits) =>
        {
            limiter.OnRejected = (context, _) => new ValueTask(Denied.TooMany(RetryAfter(context.Lease)).ExecuteAsync(context.HttpContext));
            limiter.AddPolicy(SignIn, http => ByAddress(http, auth.Value.SignInsPerMinute));
            limiter.AddPolicy(Refresh, http => ByAddress(http, auth.Value.SignInsPerMinute * RefreshesPerSignIn));
            limiter.AddPolicy(Sources, http => ByAddress(http, limits.Value.SourceMessagesPerMinute));
            limiter.AddPolicy(PublicReads, http => ByAddress(http, limits.Value.PublicReadsPerMinute));
            limiter.AddPolicy(Doors, http => ByAddress(http, limits.Value.DoorPagesPerMinute));
            limiter.AddPolicy(Commands, http => Caller.TryRead(http.User, out var actor) && actor.Role is not Role.System
                ? RateLimitPartition.GetTokenBucketLimiter(actor.Id, _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = limits.Value.CommandBurst,
                    TokensPerPeriod = limits.Value.CommandsPerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    private static RateLimitPartition<string> ByAddress(HttpContext http, int perMinute) => RateLimitPartition.GetFixedWindowLimiter(
        http.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });

    private static int RetryAfter(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
}
