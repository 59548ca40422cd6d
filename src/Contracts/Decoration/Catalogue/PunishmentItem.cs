using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>One thing that is punished (处罚事项).</summary>
[GenerateSerializer, Immutable, Alias("punishment-item")]
public sealed record PunishmentItem
{
    /// <summary>Its id, such as <c>P09</c>.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required Text Title { get; init; }

    /// <summary>Where the rule stands.</summary>
    [Id(2)] public required Text Article { get; init; }

    /// <summary>Who answers for it.</summary>
    [Id(3)] public required LiableParty Liable { get; init; }

    /// <summary>What it costs.</summary>
    [Id(4)] public required FineRule Fine { get; init; }

    /// <summary>What must be on file before a decision; keys of <see cref="DecorationCatalogue.Papers"/>.</summary>
    [Id(5)] public required IReadOnlyList<string> Evidence { get; init; }

    /// <summary>Who decides.</summary>
    [Id(6)] public required DecidingPower Power { get; init; }

    /// <summary>The types of case that it is about.</summary>
    [Id(7)] public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Article, range or both are the office's own proposal rather than a published rule.</summary>
    [Id(8)] public required bool Proposed { get; init; }
}

/// <summary>Who answers for a violation. In JSON the kebab-case of the name.</summary>
[GenerateSerializer, Alias("liable-party"), JsonConverter(typeof(KebabCaseEnumJson<LiableParty>))]
public enum LiableParty
{
    /// <summary>业主: who owns the flat and has the works done.</summary>
    Owner = 0,

    /// <summary>使用人: who lives in or uses it, owner or not.</summary>
    Occupier = 1,

    /// <summary>装修企业: the contractor.</summary>
    Firm = 2,

    /// <summary>物业: the property manager.</summary>
    PropertyManager = 3,

    /// <summary>建设单位: the developer.</summary>
    Developer = 4,

    /// <summary>Whoever did it.</summary>
    Anyone = 5,
}

/// <summary>How a fine is found. In JSON the kebab-case of the name.</summary>
[GenerateSerializer, Alias("fine-basis"), JsonConverter(typeof(KebabCaseEnumJson<FineBasis>))]
public enum FineBasis
{
    /// <summary>From one amount in yuan to another.</summary>
    Fixed = 0,

    /// <summary>From so many times to so many times the fee of the decoration-management agreement.</summary>
    ManagementFee = 1,

    /// <summary>From so many to so many per cent of the cost of the works.</summary>
    CostPercent = 2,

    /// <summary>By a local rule that the catalogue does not hold.</summary>
    LocalRule = 3,

    /// <summary>No fine: a measure instead, such as sealing or demolition.</summary>
    Measure = 4,
}

/// <summary>The range of a fine.</summary>
/// <param name="Basis">How it is found; says in what <paramref name="Least"/> and <paramref name="Most"/> are counted.</param>
/// <param name="Least">Yuan, times the fee, or per cent of the cost; null without a range.</param>
/// <param name="Most">Not below <paramref name="Least"/>; null without a range.</param>
/// <param name="Says">What stands beside it or in its place: another measure, or which local rule; null where the range says all.</param>
[GenerateSerializer, Immutable, Alias("fine-rule")]
public sealed record FineRule(
    [property: Id(0)] FineBasis Basis, [property: Id(1)] decimal? Least, [property: Id(2)] decimal? Most, [property: Id(3)] Text? Says);

/// <summary>Who holds the power to punish (赋权). Either the street, or an office that the case is handed to.</summary>
/// <param name="StreetSince">The day since when the street holds it; null where it does not.</param>
/// <param name="Office">Whom the case is handed to, a key of <see cref="DecorationCatalogue.Offices"/>; null where the street holds it.</param>
/// <param name="HandOver">The time in which it is handed over, as packs write times; null where the street holds the power.</param>
[GenerateSerializer, Immutable, Alias("deciding-power")]
public sealed record DecidingPower(
    [property: Id(0)] DateOnly? StreetSince, [property: Id(1)] string? Office, [property: Id(2)] string? HandOver)
{
    /// <summary>Whether the street decides on a day of its own calendar.</summary>
    public bool IsStreets(DateOnly day) => StreetSince <= day;
}
