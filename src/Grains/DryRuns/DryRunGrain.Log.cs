using Dispatch.Contracts;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.DryRuns;

/// <summary>What the grain of dry runs says in the log.</summary>
public sealed partial class DryRunGrain
{
    [LoggerMessage(LogLevel.Error, "The dry run of {Policy} in {Street} broke off; begin another.")]
    private static partial void LogBrokenOff(ILogger logger, Exception fault, PolicyName policy, Scope street);
}
