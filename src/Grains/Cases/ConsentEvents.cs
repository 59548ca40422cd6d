using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Cases;

/// <summary>The clock for which more time was asked stopped: nothing is left to decide.</summary>
/// <param name="Clock">Which.</param>
public sealed record ExtensionLapsed(string Clock) : CaseEvent;

/// <summary>Somebody asked for the case to be parked; its clocks run on.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">When it would come back by itself.</param>
/// <param name="By">Who.</param>
public sealed record SuspensionRequested(string Reason, DateTimeOffset Until, string By) : CaseEvent;

/// <summary>The supervisor decided; a granted suspension begins with the event after it.</summary>
/// <param name="Granted">Yes or no.</param>
/// <param name="Reason">Why.</param>
public sealed record SuspensionDecided(bool Granted, string? Reason) : CaseEvent;

/// <summary>A suspension that was asked for did not come about, and nobody refused it.</summary>
/// <param name="Reason"><c>undecided</c> when the supervisor's time ran out, <c>moved-on</c> when the case did.</param>
public sealed record SuspensionLapsed(string Reason) : CaseEvent;

/// <summary>The supervisor looked at a suspended case again.</summary>
/// <param name="Keep">Whether it stays suspended.</param>
/// <param name="Reason">Why.</param>
public sealed record SuspensionReviewed(bool Keep, string? Reason) : CaseEvent;

/// <summary>The responsible party took the small extra span that the pack allows.</summary>
/// <param name="Clock">On which clock.</param>
/// <param name="Length">How much.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtraTimeTaken(string Clock, Budget Length, string Reason) : CaseEvent;
