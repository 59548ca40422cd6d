using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Feeds;

/// <summary>What a following grain says in the log.</summary>
public abstract partial class FollowingGrain
{
    [LoggerMessage(LogLevel.Warning, "{Owner} cannot follow its street's feed now; it tries again at its next renewal.")]
    private static partial void LogNotFollowing(ILogger logger, string owner, Exception exception);
}
