using System.Collections.Immutable;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>The rounds of property managers, as the competition counts them: the one place where they enter it.</summary>
internal static class ManagerRounds
{
    /// <summary>The rounds that managers kept in time in these estates, in the facts' quarter; none where no dossier of rounds is among the facts.</summary>
    /// <param name="estateIds">The manager's estates.</param>
    /// <param name="facts">The facts.</param>
    public static IEnumerable<CommitteeSource> Kept(ImmutableArray<string> estateIds, CommitteeFacts facts) => [];
}
