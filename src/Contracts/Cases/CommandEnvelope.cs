namespace Dispatch.Contracts;

/// <summary>A command with everything that travels around it.</summary>
[GenerateSerializer, Immutable, Alias("command-envelope")]
public sealed record CommandEnvelope
{
    /// <summary>What to do.</summary>
    [Id(0)] public required CaseCommand Command { get; init; }

    /// <summary>Who gave it.</summary>
    [Id(1)] public required Actor Actor { get; init; }

    /// <summary>The idempotency key: 1 to 64 visible ASCII characters, unique to actor and case.</summary>
    [Id(2)] public required string Key { get; init; }

    /// <summary>A hash of the request's body, by which a repeat is told from another command under the same key.</summary>
    [Id(3)] public required string BodyHash { get; init; }

    /// <summary>When the edge received it, in city time, whole milliseconds. This is the <c>now</c> of the decision.</summary>
    [Id(4)] public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was really done, where that was before receipt (offline). It judges only the clock that the command stops.</summary>
    [Id(5)] public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The version that the actor saw; null takes any.</summary>
    [Id(6)] public long? ExpectedVersion { get; init; }

    /// <summary>A remark, up to 2,000 characters.</summary>
    [Id(7)] public string? Note { get; init; }

    /// <summary>For whom, where a dispatcher or captain speaks for somebody else.</summary>
    [Id(8)] public OnBehalf? OnBehalf { get; init; }

    /// <summary>What the device took for <see cref="OccurredAt"/>, where its clock was wrong and the edge corrected it; null otherwise.</summary>
    [Id(9)] public DateTimeOffset? StampedAt { get; init; }
}

/// <summary>What a case answers: a view, or a refusal with the present view where the actor may see it.</summary>
/// <param name="View">After the command; with a refusal the present state, null where there is none.</param>
/// <param name="Refusal">Null when the command was carried out.</param>
[GenerateSerializer, Immutable, Alias("command-answer")]
public sealed record CommandAnswer([property: Id(0)] CaseView? View, [property: Id(1)] Refusal? Refusal = null);
