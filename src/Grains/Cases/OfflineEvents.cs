using System.Collections.Immutable;

namespace Dispatch.Grains.Cases;

/// <summary>
/// A command that was given in time arrived after the clock that it answers had fired: the deadline counts as met.
/// </summary>
/// <param name="Clock">The clock that fired.</param>
/// <param name="Generation">The generation that fired.</param>
/// <param name="MissedDueAt">The instant that was taken for missed.</param>
/// <param name="OccurredAt">When the command was given.</param>
/// <param name="Command">Which, by its name on the wire.</param>
/// <param name="TakenBack">True where nobody had acted since: the case stands as before the firing, and the command follows. False where somebody had: it is noted.</param>
/// <param name="Withdrawn">Cards that are withdrawn with it; null for none.</param>
public sealed record EscalationAnswered(
    string Clock, int Generation, DateTimeOffset MissedDueAt, DateTimeOffset OccurredAt, string Command, bool TakenBack,
    ImmutableArray<CardIssued>? Withdrawn = null) : CaseEvent;

/// <summary>The clock of the device was wrong: the instants around this event are those that the server saw.</summary>
/// <param name="StampedAt">What the device took for the instant of the command.</param>
/// <param name="CorrectedTo">What it was by the city's clock.</param>
public sealed record DeviceClockCorrected(DateTimeOffset StampedAt, DateTimeOffset CorrectedTo) : CaseEvent;
