namespace Dispatch.Contracts.Decoration;

/// <summary>Plans one visit for several open checks of an estate. Officer, captain, dispatcher, community.</summary>
[GenerateSerializer, Immutable, Alias("plan-visit")]
public sealed record PlanVisit : DossierCommand
{
    /// <summary>The estate.</summary>
    [Id(0)] public required string EstateId { get; init; }

    /// <summary>The checks, 1 to 60 that are open and in no other visit.</summary>
    [Id(1)] public required IReadOnlyList<string> CheckIds { get; init; }

    /// <summary>When it is; within the time of each check.</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }
}

/// <summary>The team is there. Officer, captain.</summary>
[GenerateSerializer, Immutable, Alias("begin-visit")]
public sealed record BeginVisit : DossierCommand
{
    /// <summary>The user names of the officers: 2 to 10, each once.</summary>
    [Id(0)] public required IReadOnlyList<string> Officers { get; init; }
}

/// <summary>One line of a checklist is answered. Whoever belongs to a department of the visit. It takes away signatures, since they signed something else.</summary>
[GenerateSerializer, Immutable, Alias("tick-visit")]
public sealed record TickVisit : DossierCommand
{
    /// <summary>The inspection item, such as <c>D3</c>.</summary>
    [Id(0)] public required string Item { get; init; }

    /// <summary>The flat.</summary>
    [Id(1)] public required string UnitId { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    [Id(2)] public required bool Good { get; init; }

    /// <summary>What is, 1 to 500 characters without names; may be null only where nothing is wrong.</summary>
    [Id(3)] public string? Note { get; init; }

    /// <summary>Photos, at most 20.</summary>
    [Id(4)] public IReadOnlyList<string> EvidenceIds { get; init; } = [];
}

/// <summary>A department signs the one record. With the last signature the visit is held, and the inspections that it made are recorded with their filings.</summary>
[GenerateSerializer, Immutable, Alias("sign-visit")]
public sealed record SignVisit : DossierCommand
{
    /// <summary>The department for which one signs.</summary>
    [Id(0)] public required string Department { get; init; }
}

/// <summary>The visit does not take place; its checks are open again. Officer, captain, dispatcher.</summary>
[GenerateSerializer, Immutable, Alias("call-off-visit")]
public sealed record CallOffVisit : DossierCommand
{
    /// <summary>Why, 1 to 500 characters.</summary>
    [Id(0)] public required string Reason { get; init; }
}
