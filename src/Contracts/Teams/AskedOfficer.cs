using System.Text.Json.Serialization;

namespace Dispatch.Contracts;

/// <summary>The offers of a case since the street was called.</summary>
/// <param name="Round">The present or last round of automatic offers, from 1; 0 before the first.</param>
/// <param name="Automatic">Whether those who are asked, or have the case, were chosen by the ranking; false where a dispatcher chose.</param>
/// <param name="Asked">Everybody who was asked, in that order.</param>
[GenerateSerializer, Immutable, Alias("case-offers")]
public sealed record CaseOffers(
    [property: Id(0)] int Round, [property: Id(1)] bool Automatic, [property: Id(2)] IReadOnlyList<AskedOfficer> Asked);

/// <summary>An officer who was asked for a case.</summary>
[GenerateSerializer, Immutable, Alias("asked-officer")]
public sealed record AskedOfficer
{
    /// <summary>Who.</summary>
    [Id(0)] public required string UserName { get; init; }

    /// <summary>In which round of automatic offers, from 1; 0 where a dispatcher asked before the first.</summary>
    [Id(1)] public required int Round { get; init; }

    /// <summary>When.</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>What came of it.</summary>
    [Id(3)] public OfferAnswer Answer { get; init; }

    /// <summary>Why: the reasons of the ranking; null where a dispatcher chose.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<RankingReason>? Why { get; init; }
}

/// <summary>What came of an offer to an officer.</summary>
[GenerateSerializer, Alias("offer-answer"), JsonConverter(typeof(CamelCaseEnumJson<OfferAnswer>))]
public enum OfferAnswer
{
    /// <summary>No answer yet.</summary>
    Waiting = 0,

    /// <summary>Said yes and leads.</summary>
    Accepted = 1,

    /// <summary>Said no.</summary>
    Declined = 2,

    /// <summary>Did not answer in time.</summary>
    Silent = 3,

    /// <summary>Went off duty or out of reach before answering.</summary>
    Gone = 4,

    /// <summary>A dispatcher or captain chose others.</summary>
    Replaced = 5,

    /// <summary>Another one leads; this officer goes along.</summary>
    GoesAlong = 6,
}
