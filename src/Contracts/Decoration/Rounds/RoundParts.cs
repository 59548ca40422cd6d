using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>One thing to look at on a round, and what came of it.</summary>
[GenerateSerializer, Immutable, Alias("round-item")]
public sealed record RoundItem
{
    /// <summary>Its number in the round, from <c>1</c>.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Why it is on the round.</summary>
    [Id(1)] public required RoundItemKind Kind { get; init; }

    /// <summary>The flat, such as <c>7-2-2001</c>; null where it concerns a floor-plan type or the whole estate.</summary>
    [Id(2)] public string? UnitId { get; init; }

    /// <summary>The floor-plan type; null for none.</summary>
    [Id(3)] public string? PlanId { get; init; }

    /// <summary>The prone spot; null for none.</summary>
    [Id(4)] public string? SpotId { get; init; }

    /// <summary>What to look at.</summary>
    [Id(5)] public required Text What { get; init; }

    /// <summary>The share of the vanguard group that has it; null where the manager has.</summary>
    [Id(6)] public string? ShareId { get; init; }

    /// <summary>When it was seen; null until then.</summary>
    [Id(7)] public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Who saw it.</summary>
    [Id(8)] public string? SeenBy { get; init; }

    /// <summary>Whether nothing was wrong; null until it was seen.</summary>
    [Id(9)] public bool? Good { get; init; }

    /// <summary>Milestone <c>manager-told</c>: since when the property manager knows what is wrong.</summary>
    [Id(10)] public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Milestone <c>manager-stopped</c>.</summary>
    [Id(11)] public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Milestone <c>manager-reported</c>.</summary>
    [Id(12)] public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>The case that it became; null for none.</summary>
    [Id(13)] public string? CaseId { get; init; }

    /// <summary>What was said of it last.</summary>
    [Id(14)] public string? Note { get; init; }

    /// <summary>Its photos.</summary>
    [Id(15)] public IReadOnlyList<string> EvidenceIds { get; init; } = [];
}

/// <summary>Why something is on a round. In JSON the kebab-case of the name.</summary>
[GenerateSerializer, Alias("round-item-kind"), JsonConverter(typeof(KebabCaseEnumJson<RoundItemKind>))]
public enum RoundItemKind
{
    /// <summary>Works are filed in the flat.</summary>
    Filed = 0,

    /// <summary>A violation was confirmed in a flat of the same floor-plan type.</summary>
    SameType = 1,

    /// <summary>A joint review left it to be watched.</summary>
    Watch = 2,

    /// <summary>A prone spot of a floor-plan type.</summary>
    Spot = 3,

    /// <summary>Work without filing, found on the round.</summary>
    Unfiled = 4,
}

/// <summary>A mark at an item. In JSON the kebab-case of the name (<c>manager-told</c>).</summary>
[GenerateSerializer, Alias("round-mark"), JsonConverter(typeof(KebabCaseEnumJson<RoundMark>))]
public enum RoundMark
{
    /// <summary>Seen, nothing wrong.</summary>
    Clear = 0,

    /// <summary>Seen, something wrong. A property manager who finds it knows it.</summary>
    Found = 1,

    /// <summary>The property manager was told.</summary>
    ManagerTold = 2,

    /// <summary>The property manager stopped it.</summary>
    ManagerStopped = 3,

    /// <summary>The property manager reported it.</summary>
    ManagerReported = 4,
}

/// <summary>A vanguard group's share of a round.</summary>
/// <param name="Id">Its id in the round.</param>
/// <param name="Group">The group's name.</param>
/// <param name="Members">How many walk.</param>
/// <param name="Lead">The user name of who leads them.</param>
[GenerateSerializer, Immutable, Alias("round-share")]
public sealed record RoundShare([property: Id(0)] string Id, [property: Id(1)] string Group, [property: Id(2)] int Members, [property: Id(3)] string Lead);

/// <summary>A dated receipt for a mark.</summary>
/// <param name="Number">The round's id and a number.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Mark">What for.</param>
/// <param name="At">When it was done.</param>
/// <param name="By">Who.</param>
[GenerateSerializer, Immutable, Alias("round-receipt")]
public sealed record RoundReceipt(
    [property: Id(0)] string Number, [property: Id(1)] string ItemId, [property: Id(2)] RoundMark Mark, [property: Id(3)] DateTimeOffset At, [property: Id(4)] string By);

/// <summary>A case PROP-01 that the facts propose; nothing is decided by it.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="ToldAt">Since when the manager knew.</param>
/// <param name="Facts">What speaks for it, at least one.</param>
[GenerateSerializer, Immutable, Alias("duty-proposal")]
public sealed record DutyProposal(
    [property: Id(0)] string ItemId, [property: Id(1)] DateTimeOffset ToldAt, [property: Id(2)] IReadOnlyList<DutyFact> Facts);

/// <summary>A fact about the manager's duty to stop and report (Order 110, art. 17).</summary>
/// <param name="Kind">What was not done in time.</param>
/// <param name="DueAt">The last instant at which it was in time, as the pack proposes it.</param>
/// <param name="DoneAt">When it was done after all; null while it is not.</param>
[GenerateSerializer, Immutable, Alias("duty-fact")]
public sealed record DutyFact([property: Id(0)] DutyKind Kind, [property: Id(1)] DateTimeOffset DueAt, [property: Id(2)] DateTimeOffset? DoneAt);

/// <summary>A duty of the property manager. In JSON the camel-case name.</summary>
[GenerateSerializer, Alias("duty-kind"), JsonConverter(typeof(CamelCaseEnumJson<DutyKind>))]
public enum DutyKind
{
    /// <summary>Stopping what is wrong at once.</summary>
    Stop = 0,

    /// <summary>Reporting it promptly.</summary>
    Report = 1,
}
