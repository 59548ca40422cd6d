using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Feeds;

internal sealed partial class StreetFeedGrain
{
    [LoggerMessage(LogLevel.Information, "The feed of street {Street} starts at {At} of epoch {Epoch}.")]
    private partial void LogStarted(string street, long at, string epoch);

    [LoggerMessage(LogLevel.Debug, "The feed of street {Street} loaded {Count} entries that no hint had brought.")]
    private partial void LogLoaded(string street, long count);

    [LoggerMessage(LogLevel.Warning, "A hint for the feed of street {Street} could not be completed from the store; the next renewal will.")]
    private partial void LogHintUnfinished(string street, Exception exception);
}
