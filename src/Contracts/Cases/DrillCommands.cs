namespace Dispatch.Contracts;

/// <summary>演练: ends a drill where it stands; a real case is ended by nobody but those who work on it.</summary>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("command.end-drill")]
public sealed record EndDrill(string? Reason) : ReasonedCommand(Reason);
