using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>One check that a department has open in a flat.</summary>
[GenerateSerializer, Immutable, Alias("open-check")]
public sealed record OpenCheck
{
    /// <summary>Its id: the flat and what is checked, and the department. 1 to 200 characters.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The estate.</summary>
    [Id(1)] public required string EstateId { get; init; }

    /// <summary>The flat.</summary>
    [Id(2)] public required string UnitId { get; init; }

    /// <summary>Whose check it is: a department of the pack, or an office of the catalogue.</summary>
    [Id(3)] public required string Department { get; init; }

    /// <summary>What is looked at: ids of inspection items.</summary>
    [Id(4)] public required IReadOnlyList<string> Items { get; init; }

    /// <summary>From when it can be made.</summary>
    [Id(5)] public required DateTimeOffset From { get; init; }

    /// <summary>Until when it should be; not before <see cref="From"/>.</summary>
    [Id(6)] public required DateTimeOffset Until { get; init; }

    /// <summary>The filing whose inspection it is part of; null where it assists in a case.</summary>
    [Id(7)] public int? Filing { get; init; }

    /// <summary>At which stage of the works; null where it assists in a case.</summary>
    [Id(8)] public WorkStage? Stage { get; init; }

    /// <summary>The case in which it assists; null for none.</summary>
    [Id(9)] public string? CaseId { get; init; }
}

/// <summary>One visit in the place of several.</summary>
/// <param name="EstateId">Where.</param>
/// <param name="From">The first instant at which every check can be made.</param>
/// <param name="Until">The last instant at which every check is in time.</param>
/// <param name="Departments">Who comes, each once.</param>
/// <param name="Checks">The checks, at least one.</param>
[GenerateSerializer, Immutable, Alias("proposed-visit")]
public sealed record ProposedVisit(
    [property: Id(0)] string EstateId, [property: Id(1)] DateTimeOffset From, [property: Id(2)] DateTimeOffset Until,
    [property: Id(3)] IReadOnlyList<string> Departments, [property: Id(4)] IReadOnlyList<OpenCheck> Checks);

/// <summary>A line of a visit's checklists.</summary>
[GenerateSerializer, Immutable, Alias("visit-line")]
public sealed record VisitLine
{
    /// <summary>The inspection item.</summary>
    [Id(0)] public required string Item { get; init; }

    /// <summary>The flat.</summary>
    [Id(1)] public required string UnitId { get; init; }

    /// <summary>The departments that look at it.</summary>
    [Id(2)] public required IReadOnlyList<string> Departments { get; init; }

    /// <summary>Whether nothing is wrong; null until it is answered.</summary>
    [Id(3)] public bool? Good { get; init; }

    /// <summary>What is wrong.</summary>
    [Id(4)] public string? Note { get; init; }

    /// <summary>Its photos.</summary>
    [Id(5)] public IReadOnlyList<string> EvidenceIds { get; init; } = [];

    /// <summary>When it was answered.</summary>
    [Id(6)] public DateTimeOffset? At { get; init; }

    /// <summary>By whom.</summary>
    [Id(7)] public string? By { get; init; }
}

/// <summary>A department's signature.</summary>
/// <param name="Department">Which.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("visit-signature")]
public sealed record VisitSignature([property: Id(0)] string Department, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At);

/// <summary>How far a visit is. In JSON the camel-case name.</summary>
[GenerateSerializer, Alias("visit-state"), JsonConverter(typeof(CamelCaseEnumJson<VisitState>))]
public enum VisitState
{
    /// <summary>Planned.</summary>
    Planned = 0,

    /// <summary>The team is there, or was, and not every department has signed.</summary>
    Begun = 1,

    /// <summary>Every department has signed.</summary>
    Held = 2,

    /// <summary>It does not take place.</summary>
    CalledOff = 3,
}
