namespace Dispatch.Contracts;

/// <summary>A team's roster between two instants.</summary>
[GenerateSerializer, Immutable, Alias("roster-view")]
public sealed record RosterView
{
    /// <summary>The widest span of one view.</summary>
    public static readonly TimeSpan Widest = TimeSpan.FromDays(62);

    /// <summary>The team: a street or community.</summary>
    [Id(0)] public required Scope Scope { get; init; }

    /// <summary>The IANA time zone of the hours of planned duties.</summary>
    [Id(1)] public required string TimeZone { get; init; }

    /// <summary>The first instant shown.</summary>
    [Id(2)] public required DateTimeOffset From { get; init; }

    /// <summary>The first instant that is not shown.</summary>
    [Id(3)] public required DateTimeOffset To { get; init; }

    /// <summary>Everybody who may be planned, by user name.</summary>
    [Id(4)] public required IReadOnlyList<RosterMember> Members { get; init; }

    /// <summary>What is planned, in the order of planning; what ended long ago is gone.</summary>
    [Id(5)] public required IReadOnlyList<PlannedDuty> Planned { get; init; }

    /// <summary>Overrides that touch the span, in the order in which they were said.</summary>
    [Id(6)] public required IReadOnlyList<DutyOverride> Overrides { get; init; }

    /// <summary>Swaps that touch the span, in the order in which they were asked.</summary>
    [Id(7)] public required IReadOnlyList<DutySwap> Swaps { get; init; }

    /// <summary>Leave that touches the span, in the order in which it was asked.</summary>
    [Id(8)] public required IReadOnlyList<DutyLeave> Leave { get; init; }

    /// <summary>Who is on duty when, by start, line and name; uncut where a duty begins before or ends after the span.</summary>
    [Id(9)] public required IReadOnlyList<OnDuty> Duty { get; init; }

    /// <summary>Gaps ahead, of the whole fortnight from now and of the span, by start.</summary>
    [Id(10)] public required IReadOnlyList<DutyGap> Gaps { get; init; }

    /// <summary>Counts the changes.</summary>
    [Id(11)] public required long Version { get; init; }
}

/// <summary>Somebody who belongs to a team.</summary>
/// <param name="UserName">Who.</param>
/// <param name="DisplayName">How people call them.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Skills">What they can do, as type codes or scene ids; empty means everything.</param>
[GenerateSerializer, Immutable, Alias("roster-member")]
public sealed record RosterMember(
    [property: Id(0)] string UserName, [property: Id(1)] string DisplayName, [property: Id(2)] Role Role, [property: Id(3)] IReadOnlyList<string> Skills);

/// <summary>
/// A duty that comes back: hours on local days, done by crews in turn. With one crew it is a shift; with several a rotation, which is
/// handed over at its first hour every so many days. Round the clock (<see cref="ToMinute"/> equal to <see cref="FromMinute"/>) it
/// leaves no gap and has nobody twice.
/// </summary>
[GenerateSerializer, Immutable, Alias("planned-duty")]
public sealed record PlannedDuty
{
    /// <summary>Its id in the roster; whatever is given when it is planned is replaced.</summary>
    [Id(0)] public string Id { get; init; } = "";

    /// <summary>What it is called, 1 to 80 characters.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>1 or 2.</summary>
    [Id(2)] public int Line { get; init; } = 1;

    /// <summary>Who does it together, crew after crew: 1 to 31 crews of 1 to 60 user names, 600 names in all.</summary>
    [Id(3)] public required IReadOnlyList<IReadOnlyList<string>> Crews { get; init; }

    /// <summary>When it begins on a local day, in minutes after midnight, 0 to 1,439; also the hour of the hand-over.</summary>
    [Id(4)] public required int FromMinute { get; init; }

    /// <summary>When it ends, 0 to 1,439; not after <see cref="FromMinute"/> it is the next day's.</summary>
    [Id(5)] public required int ToMinute { get; init; }

    /// <summary>On which local days it begins.</summary>
    [Id(6)] public DutyDays Days { get; init; }

