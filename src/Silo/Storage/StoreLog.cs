using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Storage;

internal static partial class StoreLog
{
    [LoggerMessage(1, LogLevel.Warning, "A flush of {Count} commits failed and is retried one by one.")]
    public static partial void FlushRetried(ILogger logger, int count, Exception fault);

    [LoggerMessage(2, LogLevel.Error, "The connection broke while {Count} commits were under way; their outcome is not known.")]
    public static partial void OutcomeUnknown(ILogger logger, int count, Exception fault);

    [LoggerMessage(3, LogLevel.Warning, "The database is away: {Count} waiting commits were refused and nothing of them was stored.")]
    public static partial void Away(ILogger logger, int count, Exception fault);

    [LoggerMessage(4, LogLevel.Error, "A follower of street {StreetId} failed when told of new feed entries; it will find them in the store.")]
    public static partial void HintFailed(ILogger logger, string streetId, Exception fault);
}
