using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>A joint review before hand-over (联合会审).</summary>
[GenerateSerializer, Immutable, Alias("review-view")]
public sealed record ReviewView : DossierView
{
    /// <summary>The estate.</summary>
    [Id(0)] public required string EstateId { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required Text Estate { get; init; }

    /// <summary>Its street.</summary>
    [Id(2)] public required string StreetId { get; init; }

    /// <summary>Its community.</summary>
    [Id(3)] public required string CommunityId { get; init; }

    /// <summary>Its grid.</summary>
    [Id(4)] public required string GridId { get; init; }

    /// <summary>How far it is.</summary>
    [Id(5)] public required ReviewState State { get; init; }

    /// <summary>The day of the hand-over, street time.</summary>
    [Id(6)] public required DateOnly HandOverOn { get; init; }

    /// <summary>What is looked at.</summary>
    [Id(7)] public required IReadOnlyList<string> Agenda { get; init; }

    /// <summary>What was found.</summary>
    [Id(8)] public required IReadOnlyList<ReviewFinding> Findings { get; init; }

    /// <summary>What is likely to happen.</summary>
    [Id(9)] public required IReadOnlyList<ForeseenHarm> Forecast { get; init; }

    /// <summary>What is left to do.</summary>
    [Id(10)] public required IReadOnlyList<OpenItem> Items { get; init; }

    /// <summary>Who signed what stands here, in order; whatever is added after a signature takes all of them away.</summary>
    [Id(11)] public required IReadOnlyList<ReviewSignature> Signatures { get; init; }

    /// <summary>Who has not signed yet.</summary>
    [Id(12)] public required IReadOnlyList<ReviewParty> Outstanding { get; init; }

    /// <summary>The pictures of the findings.</summary>
    [Id(13)] public required IReadOnlyList<EvidencePiece> Evidence { get; init; }

    /// <summary>The commands that whoever asked may give.</summary>
    [Id(14)] public required IReadOnlyList<string> May { get; init; }

    /// <summary>The party as which whoever asked signs; null for none.</summary>
    [Id(15)] public ReviewParty? SignsAs { get; init; }
}

/// <summary>The parties of a review.</summary>
[GenerateSerializer, Alias("review-party"), JsonConverter(typeof(CamelCaseEnumJson<ReviewParty>))]
public enum ReviewParty
{
    /// <summary>综合执法: an officer or captain.</summary>
    Enforcement = 0,

    /// <summary>住建: staff of the department <c>housing</c>.</summary>
    Housing = 1,

    /// <summary>街道: a dispatcher, supervisor or member of the committee.</summary>
    Street = 2,

    /// <summary>社区.</summary>
    Community = 3,

    /// <summary>物业.</summary>
    Manager = 4,
}

/// <summary>How far a review is.</summary>
[GenerateSerializer, Alias("review-state"), JsonConverter(typeof(CamelCaseEnumJson<ReviewState>))]
public enum ReviewState
{
    /// <summary>Going on.</summary>
    Open = 0,

    /// <summary>Finished; open items may be left.</summary>
    Finished = 1,

    /// <summary>Called off.</summary>
    CalledOff = 2,
}

/// <summary>What was found at a spot.</summary>
/// <param name="PlanId">The floor-plan type; null where it is none.</param>
/// <param name="SpotId">The spot on that plan; null where it is none.</param>
/// <param name="Unit">The flat; null where it is all of the plan.</param>
/// <param name="What">What, 1 to 500 characters.</param>
/// <param name="EvidenceIds">Photos that show it, at most 20.</param>
[GenerateSerializer, Immutable, Alias("review-finding")]
public sealed record ReviewFinding(
    [property: Id(0)] string? PlanId, [property: Id(1)] string? SpotId, [property: Id(2)] string? Unit, [property: Id(3)] string What,
    [property: Id(4)] IReadOnlyList<string> EvidenceIds);

/// <summary>A violation that is likely.</summary>
/// <param name="PlanId">In flats of this floor-plan type.</param>
/// <param name="SpotId">At this spot of it.</param>
/// <param name="Type">Of this type of case, as the pack codes it.</param>
/// <param name="Why">Why, 1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("foreseen-harm")]
public sealed record ForeseenHarm(
    [property: Id(0)] string PlanId, [property: Id(1)] string SpotId, [property: Id(2)] string Type, [property: Id(3)] string Why);

/// <summary>What became of a violation that was foreseen.</summary>
/// <param name="Harm">What was foreseen.</param>
/// <param name="CaseIds">Cases of its type in flats of its floor-plan type, opened since the review, oldest first, at most 20; none: it has not come true.</param>
[GenerateSerializer, Immutable, Alias("forecast-outcome")]
public sealed record ForecastOutcome([property: Id(0)] ForeseenHarm Harm, [property: Id(1)] IReadOnlyList<string> CaseIds);

/// <summary>What became of everything that a review foresaw.</summary>
/// <param name="Items">In the order of the forecast.</param>
/// <param name="Unforeseen">How many cases of decoration arose in the estate since that nobody foresaw.</param>
[GenerateSerializer, Immutable, Alias("forecast-outcomes")]
public sealed record ForecastOutcomes([property: Id(0)] IReadOnlyList<ForecastOutcome> Items, [property: Id(1)] int Unforeseen);

/// <summary>What is left to do after a review.</summary>
/// <param name="Id">Kebab-case, 1 to 32 characters.</param>
/// <param name="What">What, 1 to 500 characters.</param>
/// <param name="Owner">Which party does it.</param>
/// <param name="DueOn">The last day, street time.</param>
/// <param name="DoneAt">When it was done; null while it is open.</param>
[GenerateSerializer, Immutable, Alias("review-open-item")]
public sealed record OpenItem(
    [property: Id(0)] string Id, [property: Id(1)] string What, [property: Id(2)] ReviewParty Owner, [property: Id(3)] DateOnly DueOn,
    [property: Id(4)] DateTimeOffset? DoneAt = null);

/// <summary>A signature.</summary>
/// <param name="Party">For which party.</param>
/// <param name="By">Who: a user name.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("review-signature")]
public sealed record ReviewSignature([property: Id(0)] ReviewParty Party, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At);

/// <summary>Reviews of an area.</summary>
/// <param name="Items">By id.</param>
/// <param name="Next">After which the next page begins; null on the last.</param>
/// <param name="Before">Estates reviewed before this system counted, as the pack says; an illustration in the sample.</param>
[GenerateSerializer, Immutable, Alias("review-list")]
public sealed record ReviewList([property: Id(0)] IReadOnlyList<ReviewView> Items, [property: Id(1)] string? Next, [property: Id(2)] int Before);