    /// <summary>The first local day, the anchor of the turn: the first crew's.</summary>
    [Id(7)] public required DateOnly First { get; init; }

    /// <summary>The last local day on which it begins; null until further notice.</summary>
    [Id(8)] public DateOnly? Last { get; init; }

    /// <summary>How many days one crew has its turn, 1 to 366; 7 is a week.</summary>
    [Id(9)] public int TurnDays { get; init; } = 1;

    /// <summary>How many it promises to be there, 1 or more; fewer is a gap.</summary>
    [Id(10)] public int Least { get; init; } = 1;
}

/// <summary>Somebody is on duty between two instants beside what is planned.</summary>
[GenerateSerializer, Immutable, Alias("duty-override")]
public sealed record DutyOverride
{
    /// <summary>Its id in the roster.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Who is on duty.</summary>
    [Id(1)] public required string UserName { get; init; }

    /// <summary>In whose place, with the line of that duty; null in addition to those planned.</summary>
    [Id(2)] public string? Replaces { get; init; }

    /// <summary>The line of an addition.</summary>
    [Id(3)] public required int Line { get; init; }

    /// <summary>Inside.</summary>
    [Id(4)] public required DateTimeOffset From { get; init; }

    /// <summary>Outside.</summary>
    [Id(5)] public required DateTimeOffset To { get; init; }

    /// <summary>Who said so; of a swap, who agreed.</summary>
    [Id(6)] public required string By { get; init; }

    /// <summary>The swap that it is a half of.</summary>
    [Id(7)] public string? SwapId { get; init; }
}

/// <summary>Two people change duties; it holds once both have agreed.</summary>
[GenerateSerializer, Immutable, Alias("duty-swap")]
public sealed record DutySwap
{
    /// <summary>Its id in the roster.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Who asked.</summary>
    [Id(1)] public required string AskedBy { get; init; }

    /// <summary>Who is asked.</summary>
    [Id(2)] public required string Other { get; init; }

    /// <summary>What the asker gives away.</summary>
    [Id(3)] public required DutySpan Given { get; init; }

    /// <summary>What the asker takes in return; null for nothing.</summary>
    [Id(4)] public DutySpan? Taken { get; init; }

    /// <summary>What became of it.</summary>
    [Id(5)] public required AskState State { get; init; }
}

/// <summary>Somebody is away; while it is granted nothing puts them on duty.</summary>
[GenerateSerializer, Immutable, Alias("duty-leave")]
public sealed record DutyLeave
{
    /// <summary>Its id in the roster.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>Who.</summary>
    [Id(1)] public required string UserName { get; init; }

    /// <summary>Inside.</summary>
    [Id(2)] public required DateTimeOffset From { get; init; }

    /// <summary>Outside.</summary>
    [Id(3)] public required DateTimeOffset To { get; init; }

    /// <summary>What became of it.</summary>
    [Id(4)] public required AskState State { get; init; }

    /// <summary>Who decided; null while nobody has.</summary>
    [Id(5)] public string? DecidedBy { get; init; }
}

/// <summary>A stretch of time.</summary>
/// <param name="From">Inside.</param>
/// <param name="To">Outside.</param>
[GenerateSerializer, Immutable, Alias("duty-span")]
public sealed record DutySpan([property: Id(0)] DateTimeOffset From, [property: Id(1)] DateTimeOffset To);

/// <summary>A stretch of time in which fewer are on duty than were promised.</summary>
/// <param name="From">Inside.</param>
/// <param name="To">Outside.</param>
/// <param name="Line">1 or 2.</param>
/// <param name="Missing">How many more are needed, 1 or more.</param>
/// <param name="DutyId">The planned duty; null where the last duty of the line has ended and none follows.</param>
[GenerateSerializer, Immutable, Alias("duty-gap")]
public sealed record DutyGap(
    [property: Id(0)] DateTimeOffset From,
    [property: Id(1)] DateTimeOffset To,
    [property: Id(2)] int Line,
    [property: Id(3)] int Missing,
    [property: Id(4)] string? DutyId);
