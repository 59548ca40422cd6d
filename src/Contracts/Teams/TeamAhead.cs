namespace Dispatch.Contracts;

/// <summary>
/// A street's officers for a look ahead: the roster of that time, and how each stands now. Whoever can be reached now is taken to stay
/// so, and has as much to do as now: what offers of the time ahead will add is not known.
/// </summary>
/// <param name="At">The instant of "now".</param>
/// <param name="Duties">Every duty of an officer that touches the time, by start.</param>
/// <param name="Officers">Those officers, by user name.</param>
[GenerateSerializer, Immutable, Alias("team-ahead")]
public sealed record TeamAhead(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] IReadOnlyList<OnDuty> Duties, [property: Id(2)] IReadOnlyList<OfficerAhead> Officers);

/// <summary>How an officer stands.</summary>
[GenerateSerializer, Immutable, Alias("officer-ahead")]
public sealed record OfficerAhead
{
    /// <summary>Whether and where they can be reached.</summary>
    [Id(0)] public required Presence Presence { get; init; }

    /// <summary>Open cases that they are asked for, on the way to or on site at.</summary>
    [Id(1)] public required int OpenCases { get; init; }

    /// <summary>The communities of those that the feed tells of.</summary>
    [Id(2)] public required IReadOnlyList<string> WorksIn { get; init; }

    /// <summary>When they were last asked or sent; null when not since the team began to count.</summary>
    [Id(3)] public required DateTimeOffset? LastAssignedAt { get; init; }

    /// <summary>When their last case ended; null when none has since the team began to count.</summary>
    [Id(4)] public required DateTimeOffset? LastEndedAt { get; init; }
}
