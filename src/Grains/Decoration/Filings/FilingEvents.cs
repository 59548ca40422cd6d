using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>Works were filed. How to reach the owner is kept elsewhere, since what happened is never erased.</summary>
public sealed record WorksFiled : OwnerEvent
{
    /// <summary>Which filing of the flat.</summary>
    public required int Number { get; init; }

    /// <summary>The flat.</summary>
    public required FiledUnit Unit { get; init; }

    /// <summary>The scope.</summary>
    public required ImmutableArray<FiledWork> Works { get; init; }

    /// <summary>The contractor.</summary>
    public required string Contractor { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Who must approve.</summary>
    public required ImmutableArray<OfficeApproval> Offices { get; init; }

    /// <summary>The flats next to it.</summary>
    public required ImmutableArray<string> Neighbours { get; init; }

    /// <summary>The inspections as they would be planned on that day.</summary>
    public required ImmutableArray<WorksInspection> Planned { get; init; }

    /// <summary>Which guidance the owner had read.</summary>
    public string? GuidanceRead { get; init; }
}

/// <summary>An office approved.</summary>
public sealed record OfficeApproved(int Number, string Office, string Permit) : OwnerEvent;

/// <summary>The filing stands, and its inspections have their dates.</summary>
public sealed record InspectionsPlanned(int Number, ImmutableArray<WorksInspection> Inspections) : OwnerEvent;

/// <summary>An office did not approve.</summary>
public sealed record FilingRefused(int Number, string Office, string Reason) : OwnerEvent;

/// <summary>The neighbours were told.</summary>
public sealed record NeighboursTold(int Number, string? Said) : OwnerEvent;

/// <summary>Somebody of the staff was at the door.</summary>
public sealed record DoorScanned : OwnerEvent;

/// <summary>An inspection was made.</summary>
public sealed record WorksInspected(
    int Number, WorkStage Stage, ImmutableArray<InspectionFinding> Findings, bool AtTheDoor, string? CaseId, DateTimeOffset? AgainBy) : OwnerEvent;

/// <summary>Nobody came in time: the next level has the inspection.</summary>
public sealed record InspectionEscalated(int Number, WorkStage Stage, FilingLevel To) : OwnerEvent;

/// <summary>A filing was taken back.</summary>
public sealed record FilingWithdrawn(int Number, string Reason) : OwnerEvent;

/// <summary>The completion check was passed.</summary>
public sealed record FilingCompleted(int Number) : OwnerEvent;

/// <summary>The owner's contact was erased as they asked.</summary>
public sealed record FilingContactErased(int Number) : OwnerEvent;

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UnitFilings))]
[JsonSerializable(typeof(WorksFiled))]
[JsonSerializable(typeof(OfficeApproved))]
[JsonSerializable(typeof(InspectionsPlanned))]
[JsonSerializable(typeof(FilingRefused))]
[JsonSerializable(typeof(NeighboursTold))]
[JsonSerializable(typeof(DoorScanned))]
[JsonSerializable(typeof(WorksInspected))]
[JsonSerializable(typeof(InspectionEscalated))]
[JsonSerializable(typeof(FilingWithdrawn))]
[JsonSerializable(typeof(FilingCompleted))]
[JsonSerializable(typeof(FilingContactErased))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredFilings : JsonSerializerContext;
