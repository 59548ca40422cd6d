using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Duties;

/// <summary>Something that happened to a grid or a community and not to its clock.</summary>
public abstract record DutyEvent : OwnerEvent;

/// <summary>The grid was patrolled.</summary>
/// <param name="Note">What the walker said of it.</param>
/// <param name="StampedAt">What the walker's device took for the instant, where its clock was wrong.</param>
public sealed record PatrolWalked(string? Note, DateTimeOffset? StampedAt = null) : DutyEvent;

/// <summary>A patrol that was walked in time was received after its clock had fired: the deadline counts as met.</summary>
/// <param name="Generation">The generation that fired.</param>
/// <param name="MissedDueAt">The instant that was taken for missed.</param>
public sealed record PatrolMissAnswered(int Generation, DateTimeOffset MissedDueAt) : DutyEvent;

/// <summary>The community's console gave no sign of life for longer than the pack allows in duty hours: the alarm.</summary>
/// <param name="Since">Its last sign of life, or when it was first waited for.</param>
public sealed record ConsoleSilent(DateTimeOffset Since) : DutyEvent;

/// <summary>The first sign of life of a console, or the first after a silence.</summary>
public sealed record ConsoleHeard : DutyEvent;
