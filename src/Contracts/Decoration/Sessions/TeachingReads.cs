namespace Dispatch.Contracts.Decoration;

/// <summary>Violations at an estate for as long before a session as after it. Counts, so that small numbers look small; no percentages.</summary>
[GenerateSerializer, Immutable, Alias("teaching-effect")]
public sealed record TeachingEffect
{
    /// <summary>When the session was held.</summary>
    [Id(0)] public required DateTimeOffset HeldAt { get; init; }

    /// <summary>How many days are counted on either side in the end.</summary>
    [Id(1)] public required int Days { get; init; }

    /// <summary>Whole days counted on either side so far.</summary>
    [Id(2)] public required int SoFar { get; init; }

    /// <summary>The flats of the estate.</summary>
    [Id(3)] public required int Flats { get; init; }

    /// <summary>Before the session.</summary>
    [Id(4)] public required ViolationCount Before { get; init; }

    /// <summary>From the session on.</summary>
    [Id(5)] public required ViolationCount After { get; init; }

    /// <summary>Whether there are fewer cases than say anything, as the pack puts it.</summary>
    [Id(6)] public required bool TooFew { get; init; }

    /// <summary>Whether the estate has more cases and dossiers than were looked at, so that some may be missing.</summary>
    [Id(7)] public required bool Partial { get; init; }
}

/// <summary>Violations of one side.</summary>
/// <param name="Count">How many.</param>
/// <param name="Per100">For 100 flats; null for an estate without flats.</param>
/// <param name="CaseIds">The cases, in the order in which they were opened; at most 200.</param>
[GenerateSerializer, Immutable, Alias("violation-count")]
public sealed record ViolationCount([property: Id(0)] int Count, [property: Id(1)] double? Per100, [property: Id(2)] IReadOnlyList<string> CaseIds);

/// <summary>What anybody reads under an estate's link.</summary>
[GenerateSerializer, Immutable, Alias("learn-page")]
public sealed record LearnPage
{
    /// <summary>The estate.</summary>
    [Id(0)] public required string EstateId { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required Text Estate { get; init; }

    /// <summary>The session to which orders and questions go: the estate's open one for owners, or a new one.</summary>
    [Id(2)] public required string SessionId { get; init; }

    /// <summary>What can be ordered.</summary>
    [Id(3)] public required TeachingMenu Menu { get; init; }

    /// <summary>Where the open session is held; null for none, or before that is planned.</summary>
    [Id(4)] public string? Place { get; init; }

    /// <summary>When it is held, in the time of the street; null for none, or before that is planned.</summary>
    [Id(5)] public DateTimeOffset? At { get; init; }

    /// <summary>How many questions it has so far.</summary>
    [Id(6)] public required int Questions { get; init; }

    /// <summary>What was answered before.</summary>
    [Id(7)] public required PublishedAnswers Answers { get; init; }
}

/// <summary>Questions of an estate's owners with their published answers.</summary>
/// <param name="Items">The latest session first.</param>
/// <param name="Link">The path by which owners ask, <c>/learn/…</c>; null where the territory has no such estate.</param>
[GenerateSerializer, Immutable, Alias("published-answers")]
public sealed record PublishedAnswers([property: Id(0)] IReadOnlyList<PublishedAnswer> Items, [property: Id(1)] string? Link);

/// <summary>A published answer.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Answer">What holds.</param>
/// <param name="Ruling">The ruling that it became; null for a general answer.</param>
/// <param name="At">When it was published.</param>
[GenerateSerializer, Immutable, Alias("published-answer")]
public sealed record PublishedAnswer(
    [property: Id(0)] string Question, [property: Id(1)] Text Answer, [property: Id(2)] SpotRuling? Ruling, [property: Id(3)] DateTimeOffset At);
