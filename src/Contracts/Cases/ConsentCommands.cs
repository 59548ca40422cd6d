namespace Dispatch.Contracts;

/// <summary>The supervisor's word on a suspension that a dispatcher or captain asked for.</summary>
/// <param name="Granted">Yes parks the case; no leaves it as it is.</param>
/// <param name="Until">When it comes back by itself, where that is not what was asked for.</param>
/// <param name="Reason">Why not.</param>
[GenerateSerializer, Immutable, Alias("command.decide-suspension")]
public sealed record DecideSuspension(
    [property: Id(0)] bool Granted, [property: Id(1)] DateTimeOffset? Until = null, [property: Id(2)] string? Reason = null) : CaseCommand;

/// <summary>The supervisor looked at a suspended case again.</summary>
/// <param name="Keep">True leaves it suspended until its end or the next review; false lets its clocks run on.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("command.review-suspension")]
public sealed record ReviewSuspension([property: Id(0)] bool Keep, [property: Id(1)] string? Reason = null) : CaseCommand;

/// <summary>The responsible party takes the one small extra span that the pack allows a case.</summary>
/// <param name="Clock">The running clock, not an urgent one; left out: the one of these that runs out first.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("command.take-extra-time")]
public sealed record TakeExtraTime([property: Id(0)] string? Clock, string? Reason) : ReasonedCommand(Reason);
