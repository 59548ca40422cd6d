using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Teams.Assignment;

/// <summary>A member of a street's team as the ranking sees them at one instant.</summary>
public sealed record Candidate
{
    /// <summary>Who.</summary>
    public required string UserName { get; init; }

    /// <summary>When their duty ends; null when they are not on duty.</summary>
    public DateTimeOffset? OnDutyUntil { get; init; }

    /// <summary>The first line is asked before the second: 1 or 2.</summary>
    public int Line { get; init; } = 1;

    /// <summary>Since when they cannot be reached; null while they can.</summary>
    public DateTimeOffset? OutOfReachSince { get; init; }

    /// <summary>What they are at now; null for nothing.</summary>
    public RankingReason? AtHand { get; init; }

    /// <summary>What they can do, as type codes or scene ids; empty means everything.</summary>
    public ImmutableHashSet<string> Skills { get; init; } = [];

    /// <summary>The communities of the cases that they are on the way to or on site at.</summary>
    public ImmutableHashSet<string> WorksIn { get; init; } = [];

    /// <summary>Where they were last; null when that is not known.</summary>
    public GeoPoint? Position { get; init; }

    /// <summary>Open cases that they are asked for, on the way to or on site at, offers being made included.</summary>
    public int OpenCases { get; init; }

    /// <summary>When they were last asked or sent; null when not since the team began to count.</summary>
    public DateTimeOffset? LastAssignedAt { get; init; }

    /// <summary>When their last case ended; null when none has since the team began to count.</summary>
    public DateTimeOffset? LastEndedAt { get; init; }
}
