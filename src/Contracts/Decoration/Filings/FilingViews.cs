using System.Text.Json.Serialization;

namespace Dispatch.Contracts.Decoration;

/// <summary>All filings of one flat, and who was at its door. Its id is <c>estate.unit</c>.</summary>
[GenerateSerializer, Immutable, Alias("unit-filings-view")]
public sealed record UnitFilingsView : DossierView
{
    /// <summary>The flat, <c>estate/unit</c>.</summary>
    [Id(0)] public required string Unit { get; init; }

    /// <summary>The estate's name.</summary>
    [Id(1)] public required Text Estate { get; init; }

    /// <summary>Its community.</summary>
    [Id(2)] public required string CommunityId { get; init; }

    /// <summary>Its filings, the oldest first.</summary>
    [Id(3)] public required IReadOnlyList<FilingView> Filings { get; init; }

    /// <summary>Who of the staff was at the door, the latest first; the last 50.</summary>
    [Id(4)] public required IReadOnlyList<DoorScan> Scans { get; init; }
}

/// <summary>One filing.</summary>
[GenerateSerializer, Immutable, Alias("filing-view")]
public sealed record FilingView
{
    /// <summary>Counts the filings of the flat, from 1.</summary>
    [Id(0)] public required int Number { get; init; }

    /// <summary>How far it is.</summary>
    [Id(1)] public required FilingState State { get; init; }

    /// <summary>When it was filed.</summary>
    [Id(2)] public required DateTimeOffset FiledAt { get; init; }

    /// <summary>The scope, as it was filed.</summary>
    [Id(3)] public required IReadOnlyList<FiledWork> Works { get; init; }

    /// <summary>The contractor's name.</summary>
    [Id(4)] public required string Contractor { get; init; }

    /// <summary>The first day.</summary>
    [Id(5)] public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    [Id(6)] public required DateOnly To { get; init; }

    /// <summary>The offices that must approve, each with its permit; empty where none must.</summary>
    [Id(7)] public required IReadOnlyList<OfficeApproval> Offices { get; init; }

    /// <summary>The flats above, below and beside that the territory knows.</summary>
    [Id(8)] public required IReadOnlyList<string> Neighbours { get; init; }

    /// <summary>When the neighbours were told; null while they are not.</summary>
    [Id(9)] public DateTimeOffset? NeighboursToldAt { get; init; }

    /// <summary>Who told them, and what was said of it.</summary>
    [Id(10)] public string? NeighboursToldBy { get; init; }

    /// <summary>Its inspections, in order; empty until it stands.</summary>
    [Id(11)] public required IReadOnlyList<WorksInspection> Inspections { get; init; }

    /// <summary>Why it was refused or withdrawn; null otherwise.</summary>
    [Id(12)] public string? Reason { get; init; }

    /// <summary>When it was over; null while it is not.</summary>
    [Id(13)] public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Which guidance the owner had read; null for none.</summary>
    [Id(14)] public string? GuidanceRead { get; init; }

    /// <summary>How to reach the owner; null for those who need not know, where none was given, and when it is erased.</summary>
    [Id(15)] public string? Contact { get; init; }
}

/// <summary>A part of the scope, as the catalogue had it when it was filed.</summary>
/// <param name="Id">The catalogue's id.</param>
/// <param name="Title">What is done.</param>
[GenerateSerializer, Immutable, Alias("filed-work")]
public sealed record FiledWork([property: Id(0)] string Id, [property: Id(1)] Text Title);

/// <summary>An office that must approve.</summary>
/// <param name="Office">Its id in the catalogue.</param>
/// <param name="Name">Its name.</param>
/// <param name="Permit">The permit's number; null while it waits.</param>
[GenerateSerializer, Immutable, Alias("office-approval")]
public sealed record OfficeApproval([property: Id(0)] string Office, [property: Id(1)] Text Name, [property: Id(2)] string? Permit = null);

/// <summary>A planned inspection, and what came of it.</summary>
[GenerateSerializer, Immutable, Alias("works-inspection")]
public sealed record WorksInspection
{
    /// <summary>At which stage of the works.</summary>
    [Id(0)] public required WorkStage Stage { get; init; }

    /// <summary>The last instant at which it is in time.</summary>
    [Id(1)] public required DateTimeOffset DueAt { get; init; }

    /// <summary>The checklist: ids of inspection items.</summary>
    [Id(2)] public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Who has it: it rises while nobody comes.</summary>
    [Id(3)] public FilingLevel Level { get; init; }

    /// <summary>When it was made last; null while it was not.</summary>
    [Id(4)] public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Who made it.</summary>
    [Id(5)] public string? By { get; init; }

    /// <summary>Whether whoever made it had scanned the door that day.</summary>
    [Id(6)] public bool AtTheDoor { get; init; }

    /// <summary>What was found last.</summary>
    [Id(7)] public IReadOnlyList<InspectionFinding> Findings { get; init; } = [];

    /// <summary>The case that a fault became; null for none.</summary>
    [Id(8)] public string? CaseId { get; init; }

    /// <summary>How often it was made.</summary>
    [Id(9)] public int Times { get; init; }

    /// <summary>Whether it was made without a fault.</summary>
    public bool IsPassed() => DoneAt is not null && Findings.All(finding => finding.Good);
}

/// <summary>Somebody of the staff was at the door.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
[GenerateSerializer, Immutable, Alias("door-scan")]
public sealed record DoorScan([property: Id(0)] DateTimeOffset At, [property: Id(1)] string By);

/// <summary>How far a filing is. In JSON the camel-case name.</summary>
[GenerateSerializer, Alias("filing-state"), JsonConverter(typeof(CamelCaseEnumJson<FilingState>))]
public enum FilingState
{
    /// <summary>An office has not approved yet; no work may begin.</summary>
    AwaitingApproval = 0,

    /// <summary>Filed: within its period work may go on.</summary>
    Standing = 1,

    /// <summary>An office did not approve.</summary>
    Refused = 2,

    /// <summary>Taken back.</summary>
    Withdrawn = 3,

    /// <summary>Over, with its completion check passed.</summary>
    Completed = 4,
}

/// <summary>Who has an inspection that nobody made yet, as the levels of a case. In JSON the camel-case name.</summary>
[GenerateSerializer, Alias("filing-level"), JsonConverter(typeof(CamelCaseEnumJson<FilingLevel>))]
public enum FilingLevel
{
    /// <summary>The grid worker and the property manager.</summary>
    Grid = 0,

    /// <summary>The community.</summary>
    Community = 1,

    /// <summary>The street's captain.</summary>
    Street = 2,

    /// <summary>Supervision; it rises no further.</summary>
    Supervision = 3,
}
