using System.Collections.Immutable;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>What patrol rounds say of one manager in the facts' quarter: the one place where rounds enter the competition.</summary>
/// <param name="Stopped">What it stopped on a round: the case that it became, or else the round, once for each item.</param>
/// <param name="Reported">What it reported on a round, likewise.</param>
/// <param name="Kept">Rounds that it walked in time.</param>
public sealed record ManagerRounds(ImmutableArray<CommitteeSource> Stopped, ImmutableArray<CommitteeSource> Reported, ImmutableArray<CommitteeSource> Kept)
{
    private static readonly ManagerRounds None = new([], [], []);

    /// <summary>What the rounds in a manager's estates say; nothing where no dossier of rounds is among the facts.</summary>
    /// <param name="estateIds">The manager's estates.</param>
    /// <param name="facts">The facts.</param>
    public static ManagerRounds Of(ImmutableArray<string> estateIds, CommitteeFacts facts) => None;
}
