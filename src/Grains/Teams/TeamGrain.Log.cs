using Dispatch.Contracts;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Teams;

/// <summary>What a team logs.</summary>
public sealed partial class TeamGrain
{
    [LoggerMessage(LogLevel.Warning, "A change of {Team}'s roster is stored and could not be told yet; it is within a minute.")]
    private static partial void ToldLater(ILogger log, Exception fault, Scope team);
}
