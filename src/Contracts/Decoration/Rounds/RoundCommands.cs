namespace Dispatch.Contracts.Decoration;

/// <summary>Draws up a round of an estate from the filings under way, its watch points and its prone spots. Property manager, community, captain.</summary>
[GenerateSerializer, Immutable, Alias("draw-round")]
public sealed record DrawRound : DossierCommand
{
    /// <summary>The estate.</summary>
    [Id(0)] public required string EstateId { get; init; }
}

/// <summary>Gives some items of a round to a vanguard group, which is credited apart from the manager. Community, captain, property manager.</summary>
[GenerateSerializer, Immutable, Alias("share-round")]
public sealed record ShareRound : DossierCommand
{
    /// <summary>The share's id within the round, kebab-case, 1 to 32 characters.</summary>
    [Id(0)] public required string ShareId { get; init; }

    /// <summary>The group's name, 1 to 80 characters.</summary>
    [Id(1)] public required string Group { get; init; }

    /// <summary>How many members walk, 1 to 50.</summary>
    [Id(2)] public required int Members { get; init; }

    /// <summary>The user name of who leads them.</summary>
    [Id(3)] public required string Lead { get; init; }

    /// <summary>Which items: 1 to 100 that nobody has seen yet and no other group has.</summary>
    [Id(4)] public required IReadOnlyList<string> ItemIds { get; init; }
}

/// <summary>One mark at one item of a round.</summary>
[GenerateSerializer, Immutable, Alias("mark-round-item")]
public sealed record MarkRoundItem : DossierCommand
{
    /// <summary>The item.</summary>
    [Id(0)] public required string ItemId { get; init; }

    /// <summary>What was seen or done there.</summary>
    [Id(1)] public required RoundMark Mark { get; init; }

    /// <summary>What of it, up to 500 characters, without names; null for nothing.</summary>
    [Id(2)] public string? Note { get; init; }

    /// <summary>Photos, at most 20. Works are stopped with one at least.</summary>
    [Id(3)] public IReadOnlyList<string> EvidenceIds { get; init; } = [];

    /// <summary>The case that a report became; null for none.</summary>
    [Id(4)] public string? CaseId { get; init; }
}

/// <summary>Work without filing was found on the round and reported: it becomes an item that the manager has to stop. Given by the hub with the report.</summary>
[GenerateSerializer, Immutable, Alias("add-unfiled-work")]
public sealed record AddUnfiledWork : DossierCommand
{
    /// <summary>The flat in the estate.</summary>
    [Id(0)] public required string UnitId { get; init; }

    /// <summary>Its case.</summary>
    [Id(1)] public required string CaseId { get; init; }
}

/// <summary>A round ends as it stands, with a reason for what is left. Community, captain.</summary>
[GenerateSerializer, Immutable, Alias("end-round")]
public sealed record EndRound : DossierCommand
{
    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(0)] public required string Reason { get; init; }
}
