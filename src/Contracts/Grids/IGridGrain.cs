using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>One grid: its live state, its patrol clock, its staffing. Its key is its scope, <c>grid:{id}</c>.</summary>
[Alias("grid-grain")]
public interface IGridGrain : IDeadlineOwner
{
    /// <summary>
    /// Begins its clock where the pack asks for one and it never ran; called for every grid when duty starts, and harmless to repeat.
    /// </summary>
    [Alias("open")]
    Task Open(DateTimeOffset now);

    /// <summary>
    /// Remembers that a report is about to be made here and answers the likely duplicates, nearest first: the same type and, where
    /// a unit is known, the same unit; else within the type's radius. In memory; awaits nothing. None for a grid or type that is not known.
    /// </summary>
    [Alias("place"), AlwaysInterleave]
    Task<IReadOnlyList<string>> Place(Sighting sighting);

    /// <summary>What <see cref="Place"/> would answer, and nothing is remembered: for somebody who has not reported yet.</summary>
    [Alias("similar"), AlwaysInterleave]
    Task<IReadOnlyList<string>> Similar(Sighting sighting);

    /// <summary>Whether somebody staffs the grid at an instant: the timetable of the territory, changed by <see cref="SetStaffing"/>.</summary>
    [Alias("is-staffed"), AlwaysInterleave]
    Task<bool> IsStaffed(DateTimeOffset at);

    /// <summary>What was said against the timetable and is kept, in the order in which it was said; of two that cover an instant the later holds.</summary>
    [Alias("staffing-exceptions"), AlwaysInterleave]
    Task<IReadOnlyList<StaffingException>> StaffingExceptions();

    /// <summary>Somebody is, or is not, there between two instants, whatever the timetable says.</summary>
    [Alias("set-staffing")]
    Task<GridAnswer> SetStaffing(StaffingChange change);

    /// <summary>The grid was walked; a repeat under the same key changes nothing.</summary>
    [Alias("record-patrol")]
    Task<GridAnswer> RecordPatrol(PatrolRecord patrol);

    /// <summary>The grid as views show it at an instant; null when the territory has none of this id.</summary>
    [Alias("view"), ReadOnly]
    Task<GridView?> View(DateTimeOffset now);
}

/// <summary>Something seen at a place.</summary>
/// <param name="CaseId">The case that it will be.</param>
/// <param name="Type">The type's code.</param>
/// <param name="Place">Where.</param>
/// <param name="At">When it was reported.</param>
[GenerateSerializer, Immutable, Alias("sighting")]
public sealed record Sighting([property: Id(0)] string CaseId, [property: Id(1)] string Type, [property: Id(2)] CasePlace Place, [property: Id(3)] DateTimeOffset At);

/// <summary>An exception from the timetable of a grid or community.</summary>
/// <param name="Staffed">Whether somebody is there.</param>
/// <param name="From">Inside.</param>
/// <param name="To">Outside; after <paramref name="From"/>, at most 31 days later.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">When it was said.</param>
[GenerateSerializer, Immutable, Alias("staffing-change")]
public sealed record StaffingChange(
    [property: Id(0)] bool Staffed, [property: Id(1)] DateTimeOffset From, [property: Id(2)] DateTimeOffset To, [property: Id(3)] Actor By, [property: Id(4)] DateTimeOffset At);

/// <summary>A patrol was walked.</summary>
/// <param name="By">Who walked it.</param>
/// <param name="At">When it was received, in city time.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="Note">A remark, up to 500 characters.</param>
/// <param name="OccurredAt">When it was walked, corrected where the device's clock was wrong; null for receipt.</param>
/// <param name="StampedAt">What the device took for that instant, where its clock was wrong.</param>
[GenerateSerializer, Immutable, Alias("patrol-record")]
public sealed record PatrolRecord(
    [property: Id(0)] Actor By, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string Key, [property: Id(3)] string? Note,
    [property: Id(88)] DateTimeOffset? OccurredAt = null, [property: Id(89)] DateTimeOffset? StampedAt = null);

/// <summary>What a grid answers.</summary>
/// <param name="View">After the change.</param>
/// <param name="Refusal">Null when it was carried out.</param>
[GenerateSerializer, Immutable, Alias("grid-answer")]
public sealed record GridAnswer([property: Id(0)] GridView? View, [property: Id(1)] Refusal? Refusal = null);

/// <summary>A grid as views show it.</summary>
[GenerateSerializer, Immutable, Alias("grid-view")]
public sealed record GridView
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required Text Name { get; init; }

    /// <summary>Its community.</summary>
    [Id(2)] public required string CommunityId { get; init; }

    /// <summary>Its street.</summary>
    [Id(3)] public required string StreetId { get; init; }

    /// <summary>Whether somebody is there now.</summary>
    [Id(4)] public required bool Staffed { get; init; }

    /// <summary>Open cases in this grid, live.</summary>
    [Id(5)] public required int OpenCases { get; init; }

    /// <summary>The next instants due among them, at most 10, soonest first.</summary>
    [Id(6)] public required IReadOnlyList<DueCase> NextDue { get; init; }

    /// <summary>Its own clocks (patrol).</summary>
    [Id(7)] public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>When it was last patrolled.</summary>
    [Id(8)] public DateTimeOffset? LastPatrolAt { get; init; }

    /// <summary>Counts its commits.</summary>
    [Id(9)] public required long Version { get; init; }
}

/// <summary>A case and when its next clock runs out.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Clock">The clock.</param>
/// <param name="DueAt">The last instant in time.</param>
[GenerateSerializer, Immutable, Alias("due-case")]
public sealed record DueCase([property: Id(0)] string CaseId, [property: Id(1)] string Number, [property: Id(2)] string Clock, [property: Id(3)] DateTimeOffset DueAt);
