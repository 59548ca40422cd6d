namespace Dispatch.Contracts;

/// <summary>Whom a street's team would ask for a case, best first, and whom not.</summary>
/// <param name="Best">Best first, at most <see cref="MostBest"/>.</param>
/// <param name="LeftOut">Who is not asked and why, by name, at most <see cref="MostLeftOut"/>.</param>
[GenerateSerializer, Immutable, Alias("offer-ranking")]
public sealed record OfferRanking(
    [property: Id(0)] IReadOnlyList<RankedOfficer> Best, [property: Id(1)] IReadOnlyList<LeftOutOfficer> LeftOut)
{
    /// <summary>The most officers that an answer ranks: as many as a visit may need.</summary>
    public const int MostBest = 20;

    /// <summary>The most officers that an answer explains.</summary>
    public const int MostLeftOut = 100;
}

/// <summary>An officer who may be asked.</summary>
/// <param name="UserName">Who.</param>
/// <param name="Reasons">Why at this place, in the order in which the pack's rules count.</param>
[GenerateSerializer, Immutable, Alias("ranked-officer")]
public sealed record RankedOfficer([property: Id(0)] string UserName, [property: Id(1)] IReadOnlyList<RankingReason> Reasons);

/// <summary>An officer who is not asked.</summary>
/// <param name="UserName">Who.</param>
/// <param name="Why"><c>off-duty</c>, <c>out-of-reach</c>, <c>declined</c>, <c>did-not-answer</c>, <c>asked-before</c>, or a ranking rule's own code, such as <c>lacks-skill</c>.</param>
/// <param name="Value">What the reason is about, such as the skill; null where it says everything.</param>
[GenerateSerializer, Immutable, Alias("left-out-officer")]
public sealed record LeftOutOfficer([property: Id(0)] string UserName, [property: Id(1)] string Why, [property: Id(2)] string? Value = null);

/// <summary>One reason for an officer's place.</summary>
/// <param name="Code">Which, stable, for programs: <c>has-skill</c>, <c>works-there</c>, <c>near</c>, <c>open-cases</c>, <c>rested</c> and others of the rules that a pack names, and last <c>on-the-move</c> or <c>busy</c>.</param>
/// <param name="Value">How much or which: a skill, a community's id, kilometres, cases, minutes, a case's number; null where the code says everything.</param>
[GenerateSerializer, Immutable, Alias("ranking-reason")]
public sealed record RankingReason([property: Id(0)] string Code, [property: Id(1)] string? Value = null);
