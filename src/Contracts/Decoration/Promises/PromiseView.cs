namespace Dispatch.Contracts.Decoration;

/// <summary>
/// A case as whoever has a secret link sees it: what was promised, who has it and what was done, in public words. Nobody's name is in it,
/// no words that anybody wrote, and nothing of whoever reported it.
/// </summary>
[GenerateSerializer, Immutable, Alias("promise")]
public sealed record Promise
{
    /// <summary>The number that people say.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>By which link it is looked at.</summary>
    [Id(1)] public required PromiseParty Party { get; init; }

    /// <summary>What it is about: the type's name.</summary>
    [Id(2)] public required Text Title { get; init; }

    /// <summary>Estate and flat; null where the case lies at none.</summary>
    [Id(3)] public Text? Place { get; init; }

    /// <summary>The status.</summary>
    [Id(4)] public required CaseStatus Status { get; init; }

    /// <summary>The kind of party that has it now (<see cref="ScopeKind.Grid"/>, <see cref="ScopeKind.Community"/> or <see cref="ScopeKind.Street"/>); null once it has ended.</summary>
    [Id(5)] public string? Has { get; init; }

    /// <summary>The community that it lies in.</summary>
    [Id(6)] public required Text Community { get; init; }

    /// <summary>The supervisor sees to it too.</summary>
    [Id(7)] public bool Supervised { get; init; }

    /// <summary>Since when it is overdue; null where it is not.</summary>
    [Id(8)] public DateTimeOffset? OverdueSince { get; init; }

    /// <summary>What was promised, in the order in which it comes due.</summary>
    [Id(9)] public required IReadOnlyList<PromisedTime> Times { get; init; }

    /// <summary>What was done, oldest first; at most 100, the latest.</summary>
    [Id(10)] public required IReadOnlyList<PromiseStep> Steps { get; init; }

    /// <summary>The photos that may be shown, by id, never their bytes; a hub makes them coarse.</summary>
    [Id(11)] public required IReadOnlyList<string> Photos { get; init; }

    /// <summary>When it was closed; null while it is not.</summary>
    [Id(12)] public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Until when whoever looks may say how it ended; null where they have, where the time is over, and while it is not closed.</summary>
    [Id(13)] public DateTimeOffset? AnswerBy { get; init; }

    /// <summary>What whoever looks said last; null for nothing.</summary>
    [Id(14)] public OutcomeSaid? Said { get; init; }

    /// <summary>When the contact that they left is erased; null where none is kept, and for the owner.</summary>
    [Id(15)] public DateTimeOffset? ContactUntil { get; init; }

    /// <summary>The zone in which its instants are said, as IANA names it.</summary>
    [Id(16)] public required string Zone { get; init; }
}

/// <summary>One promise.</summary>
/// <param name="Clock">Which clock of the case.</param>
/// <param name="State">Where it stands; null for one that has not begun.</param>
/// <param name="DueAt">By when; null where it has not begun or stands still.</param>
/// <param name="Within">How long it takes once it has begun, as packs write it (<c>7 wd</c>); null once it has.</param>
[GenerateSerializer, Immutable, Alias("promised-time")]
public sealed record PromisedTime(
    [property: Id(0)] string Clock, [property: Id(1)] ClockState? State, [property: Id(2)] DateTimeOffset? DueAt, [property: Id(3)] string? Within);

/// <summary>Something that was done, or was not done in time.</summary>
/// <param name="What">A word that the hub has a sentence for.</param>
/// <param name="At">When.</param>
/// <param name="Clock">Which promise was not kept; null for everything else.</param>
[GenerateSerializer, Immutable, Alias("promise-step")]
public sealed record PromiseStep([property: Id(0)] string What, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string? Clock = null);

/// <summary>A case's secret links, for the staff to hand out.</summary>
/// <param name="Reporter">The token of whoever reported it.</param>
/// <param name="Owner">The token of the owner; null where the case is about no flat.</param>
/// <param name="Contact">How to reach whoever reported it at the door; null where they left nothing, or it is erased.</param>
/// <param name="ContactUntil">When it is erased.</param>
[GenerateSerializer, Immutable, Alias("promise-links")]
public sealed record PromiseLinks(
    [property: Id(0)] string Reporter, [property: Id(1)] string? Owner, [property: Id(2)] string? Contact, [property: Id(3)] DateTimeOffset? ContactUntil);
