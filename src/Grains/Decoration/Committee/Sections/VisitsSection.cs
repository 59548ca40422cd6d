using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Rounds;
using Dispatch.Grains.Decoration.Visits;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>Rounds and visits of the month, and how many visits the departments did not have to make one by one.</summary>
internal static class VisitsSection
{
    private static readonly Text Title = new("巡查与综合查一次", "Rounds and visits");
    private static readonly Text Note = new(
        "减少的上门次数：各部门逐项检查所需次数减去实际一次。", "Visits avoided: as many as the checks of a visit would have been one by one, less the one that was made.");

    private static readonly Text Walked = new("本月完成巡查", "Rounds walked");
    private static readonly Text Missed = new("本月巡查超时", "Rounds missed");
    private static readonly Text Held = new("本月联合检查", "Visits of several departments");
    private static readonly Text Avoided = new("减少上门次数", "Visits avoided");

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        return new CommitteeSection("visits", Title, Note,
        [
            CommitteeSources.Line("rounds-walked", Walked, Where<Round>(happened => happened.Event is RoundWalked, static _ => 1)),
            CommitteeSources.Line("rounds-missed", Missed, Where<Round>(happened => happened.Event is Clocks.DeadlineMissed { Clock: RoundClocks.Walk }, static _ => 1)),
            CommitteeSources.Line("visits-held", Held, Where<Visit>(happened => happened.Event is VisitHeld, static _ => 1)),
            CommitteeSources.Line("visits-avoided", Avoided, Where<Visit>(happened => happened.Event is VisitHeld, happened => ((VisitHeld)happened.Event).Avoided)),
        ]);

        IEnumerable<CommitteeSource> Where<TDossier>(Func<Clocks.Happened, bool> counts, Func<Clocks.Happened, int> times) where TDossier : Dossiers.Dossier =>
            from dossier in facts.Of<TDossier>()
            from happened in dossier.Dossier.Events
            where counts(happened) && facts.Month.Holds(happened.At)
            from source in Enumerable.Repeat(CommitteeSources.Of(dossier.Dossier, facts), times(happened))
            select source;
    }
}
