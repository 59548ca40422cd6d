using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>
/// One step of one owner: snapshot, events, deadlines and feed entries, all or nothing. Whatever starts, stops or moves a clock
/// is committed this way and no other.
/// </summary>
public sealed record Commit
{
    /// <summary>The owner's scope: <c>case:{id}</c>, <c>grid:{id}</c>, <c>community:{id}</c>.</summary>
    public required Scope Owner { get; init; }

    /// <summary>The version that this step was decided on; 0 when the owner must not exist yet. The step makes it one more.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>The state after the step, as JSON.</summary>
    public required string Snapshot { get; init; }

    /// <summary>What boards filter and sort by.</summary>
    public required OwnerColumns Columns { get; init; }

    /// <summary>What happened, in order; their sequence numbers follow those stored. At least one.</summary>
    public required IReadOnlyList<EventRecord> Events { get; init; }

    /// <summary>Every deadline that the owner has after the step: these replace all it had.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Changes for the feeds of streets; one street at most once.</summary>
    public required IReadOnlyList<FeedChange> Feed { get; init; }

    /// <summary>The command that caused it; null for a firing.</summary>
    public CommandMark? Command { get; init; }

    /// <summary>Set on a case's first step: the store gives it the next number of its street in this (local) year.</summary>
    public int? NumberYear { get; init; }

    /// <summary>The number the owner has already; null on the first step and for owners without numbers.</summary>
    public string? Number { get; init; }

    /// <summary>Who is to be told, and what is over.</summary>
    public NoticeChanges Notices { get; init; } = NoticeChanges.None;
}

/// <summary>The columns of an owner that boards and lists filter and sort by; null where the owner has no such thing.</summary>
public sealed record OwnerColumns
{
    /// <summary>The street that the owner belongs to.</summary>
    public required string StreetId { get; init; }

    /// <summary>The community.</summary>
    public string? CommunityId { get; init; }

    /// <summary>The grid.</summary>
    public string? GridId { get; init; }

    /// <summary>The flat, <c>estate/unit</c>, by which its history is found.</summary>
    public string? Unit { get; init; }

    /// <summary>The type's code.</summary>
    public string? Type { get; init; }

    /// <summary>The status.</summary>
    public CaseStatus? Status { get; init; }

    /// <summary>The level.</summary>
    public CaseLevel? Level { get; init; }

    /// <summary>Officers asked, on their way or on site.</summary>
    public IReadOnlyList<string> OfficerIds { get; init; } = [];

    /// <summary>Departments that were called, whether they have answered or not.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>The user who reported it.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>False once it is closed, rejected or merged; true for owners without an end.</summary>
    public required bool Open { get; init; }

    /// <summary>Open, with a clock that was missed and not answered since.</summary>
    public bool Overdue { get; init; }

    /// <summary>What keeps an open case moving.</summary>
    public Footing Footing { get; init; }

    /// <summary>Lower-case text in which lists search: place, address, description; up to 2,500 characters.</summary>
    public string? SearchText { get; init; }
}

/// <summary>What keeps an open case moving, or why nothing does.</summary>
public enum Footing
{
    /// <summary>Not an open case.</summary>
    None = 0,

    /// <summary>A clock runs.</summary>
    Clocked = 1,

    /// <summary>Parked with an end.</summary>
    Suspended = 2,

    /// <summary>Every rung has been missed.</summary>
    LastRung = 3,

    /// <summary>The pack gives the type no clock.</summary>
    Unclocked = 4,

    /// <summary>None of these, which is a fault.</summary>
    Without = 5,
}

/// <summary>One event, append only.</summary>
/// <param name="Name">The event's name, such as <c>Escalated</c>.</param>
/// <param name="At">When it was decided: receipt or firing, city time.</param>
/// <param name="OccurredAt">When it really happened, where that differs.</param>
/// <param name="Actor">Who.</param>
/// <param name="Data">Its own fields as a JSON object.</param>
public sealed record EventRecord(string Name, DateTimeOffset At, DateTimeOffset? OccurredAt, string Actor, string Data);

/// <summary>A stored event.</summary>
/// <param name="Seq">Counts the owner's events from 1, without gaps.</param>
/// <param name="Version">The owner's version that it was committed with.</param>
/// <param name="Event">What happened.</param>
public sealed record StoredEvent(long Seq, long Version, EventRecord Event);

/// <summary>By what a repeated command is known.</summary>
/// <param name="ActorId">Keys of different actors never meet.</param>
/// <param name="Key">1 to 64 visible ASCII characters.</param>
/// <param name="BodyHash">Tells a repeat from another command under the same key.</param>
public sealed record CommandMark(string ActorId, string Key, string BodyHash);

/// <summary>A change for one street's feed.</summary>
/// <param name="StreetId">The street.</param>
/// <param name="Row">The case after the step; its number is the store's to fill in on the first step.</param>
/// <param name="Gone">True when the case left the street's open cases.</param>
public sealed record FeedChange(string StreetId, CaseRow Row, bool Gone);

/// <summary>What became of a commit that did not throw.</summary>
/// <param name="Version">The version committed; of a repeat, the one committed then.</param>
/// <param name="Number">The case's number; null for owners without.</param>
/// <param name="Repeat">Null when this commit was stored; else the mark of the command stored before under the same actor and key, and nothing was stored now.</param>
public readonly record struct CommitOutcome(long Version, string? Number, CommandMark? Repeat);
