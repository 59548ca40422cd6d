using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Rounds;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>What patrol rounds say of one manager in the facts' quarter: the one place where rounds enter the competition.</summary>
/// <param name="Stopped">What it stopped in time on a round: the case that it became, or else the round, once for each item.</param>
/// <param name="Reported">What it reported in time on a round, likewise.</param>
/// <param name="Kept">Rounds that it walked in time.</param>
public sealed record ManagerRounds(ImmutableArray<CommitteeSource> Stopped, ImmutableArray<CommitteeSource> Reported, ImmutableArray<CommitteeSource> Kept)
{
    /// <summary>What the rounds in a manager's estates say.</summary>
    /// <param name="estateIds">The manager's estates.</param>
    /// <param name="facts">The facts.</param>
    public static ManagerRounds Of(ImmutableArray<string> estateIds, CommitteeFacts facts)
    {
        List<(CommitteeDossier Dossier, Round State)> rounds = [.. facts.Of<Round>().Where(round => estateIds.Contains(round.State.Drawn!.EstateId))];
        return new ManagerRounds(
            Items(item => item.StoppedAt, RoundClocks.Stop),
            Items(item => item.ReportedAt, RoundClocks.Report),
            [
                .. from round in rounds
                   where round.Dossier.Events.Any(happened => happened.Event is RoundWalked && facts.Month.QuarterHolds(happened.At)) && Met(round.State, RoundClocks.Walk)
                   select CommitteeSources.Of(round.Dossier, facts),
            ]);

        ImmutableArray<CommitteeSource> Items(Func<RoundItem, DateTimeOffset?> done, Func<string, string> clock) =>
        [
            .. from round in rounds
               from item in round.State.Items
               where done(item) is { } at && facts.Month.QuarterHolds(at) && Met(round.State, clock(item.Id))
               select facts.Cases.FirstOrDefault(one => one.Facts.Id == item.CaseId) is { } known
                   ? CommitteeSources.Of(known, facts)
                   : CommitteeSources.Of(round.Dossier, facts),
        ];
    }

    private static bool Met(Round round, string clock) => round.Clock(clock)?.State == ClockState.Met;
}
