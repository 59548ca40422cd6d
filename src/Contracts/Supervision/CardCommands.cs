namespace Dispatch.Contracts;

/// <summary>The supervisor's word on a card that was proposed on a person.</summary>
/// <param name="Card">The card's number in the case.</param>
/// <param name="Granted">Yes makes it stand; no ends it.</param>
/// <param name="Reason">Why; may be left out.</param>
[GenerateSerializer, Immutable, Alias("command.decide-card")]
public sealed record DecideCard(
    [property: Id(0)] int Card, [property: Id(1)] bool Granted, [property: Id(2)] string? Reason = null) : CaseCommand;

/// <summary>The supervisor takes a card back that stands, on a unit or on a person.</summary>
/// <param name="Card">The card's number in the case.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("command.withdraw-card")]
public sealed record WithdrawCard([property: Id(0)] int Card, string? Reason) : ReasonedCommand(Reason);
