using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Decoration.Mediations;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>Mediations of the month, and all of them with the pack's starting figure.</summary>
internal static class MediationsSection
{
    private static readonly Text Title = new("纠纷调解", "Mediations");
    private static readonly Text Note = new(
        "“此前”为策略包所载的起始数；示例中为公开报道的数字，不由本系统统计。",
        "\"Earlier\" is the pack's starting figure; in the sample it is that of a news report, not counted by this system.");

    private static readonly Text Opened = new("本月受理", "Opened this month");
    private static readonly Text Agreed = new("本月达成协议", "Agreed this month");
    private static readonly Text Kept = new("本月回访已履行", "Kept, as the call this month found");
    private static readonly Text Ever = new("累计受理", "Opened since the start");

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        return new CommitteeSection("mediations", Title, Note,
        [
            CommitteeSources.Line("opened", Opened, Where(happened => happened.Event is MediationOpened && facts.Month.Holds(happened.At))),
            CommitteeSources.Line("agreed", Agreed, Where(happened => happened.Event is MediationHeld { Agreement: not null } && facts.Month.Holds(happened.At))),
            CommitteeSources.Line("kept", Kept, Where(happened => happened.Event is MediationFollowedUp { Kept: true } && facts.Month.Holds(happened.At))),
            CommitteeSources.Line("since-start", Ever, Where(happened => happened.Event is MediationOpened), earlier: facts.Number(DecorationNumbers.MediationsBefore)),
        ]);

        IEnumerable<CommitteeSource> Where(Func<Happened, bool> counts) =>
            from mediation in facts.Of<Mediation>()
            from happened in mediation.Dossier.Events
            where counts(happened)
            select CommitteeSources.Of(mediation.Dossier, Text.Same(mediation.State.Opened!.Matter), $"/mediations/{mediation.Dossier.Id}");
    }
}
