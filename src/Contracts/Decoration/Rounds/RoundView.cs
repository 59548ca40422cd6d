using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>A patrol round.</summary>
[GenerateSerializer, Immutable, Alias("round-view")]
public sealed record RoundView : DossierView
{
    /// <summary>How far it is.</summary>
    [Id(0)] public required RoundState State { get; init; }

    /// <summary>The estate.</summary>
    [Id(1)] public required string EstateId { get; init; }

    /// <summary>Its name.</summary>
    [Id(2)] public required Text Estate { get; init; }

    /// <summary>Its street.</summary>
    [Id(3)] public required string StreetId { get; init; }

    /// <summary>Its community.</summary>
    [Id(4)] public required string CommunityId { get; init; }

    /// <summary>Its grid.</summary>
    [Id(5)] public required string GridId { get; init; }

    /// <summary>When it was drawn up.</summary>
    [Id(6)] public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>By whom.</summary>
    [Id(7)] public required string DrawnBy { get; init; }

    /// <summary>What to look at, in the order of walking.</summary>
    [Id(8)] public required IReadOnlyList<RoundItem> Items { get; init; }

    /// <summary>How many more there were than a round holds.</summary>
    [Id(9)] public required int LeftOut { get; init; }

    /// <summary>The shares of vanguard groups.</summary>
    [Id(10)] public required IReadOnlyList<RoundShare> Shares { get; init; }

    /// <summary>What the manager has to do about a violation, as a sentence.</summary>
    [Id(11)] public required Text Duty { get; init; }

    /// <summary>The receipts, in order.</summary>
    [Id(12)] public required IReadOnlyList<RoundReceipt> Receipts { get; init; }

    /// <summary>The cases PROP-01 that facts propose; for a person to decide.</summary>
    [Id(13)] public required IReadOnlyList<DutyProposal> Proposals { get; init; }

    /// <summary>Whether its time, or that of a share, ran out before all was seen.</summary>
    [Id(14)] public required bool Missed { get; init; }

    /// <summary>Why it ended before all was done; null where it did not.</summary>
    [Id(15)] public string? Reason { get; init; }

    /// <summary>The photos.</summary>
    [Id(16)] public required IReadOnlyList<EvidencePiece> Evidence { get; init; }

    /// <summary>The commands that whoever asked may give.</summary>
    [Id(17)] public required IReadOnlyList<string> May { get; init; }

    /// <summary>The marks that whoever asked may set, by item; items without any are left out.</summary>
    [Id(18)] public required IReadOnlyDictionary<string, IReadOnlyList<RoundMark>> Marks { get; init; }
}

/// <summary>How far a round is. In JSON the camel-case name.</summary>
[GenerateSerializer, Alias("round-state"), JsonConverter(typeof(CamelCaseEnumJson<RoundState>))]
public enum RoundState
{
    /// <summary>There is something to look at, to stop or to report.</summary>
    Open = 0,

    /// <summary>All was seen, and what was wrong was stopped and reported.</summary>
    Walked = 1,

    /// <summary>Ended with a reason for what is left.</summary>
    Ended = 2,
}

/// <summary>Rounds of an area.</summary>
/// <param name="Items">By id.</param>
/// <param name="Next">After which the next page begins; null on the last.</param>
/// <param name="Unwalked">Estates of the area with works under way and no open round, by id; at most 200.</param>
[GenerateSerializer, Immutable, Alias("round-list")]
public sealed record RoundList(
    [property: Id(0)] IReadOnlyList<RoundView> Items, [property: Id(1)] string? Next, [property: Id(2)] IReadOnlyList<UnwalkedEstate> Unwalked);

/// <summary>An estate with works under way through which nobody has a round to walk.</summary>
/// <param name="Id">The estate.</param>
/// <param name="Name">Its name.</param>
/// <param name="Flats">How many flats have a filing under way.</param>
[GenerateSerializer, Immutable, Alias("unwalked-estate")]
public sealed record UnwalkedEstate([property: Id(0)] string Id, [property: Id(1)] Text Name, [property: Id(2)] int Flats);
