using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>
/// Who is on duty in one team: a street's officers, captains and dispatchers, or a community's staff and grid workers. Its key is the
/// scope, <c>street:{id}</c> or <c>community:{id}</c>. State without clocks.
/// </summary>
[Alias("team-grain")]
public interface ITeamGrain : IGrainWithStringKey
{
    /// <summary>
    /// Who is on duty at an instant: the first line before the second, then by user name; nobody twice. None for a team that has no
    /// roster. In memory.
    /// </summary>
    [Alias("on-duty-at"), AlwaysInterleave]
    Task<IReadOnlyList<OnDuty>> OnDutyAt(DateTimeOffset at);

    /// <summary>Every duty that touches a stretch of time, by start; one that begins before it or ends after it is not cut. In memory.</summary>
    [Alias("on-duty-between"), AlwaysInterleave]
    Task<IReadOnlyList<OnDuty>> OnDutyBetween(DateTimeOffset from, DateTimeOffset to);

    /// <summary>Whether anybody was ever planned here. A team without a roster says nothing about who is on duty.</summary>
    [Alias("has-roster"), AlwaysInterleave]
    Task<bool> HasRoster();

    /// <summary>Whom the roster keeps, on duty or not, by user name: everybody who is planned or put in for somebody. In memory.</summary>
    [Alias("kept"), AlwaysInterleave]
    Task<IReadOnlyList<string>> Kept();

    /// <summary>The roster between two instants as views show it; null for a scope that is no street or community of the territory.</summary>
    /// <param name="from">Inside.</param>
    /// <param name="to">Outside; cut to <see cref="RosterView.Widest"/> after <paramref name="from"/>.</param>
    /// <param name="now">The instant of asking: gaps are looked for from here on.</param>
    [Alias("roster"), ReadOnly]
    Task<RosterView?> Roster(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now);

    /// <summary>Carries out a change of the roster, or refuses it and stores nothing.</summary>
    [Alias("change")]
    Task<TeamAnswer> Change(RosterChange change);

    /// <summary>What would stand after a change, from the first day that it changes on, or why it would be refused. Nothing is stored.</summary>
    [Alias("preview"), ReadOnly]
    Task<TeamAnswer> Preview(RosterChange change);

    /// <summary>Makes sure that whoever a swap or a change of duty concerns is told of it; nothing happens where they were. Asked after each change and now and then.</summary>
    /// <param name="now">City time.</param>
    /// <exception cref="StoreUnavailableException">The store takes nothing; to be asked again.</exception>
    [Alias("tell")]
    Task Tell(DateTimeOffset now);

    /// <summary>Plans a sample's duties in a team that has no roster yet; changes nothing in one that has. People who are no users are left out.</summary>
    [Alias("seed")]
    Task Seed(IReadOnlyList<PlannedDuty> duties);
}

/// <summary>Somebody who is on duty.</summary>
[GenerateSerializer, Immutable, Alias("on-duty")]
public sealed record OnDuty
{
    /// <summary>Who.</summary>
    [Id(0)] public required string UserName { get; init; }

    /// <summary>Their role when they were planned.</summary>
    [Id(1)] public required Role Role { get; init; }

    /// <summary>1, or 2 for the second line, which is asked when the first does not answer.</summary>
    [Id(2)] public required int Line { get; init; }

    /// <summary>Since when, without a break in this duty; inside.</summary>
    [Id(3)] public required DateTimeOffset From { get; init; }

    /// <summary>Until when; outside.</summary>
    [Id(4)] public required DateTimeOffset Until { get; init; }

    /// <summary>The planned duty, override or swap that puts them there.</summary>
    [Id(5)] public required string ShiftId { get; init; }

    /// <summary>What they can do, as type codes or scene ids; empty means everything.</summary>
    [Id(6)] public IReadOnlyList<string> Skills { get; init; } = [];
}

/// <summary>What a team answers.</summary>
/// <param name="View">From the day of the change on; null when it was refused.</param>
/// <param name="Refusal">Null when it was carried out.</param>
[GenerateSerializer, Immutable, Alias("team-answer")]
public sealed record TeamAnswer([property: Id(0)] RosterView? View, [property: Id(1)] Refusal? Refusal = null);
