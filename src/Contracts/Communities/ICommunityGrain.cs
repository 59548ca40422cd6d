using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>One community or village: its live state, its console clock, its staffing. Its key is its scope, <c>community:{id}</c>.</summary>
[Alias("community-grain")]
public interface ICommunityGrain : IDeadlineOwner
{
    /// <summary>
    /// Begins its clock where the pack asks for one and it never ran; called for every community when duty starts, and harmless to repeat.
    /// </summary>
    [Alias("open")]
    Task Open(DateTimeOffset now);

    /// <summary>Whether somebody staffs the community at an instant: the timetable of the territory, changed by <see cref="SetStaffing"/>.</summary>
    [Alias("is-staffed"), AlwaysInterleave]
    Task<bool> IsStaffed(DateTimeOffset at);

    /// <summary>What was said against the timetable and is kept, in the order in which it was said; of two that cover an instant the later holds.</summary>
    [Alias("staffing-exceptions"), AlwaysInterleave]
    Task<IReadOnlyList<StaffingException>> StaffingExceptions();

    /// <summary>Somebody is, or is not, there between two instants, whatever the timetable says.</summary>
    [Alias("set-staffing")]
    Task<CommunityAnswer> SetStaffing(StaffingChange change);

    /// <summary>A sign of life from the community's console: sets its silence clock back. Cheap to repeat; committed at most once a minute.</summary>
    [Alias("console-seen")]
    Task<CommunityAnswer> ConsoleSeen(Actor by, DateTimeOffset at);

    /// <summary>The community as views show it at an instant; null when the territory has none of this id.</summary>
    [Alias("view"), ReadOnly]
    Task<CommunityView?> View(DateTimeOffset now);
}

/// <summary>What a community answers.</summary>
/// <param name="View">After the change.</param>
/// <param name="Refusal">Null when it was carried out.</param>
[GenerateSerializer, Immutable, Alias("community-answer")]
public sealed record CommunityAnswer([property: Id(0)] CommunityView? View, [property: Id(1)] Refusal? Refusal = null);

/// <summary>A community as views show it.</summary>
[GenerateSerializer, Immutable, Alias("community-view")]
public sealed record CommunityView
{
    /// <summary>Its id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required Text Name { get; init; }

    /// <summary><c>community</c> or <c>village</c>.</summary>
    [Id(2)] public required string Kind { get; init; }

    /// <summary>Its street.</summary>
    [Id(3)] public required string StreetId { get; init; }

    /// <summary>Its grids.</summary>
    [Id(4)] public required IReadOnlyList<string> GridIds { get; init; }

    /// <summary>Whether somebody is there now.</summary>
    [Id(5)] public required bool Staffed { get; init; }

    /// <summary>Open cases in this community, live.</summary>
    [Id(6)] public required int OpenCases { get; init; }

    /// <summary>Those among them that wait for its acknowledgement.</summary>
    [Id(7)] public required int ToAcknowledge { get; init; }

    /// <summary>Whistles of its local day so far.</summary>
    [Id(8)] public required int WhistlesToday { get; init; }

    /// <summary>The next instants due among its cases, at most 10, soonest first.</summary>
    [Id(9)] public required IReadOnlyList<DueCase> NextDue { get; init; }

    /// <summary>Its own clocks (console).</summary>
    [Id(10)] public required IReadOnlyList<ClockView> Clocks { get; init; }

    /// <summary>The console's last sign of life.</summary>
    [Id(11)] public DateTimeOffset? ConsoleSeenAt { get; init; }

    /// <summary>Counts its commits.</summary>
    [Id(12)] public required long Version { get; init; }
}
