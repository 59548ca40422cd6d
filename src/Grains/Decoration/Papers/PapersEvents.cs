using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Decoration.Papers;

/// <summary>The disposal of a case was opened. What its documents need of the case is kept, as it was then.</summary>
public sealed record PapersOpened : OwnerEvent
{
    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>Its number, from which those of its documents are made.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Its type.</summary>
    public required string Type { get; init; }

    /// <summary>The scene of that type.</summary>
    public required string Scene { get; init; }

    /// <summary>The pack whose path it goes.</summary>
    public required PolicyName Policy { get; init; }

    /// <summary>The street.</summary>
    public required string StreetId { get; init; }

    /// <summary>The community.</summary>
    public required string CommunityId { get; init; }

    /// <summary>The grid.</summary>
    public required string GridId { get; init; }

    /// <summary>The flat, <c>estate/unit</c>; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>Where it is, as documents say it.</summary>
    public required string At { get; init; }

    /// <summary>The steps.</summary>
    public required ImmutableArray<string> Steps { get; init; }
}

/// <summary>A step began, or begins again.</summary>
public sealed record PapersStepBegan(string Step) : OwnerEvent;

/// <summary>A document was drafted.</summary>
public sealed record PaperDrafted : OwnerEvent
{
    /// <summary>Which draft of the case, from 1.</summary>
    public required int N { get; init; }

    /// <summary>The template.</summary>
    public required string Paper { get; init; }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>Its name.</summary>
    public required Text Title { get; init; }

    /// <summary>The part of its number that names the kind.</summary>
    public required string Mark { get; init; }

    /// <summary>The pack of its template.</summary>
    public required PolicyName Template { get; init; }

    /// <summary>Its text, filled but for number and date.</summary>
    public required ImmutableArray<string> Lines { get; init; }

    /// <summary>The punishment item.</summary>
    public string? Punishment { get; init; }

    /// <summary>The fine, yuan.</summary>
    public decimal? Fine { get; init; }

    /// <summary>How its range was found.</summary>
    public Text? Range { get; init; }
}

/// <summary>A document was signed and has its number.</summary>
public sealed record PaperSigned(int N, string Number, DateOnly Day) : OwnerEvent;

/// <summary>A draft was sent back.</summary>
public sealed record PaperReturned(int N, string Reason) : OwnerEvent;

/// <summary>A step is done.</summary>
public sealed record PapersStepDone(string Step, string? Said) : OwnerEvent;

/// <summary>A step was not passed; an earlier one is done again.</summary>
public sealed record PapersStepFailed(string Step, string? Said) : OwnerEvent;

/// <summary>The party refused to comply, and these steps are taken.</summary>
public sealed record PartyRefused(string Said, ImmutableArray<string> Steps) : OwnerEvent;

/// <summary>A step is to go to the office that holds the power.</summary>
public sealed record PapersStepHandedOver(string Step, string Punishment, Text Office) : OwnerEvent;

/// <summary>That office answered.</summary>
public sealed record HandOverAnswered(string Step, bool Taken, string Said) : OwnerEvent;

/// <summary>The path ended early.</summary>
public sealed record PapersEnded(string Reason) : OwnerEvent;

/// <summary>The generated code of stored JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CasePapers))]
[JsonSerializable(typeof(PapersOpened))]
[JsonSerializable(typeof(PapersStepBegan))]
[JsonSerializable(typeof(PaperDrafted))]
[JsonSerializable(typeof(PaperSigned))]
[JsonSerializable(typeof(PaperReturned))]
[JsonSerializable(typeof(PapersStepDone))]
[JsonSerializable(typeof(PapersStepFailed))]
[JsonSerializable(typeof(PartyRefused))]
[JsonSerializable(typeof(PapersStepHandedOver))]
[JsonSerializable(typeof(HandOverAnswered))]
[JsonSerializable(typeof(PapersEnded))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineWarned))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class StoredPapers : JsonSerializerContext;
