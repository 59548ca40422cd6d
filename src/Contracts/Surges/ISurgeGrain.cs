using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>The surges of one street. Its key is the owner id <c>surges:{street}</c>.</summary>
[Alias("surge-grain")]
public interface ISurgeGrain : IDeadlineOwner
{
    /// <summary>
    /// The orders that a decision about a case at this instant must know: those in force, and those that have not reached every case yet.
    /// A surge begins or ends no earlier than the latest instant asked for, so that no decision was made in ignorance of it.
    /// </summary>
    [Alias("known-at"), AlwaysInterleave]
    ValueTask<IReadOnlyList<SurgeOrder>> KnownAt(DateTimeOffset at);

    /// <summary>Declares a surge, or refuses to.</summary>
    [Alias("declare")]
    Task<SurgeAnswer> Declare(SurgeDeclaration declaration);

    /// <summary>Ends a surge before its time, or refuses to.</summary>
    [Alias("end")]
    Task<SurgeAnswer> End(SurgeEnding ending);

    /// <summary>The street's surges, the newest first, at most 32.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<IReadOnlyList<SurgeView>> List(DateTimeOffset at);
}

/// <summary>Somebody declares a surge.</summary>
[GenerateSerializer, Immutable, Alias("surge-declaration")]
public sealed record SurgeDeclaration
{
    /// <summary>Over which street, community or grid.</summary>
    [Id(0)] public required Scope Area { get; init; }

    /// <summary>The codes of the types; empty for all.</summary>
    [Id(1)] public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>When it ends by itself; null is refused.</summary>
    [Id(2)] public DateTimeOffset? Until { get; init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(3)] public string? Reason { get; init; }

    /// <summary>Whether clocks that are not urgent stand still.</summary>
    [Id(4)] public bool Freeze { get; init; } = true;

    /// <summary>The priority that cases have at least; null leaves priorities alone.</summary>
    [Id(5)] public Priority? Raise { get; init; }

    /// <summary>Who.</summary>
    [Id(6)] public required Actor By { get; init; }

    /// <summary>The idempotency key.</summary>
    [Id(7)] public required string Key { get; init; }

    /// <summary>A hash of the request's body.</summary>
    [Id(8)] public required string BodyHash { get; init; }

    /// <summary>When it was received, city time.</summary>
    [Id(9)] public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>Somebody ends a surge before its time.</summary>
[GenerateSerializer, Immutable, Alias("surge-ending")]
public sealed record SurgeEnding
{
    /// <summary>Which.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(1)] public string? Reason { get; init; }

    /// <summary>Who.</summary>
    [Id(2)] public required Actor By { get; init; }

    /// <summary>The idempotency key.</summary>
    [Id(3)] public required string Key { get; init; }

    /// <summary>A hash of the request's body.</summary>
    [Id(4)] public required string BodyHash { get; init; }

    /// <summary>When it was received, city time.</summary>
    [Id(5)] public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>What the surges of a street answer.</summary>
/// <param name="View">The surge after the act.</param>
/// <param name="Refusal">Null when it was carried out.</param>
[GenerateSerializer, Immutable, Alias("surge-answer")]
public sealed record SurgeAnswer([property: Id(0)] SurgeView? View, [property: Id(1)] Refusal? Refusal = null);

/// <summary>A surge as views show it.</summary>
[GenerateSerializer, Immutable, Alias("surge-view")]
public sealed record SurgeView
{
    /// <summary>The id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The street, community or grid that it is over.</summary>
    [Id(1)] public required Scope Scope { get; init; }

    /// <summary>The codes of the types that it is over; empty for all.</summary>
    [Id(2)] public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Since when: receipt, or the end of what was being decided then.</summary>
    [Id(3)] public required DateTimeOffset From { get; init; }

    /// <summary>When it ends by itself.</summary>
    [Id(4)] public required DateTimeOffset Until { get; init; }

    /// <summary>Why it was declared.</summary>
    [Id(5)] public required string Reason { get; init; }

    /// <summary>Who declared it.</summary>
    [Id(6)] public required string By { get; init; }

    /// <summary>Whether clocks that are not urgent stand still.</summary>
    [Id(7)] public required bool Freeze { get; init; }

    /// <summary>The priority that cases have at least; null where priorities are left alone.</summary>
    [Id(8)] public Priority? Raise { get; init; }

    /// <summary>Whether it is in force.</summary>
    [Id(9)] public required bool InForce { get; init; }

    /// <summary>Open cases that it has been carried to, those opened under it not counted.</summary>
    [Id(10)] public required int Cases { get; init; }

    /// <summary>False while there are open cases that it has not been carried to. They hear of it with whatever happens to them first.</summary>
    [Id(11)] public required bool Carried { get; init; }

    /// <summary>When somebody ended it before its time; null where nobody did.</summary>
    [Id(12)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who ended it.</summary>
    [Id(13)] public string? EndedBy { get; init; }

    /// <summary>Why it was ended.</summary>
    [Id(14)] public string? EndReason { get; init; }
}

/// <summary>The surge that a case is under.</summary>
/// <param name="Id">Which.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Freezes">Whether clocks of the case stand still by it, those that are not urgent.</param>
/// <param name="Before">The priority that the case goes back to at the end; null where the surge did not raise it, or somebody set it since.</param>
[GenerateSerializer, Immutable, Alias("surge-of-case")]
public sealed record SurgeOfCase(
    [property: Id(0)] string Id, [property: Id(1)] DateTimeOffset Until, [property: Id(2)] bool Freezes, [property: Id(3)] Priority? Before);
