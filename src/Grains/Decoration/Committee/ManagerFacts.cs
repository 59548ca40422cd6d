using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Estates;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>What the competition knows of one property manager in a quarter: each list holds what points are given for, once each.</summary>
public sealed record ManagerFacts
{
    /// <summary>The case's milestone that says that the manager stopped it.</summary>
    public const string StoppedMilestone = "manager-stopped";

    /// <summary>The case's milestone that says that the manager reported it.</summary>
    public const string ReportedMilestone = "manager-reported";

    /// <summary>The firm.</summary>
    public required string Manager { get; init; }

    /// <summary>The ids of the estates that it runs.</summary>
    public required ImmutableArray<string> EstateIds { get; init; }

    /// <summary>Violations that it stopped at once.</summary>
    public required ImmutableArray<CommitteeSource> Stopped { get; init; }

    /// <summary>Violations that it reported in time.</summary>
    public required ImmutableArray<CommitteeSource> Reported { get; init; }

    /// <summary>Rounds that it kept in time.</summary>
    public required ImmutableArray<CommitteeSource> RoundsKept { get; init; }

    /// <summary>Violations in a flat that had one in the same quarter before.</summary>
    public required ImmutableArray<CommitteeSource> RepeatFlats { get; init; }

    /// <summary>Every manager that runs an estate of the street, by name. A firm that runs several is one.</summary>
    public static IReadOnlyList<ManagerFacts> Of(CommitteeFacts facts) =>
    [
        .. facts.Of<EstateDossier>()
            .SelectMany(estate => estate.State.Parties.Where(party => party.Kind == PartyKind.PropertyManager).Select(party => (party.Name, Estate: estate.Dossier.Id)))
            .GroupBy(run => run.Name, run => run.Estate, StringComparer.Ordinal)
            .OrderBy(firm => firm.Key, StringComparer.Ordinal)
            .Select(firm => Of(firm.Key, [.. firm.Distinct(StringComparer.Ordinal)], facts)),
    ];

    private static ManagerFacts Of(string manager, ImmutableArray<string> estateIds, CommitteeFacts facts)
    {
        List<CommitteeCase> violations = [.. facts.Cases.Where(one => one.State.Place.Estate is { } estate && estateIds.Contains(estate) && facts.IsViolation(one))];
        return Of(manager, estateIds, facts, violations, ManagerRounds.Of(estateIds, facts));
    }

    /// <summary>What cases and rounds say together: a case that both tell of counts once.</summary>
    internal static ManagerFacts Of(
        string manager, ImmutableArray<string> estateIds, CommitteeFacts facts, IReadOnlyCollection<CommitteeCase> violations, ManagerRounds rounds)
    {
        return new ManagerFacts
        {
            Manager = manager,
            EstateIds = estateIds,
            Stopped = With(Sources(violations.Where(one => one.State.Milestones.Contains(StoppedMilestone))), rounds.Stopped),
            Reported = With(Sources(violations.Where(one => one.Source == Role.PropertyManager || one.State.Milestones.Contains(ReportedMilestone))), rounds.Reported),
            RoundsKept = rounds.Kept,
            RepeatFlats = Sources(RepeatFlatsIn.Further(violations)),
        };

        static ImmutableArray<CommitteeSource> With(ImmutableArray<CommitteeSource> cases, ImmutableArray<CommitteeSource> further) =>
            [.. cases, .. further.Where(one => !cases.Any(known => (known.Kind, known.Id) == (one.Kind, one.Id)))];

        ImmutableArray<CommitteeSource> Sources(IEnumerable<CommitteeCase> cases) => [.. cases.Select(one => CommitteeSources.Of(one, facts))];
    }
}
