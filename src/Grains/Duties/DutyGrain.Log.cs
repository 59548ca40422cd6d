using Dispatch.Contracts;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Duties;

/// <summary>What the grain of a grid or community says in the log.</summary>
public abstract partial class DutyGrain
{
    [LoggerMessage(LogLevel.Warning, "{Owner} does not know whether its last commit was stored; it will read itself again.")]
    private static partial void LogUnknownOutcome(ILogger logger, Scope owner);
}
