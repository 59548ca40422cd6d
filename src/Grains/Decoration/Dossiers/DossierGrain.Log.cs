using Dispatch.Contracts;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Decoration.Dossiers;

/// <summary>What the grain of a dossier says in the log.</summary>
public abstract partial class DossierGrain<TDossier>
{
    [LoggerMessage(LogLevel.Warning, "{Owner} does not know whether its last commit was stored; it will read itself again.")]
    private static partial void LogUnknownOutcome(ILogger logger, Scope owner);
}
