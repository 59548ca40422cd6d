using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;

namespace Dispatch.Grains.Cases;

/// <summary>What a case knows of asked and given time, and of being sent to and fro.</summary>
public sealed partial record Case
{
    /// <summary>Extensions granted so far, where the pack limits them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ExtensionsGranted { get; init; }

    /// <summary>A suspension that waits for the supervisor.</summary>
    public SuspensionRequested? PendingSuspension { get; init; }

    /// <summary>Reviews of the present suspension that were missed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ReviewsMissed { get; init; }

    /// <summary>Extra spans that were taken.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int ExtraTaken { get; init; }

    /// <summary>The parties that returned it, each time one entry; null for none.</summary>
    public ImmutableArray<Scope>? ReturnedBy { get; init; }

    /// <summary>Whether it came back to a party that had returned it before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CameBack { get; init; }

    /// <summary>How often it was returned.</summary>
    [JsonIgnore]
    public int TimesReturned => ReturnedBy?.Length ?? 0;

    /// <summary>The grid, community or street that has the case in its present status, whoever of it is responsible.</summary>
    [JsonIgnore]
    public Scope Party => StatusLevel switch
    {
        CaseLevel.Grid => Scope.Grid(Place.GridId),
        CaseLevel.Community => Scope.Community(Place.CommunityId),
        _ => Scope.Street(Place.StreetId),
    };

    private Case WithReturn(Returned e) => this with
    {
        Place = e.Place,
        OfficerIds = [],
        ReturnedBy = e.From is { } from ? (ReturnedBy ?? []).Add(from) : ReturnedBy,
    };

    private Case WithExtensionDecided(ExtensionDecided e) => this with { PendingExtension = null, ExtensionsGranted = e.Nth ?? ExtensionsGranted };

    /// <summary>A case that reaches a party again which had returned it goes to and fro.</summary>
    private Case WatchedForReturn() =>
        !CameBack && ReturnedBy is { } by && Status.Level() is not null && by.Contains(Party) ? this with { CameBack = true } : this;
}
