namespace Dispatch.Contracts;

/// <summary>Whom to ask for a case: what a street's team is asked.</summary>
[GenerateSerializer, Immutable, Alias("offer-question")]
public sealed record OfferQuestion
{
    /// <summary>The case.</summary>
    [Id(0)] public required string CaseId { get; init; }

    /// <summary>The pack that the case keeps.</summary>
    [Id(1)] public required string PolicyId { get; init; }

    /// <summary>That pack's version.</summary>
    [Id(2)] public required string PolicyVersion { get; init; }

    /// <summary>The type's code.</summary>
    [Id(3)] public required string Type { get; init; }

    /// <summary>Where the case lies.</summary>
    [Id(4)] public required CasePlace Place { get; init; }

    /// <summary>Everybody who was asked for the case since the street was called; nobody of them is asked again.</summary>
    [Id(5)] public IReadOnlyList<AskedOfficer> Asked { get; init; } = [];

    /// <summary>The instant to answer for.</summary>
    [Id(6)] public required DateTimeOffset At { get; init; }

    /// <summary>
    /// How many of the best are about to be asked: until the feed tells of it they count as busy with this case, so that another
    /// case that asks meanwhile gets others. 0 for a question that only looks.
    /// </summary>
    [Id(7)] public int Wanted { get; init; }
}
