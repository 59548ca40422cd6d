using Dispatch.Contracts;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Surges;

/// <summary>What the grain of a street's surges says in the log.</summary>
public sealed partial class SurgeGrain
{
    [LoggerMessage(LogLevel.Warning, "{Owner} does not know whether its last commit was stored; it will read itself again.")]
    private partial void LogUnknownOutcome(Scope owner);
}
