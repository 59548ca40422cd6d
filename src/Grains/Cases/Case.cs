using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Promises;

namespace Dispatch.Grains.Cases;

/// <summary>
/// A case as its events left it. Immutable; only <see cref="Apply"/> makes the next one, live and in replay. Its number and
/// version are the store's and not part of it.
/// </summary>
public sealed partial record Case
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The pack that it was opened under.</summary>
    public required string PolicyId { get; init; }

    /// <summary>That pack's version.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The type's code.</summary>
    public required string Type { get; init; }

    /// <summary>Whether the in-progress clocks of the type apply.</summary>
    public bool InProgress { get; init; }

    /// <summary>Who reported it.</summary>
    public required string ReportedBy { get; init; }

    /// <summary>Where.</summary>
    public required CasePlace Place { get; init; }

    /// <summary>What was seen.</summary>
    public string? Description { get; init; }

    /// <summary>How the reporter names the place.</summary>
    public string? Address { get; init; }

    /// <summary>Personal data.</summary>
    public string? Contact { get; init; }

    /// <summary>Likely the same matter.</summary>
    public ImmutableArray<string> PossibleDuplicates { get; init; } = [];

    /// <summary>When it was reported.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its last event was decided: no later one is decided before it.</summary>
    public required DateTimeOffset LastEventAt { get; init; }

    /// <summary>The status.</summary>
    public CaseStatus Status { get; init; }

    /// <summary>Whether the supervisor sees to it.</summary>
    public bool Supervised { get; init; }

    /// <summary>Every rung was missed.</summary>
    public bool LastRung { get; init; }

    /// <summary>The priority.</summary>
    public Priority Priority { get; init; }

    /// <summary>The one responsible party.</summary>
    public required Scope Responsible { get; init; }

    /// <summary>Officers asked, on their way or on site; the lead first.</summary>
    public ImmutableArray<string> OfficerIds { get; init; } = [];

    /// <summary>Every clock that has run, each name once.</summary>
    public ImmutableArray<SlaClock> Clocks { get; init; } = [];

    /// <summary>Expiries of <c>assign</c> since the last whistle, until an accept.</summary>
    public int AssignMisses { get; init; }

    /// <summary>When the street was last whistled.</summary>
    public DateTimeOffset? WhistledAt { get; init; }

    /// <summary>Expiries of <c>arrive</c> since the last accept.</summary>
    public int ArriveMisses { get; init; }

    /// <summary>The status that it was settled or resolved from.</summary>
    public CaseStatus? WorkedIn { get; init; }

    /// <summary>The clocks that a failed check or reopening starts again.</summary>
    public ImmutableArray<string> Rework { get; init; } = [];

    /// <summary>The party that worked on it when it was settled or resolved.</summary>
    public Scope? WorkedBy { get; init; }

    /// <summary>Everybody who handled it and so never checks it.</summary>
    public ImmutableArray<string> Handlers { get; init; } = [];

    /// <summary>Milestones reached.</summary>
    public ImmutableArray<string> Milestones { get; init; } = [];

    /// <summary>The status that a suspension interrupted.</summary>
    public CaseStatus? SuspendedFrom { get; init; }

    /// <summary>An extension that waits for the supervisor.</summary>
    public ExtensionRequested? PendingExtension { get; init; }

    /// <summary>Where a merged case goes on.</summary>
    public string? MergedInto { get; init; }

    /// <summary>What those who have its secret links said, and which photos they see; null for nothing.</summary>
    public CasePromise? Promise { get; init; }

    /// <summary>Its photos as stored; null for none, so that the snapshot of a case without any is as it was before there were photos.</summary>
    [JsonPropertyName("evidence")]
    public ImmutableArray<CaseEvidence>? Attached { get; init; }

    /// <summary>Its photos in the order in which they were attached.</summary>
    [JsonIgnore]
    public ImmutableArray<CaseEvidence> Evidence => Attached ?? [];

    /// <summary>The level that the status stands for, whoever supervises.</summary>
    [JsonIgnore]
    public CaseLevel StatusLevel => Status switch
    {
        CaseStatus.Suspended => SuspendedFrom?.Level() ?? CaseLevel.Street,
        CaseStatus.AwaitingCheck or CaseStatus.Closed => WorkedIn?.Level() ?? CaseLevel.Street,
        CaseStatus.Rejected or CaseStatus.Merged => CaseLevel.Grid,
        _ => Status.Level() ?? CaseLevel.Street,
    };

    /// <summary>The level that people see.</summary>
    [JsonIgnore]
    public CaseLevel Level => Supervised ? CaseLevel.Supervision : StatusLevel;

    /// <summary>True until closed, rejected or merged.</summary>
    [JsonIgnore]
    public bool IsOpen => Status.IsOpen();

    /// <summary>A clock by name; null when it never ran.</summary>
    public SlaClock? FindClock(string name)
    {
        foreach (var clock in Clocks)
        {
            if (clock.Name == name)
            {
                return clock;
            }
        }

        return null;
    }

    /// <summary>The clocks that apply to this case: those of its course, and those of called departments and the committee.</summary>
    /// <exception cref="KeyNotFoundException">The pack lacks the type that it once had: a damaged store.</exception>
    public Policies.ClockSet Rules(Policies.PolicyPack pack) => SideClocks.With(Course(pack), this, pack);

    /// <summary>The clocks that the pack gives its type.</summary>
    /// <exception cref="KeyNotFoundException">The pack lacks the type that it once had: a damaged store.</exception>
    public Policies.ClockSet Course(Policies.PolicyPack pack) => pack.Types[Type].ClocksFor(InProgress);

    /// <summary>Whether a clock's question is still open: it runs or is paused.</summary>
    public bool IsActive(string name) => FindClock(name) is { State: ClockState.Running or ClockState.Paused };
}
