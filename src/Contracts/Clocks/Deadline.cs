namespace Dispatch.Contracts;

/// <summary>The next mark of a running clock, as stored: one row per owner and clock.</summary>
/// <param name="Clock">The clock's name.</param>
/// <param name="Generation">The generation that set it.</param>
/// <param name="Mark">Per cent of the budget.</param>
/// <param name="DueAt">The last instant before the mark counts as past.</param>
[GenerateSerializer, Immutable, Alias("deadline")]
public sealed record Deadline(
    [property: Id(0)] string Clock, [property: Id(1)] int Generation, [property: Id(2)] int Mark, [property: Id(3)] DateTimeOffset DueAt);

/// <summary>A sweeper's call to an owner: something of yours is due.</summary>
[GenerateSerializer, Immutable, Alias("deadline-firing")]
public sealed record DeadlineFiring
{
    /// <summary>When it fires, in city time: the <c>now</c> of what follows. Strictly after the due instant.</summary>
    [Id(0)] public required DateTimeOffset FiredAt { get; init; }

    /// <summary>The rows that were claimed; empty asks the owner to look at all its clocks.</summary>
    [Id(1)] public required IReadOnlyList<Deadline> Claimed { get; init; }

    /// <summary>The owner as read with the claim, so that a cold one costs no second read; null makes it load.</summary>
    [Id(2)] public StoredOwner? Snapshot { get; init; }
}

/// <summary>What became of a firing.</summary>
/// <param name="Fired">How many marks were committed; 0 when nothing was due any more.</param>
/// <param name="Next">The owner's next deadline, null when no clock runs.</param>
[GenerateSerializer, Immutable, Alias("firing-outcome")]
public sealed record FiringOutcome([property: Id(0)] int Fired, [property: Id(1)] DateTimeOffset? Next);

/// <summary>An owner as the store holds it.</summary>
/// <param name="OwnerId"><c>case:{id}</c>, <c>grid:{id}</c> or <c>community:{id}</c>.</param>
/// <param name="Version">Counts its commits, from 1.</param>
/// <param name="Number">A case's number; null for other owners.</param>
/// <param name="Snapshot">Its state as JSON.</param>
[GenerateSerializer, Immutable, Alias("stored-owner")]
public sealed record StoredOwner(
    [property: Id(0)] string OwnerId, [property: Id(1)] long Version, [property: Id(2)] string? Number, [property: Id(3)] string Snapshot);
