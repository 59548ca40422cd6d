using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>A missed deadline cost a card or brought the case to supervision: reminders begin.</summary>
/// <param name="Clock">Whose deadline.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="DueAt">The last instant in time.</param>
public sealed record FellOverdue(string Clock, int Generation, DateTimeOffset DueAt) : CaseEvent;

/// <summary>Somebody answered what was missed: nobody is reminded of it any more.</summary>
public sealed record NoLongerOverdue : CaseEvent;

/// <summary>催办: whoever has an overdue case was reminded of it.</summary>
/// <param name="To">Who is responsible.</param>
/// <param name="CopyTo">Their leader.</param>
/// <param name="Clock">The clock that was missed.</param>
public sealed record ReminderSent(Scope To, Scope CopyTo, string Clock) : CaseEvent;

/// <summary>A card on a person was proposed, beside one on their unit. Only the supervisor's word makes it stand.</summary>
/// <param name="Card">Its number in the case.</param>
/// <param name="Colour">Which.</param>
/// <param name="On">On whom.</param>
/// <param name="Clock">For which clock.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="DueAt">The deadline that was missed.</param>
/// <param name="Beside">The number of the unit's card.</param>
public sealed record CardProposed(
    int Card, CardColour Colour, Scope On, string Clock, int Generation, DateTimeOffset DueAt, int Beside) : CaseEvent;

/// <summary>The supervisor decided on a proposed card.</summary>
/// <param name="Card">Its number in the case.</param>
/// <param name="Granted">Yes makes it stand.</param>
/// <param name="Reason">Why.</param>
public sealed record CardDecided(int Card, bool Granted, string? Reason) : CaseEvent;

/// <summary>The supervisor took a card back.</summary>
/// <param name="Card">Its number in the case.</param>
/// <param name="Reason">Why.</param>
public sealed record CardWithdrawn(int Card, string Reason) : CaseEvent;

/// <summary>通报批评: the unit that has an overdue case was criticised in public.</summary>
/// <param name="On">Which unit.</param>
/// <param name="Clock">The clock that was missed.</param>
public sealed record PubliclyCriticised(Scope On, string Clock) : CaseEvent;
