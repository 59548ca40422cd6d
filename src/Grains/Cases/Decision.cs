using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;

namespace Dispatch.Grains.Cases;

/// <summary>What the grain gathered before deciding, because a rule may need it. What influenced an event is recorded in it.</summary>
public sealed record Known
{
    /// <summary>Nothing gathered: everybody is there, nobody is spoken for.</summary>
    public static Known Nothing { get; } = new();

    /// <summary>What a joint review left to watch where a report falls; null for none.</summary>
    public WatchPoint? Watched { get; init; }

    /// <summary>Whether somebody staffs the case's grid now.</summary>
    public bool GridStaffed { get; init; } = true;

    /// <summary>Whether somebody staffs the case's community now.</summary>
    public bool CommunityStaffed { get; init; } = true;

    /// <summary>The person that a command is given for; null when there is none of that name.</summary>
    public Actor? SpokenFor { get; init; }

    /// <summary>Which of the officers that a command names belong to the street's team.</summary>
    public ImmutableHashSet<string> Officers { get; init; } = [];

    /// <summary>Which of the photos that a command names are kept and were uploaded by whoever gives it.</summary>
    public ImmutableDictionary<string, EvidencePiece> Evidence { get; init; } = ImmutableDictionary<string, EvidencePiece>.Empty;

    /// <summary>Whom the street's team would ask now, ranked once a rule asks for it at the latest; null where that was not gathered.</summary>
    public Lazy<OfferRanking>? Ranked { get; init; }

    /// <summary>When the service was unreachable in the case's street, as far back as a deadline may still fire.</summary>
    public ImmutableArray<Outage> Outages { get; init; } = [];

    /// <summary>The surges of the case's street that are in force, or that cases may not have heard the end of.</summary>
    public IReadOnlyList<SurgeOrder> Surges { get; init; } = [];

    /// <summary>The case to merge into, as it stands; null when there is none.</summary>
    public CaseView? MergeTarget { get; init; }

    /// <summary>When the case was closed last, for an answer about that; null where it was not gathered.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Where a case lies once it is returned to the party that the command names; null when the territory has no such party.</summary>
    public CasePlace? ReturnPlace { get; init; }
}

/// <summary>What the decider answers.</summary>
public abstract record Verdict;

/// <summary>Carried out.</summary>
/// <param name="Events">What happened, in order; empty for a firing that finds nothing due.</param>
/// <param name="Case">The case after them.</param>
public sealed record Decision(ImmutableArray<Happened> Events, Case Case) : Verdict;

/// <summary>Refused: nothing happened.</summary>
/// <param name="Refusal">Why.</param>
public sealed record Refused(Refusal Refusal) : Verdict;
