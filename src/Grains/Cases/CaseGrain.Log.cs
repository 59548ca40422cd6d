using Dispatch.Contracts;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Cases;

/// <summary>What a case grain says in the log.</summary>
public sealed partial class CaseGrain
{
    [LoggerMessage(LogLevel.Warning, "{Owner} does not know whether its last commit was stored; it will read itself again.")]
    private partial void LogUnknownOutcome(Scope owner);

    [LoggerMessage(LogLevel.Warning, "{Owner} could not learn whom to ask, so nobody is asked by itself for now.")]
    private partial void LogNotRanked(Scope owner, Exception fault);
}
