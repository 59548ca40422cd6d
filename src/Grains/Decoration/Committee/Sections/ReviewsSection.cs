using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Estates;
using Dispatch.Grains.Decoration.Reviews;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>Joint reviews before hand-over: those finished, and whether the estates that were handed over had one by then.</summary>
internal static class ReviewsSection
{
    private static readonly Text Title = new("交付前联合会审", "Joint reviews before hand-over");
    private static readonly Text Note = new(
        "“此前”为策略包所载的起始数；示例中为公开报道的数字，不由本系统统计。",
        "\"Earlier\" is the pack's starting figure; in the sample it is that of a news report, not counted by this system.");

    private static readonly Text Finished = new("本月完成会审", "Finished this month");
    private static readonly Text Ever = new("累计完成会审", "Finished since the start");
    private static readonly Text Before = new("本月交付小区中已会审", "Handed over this month after a review");
    private static readonly Text Without = new("未会审即交付", "Handed over without one");

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        List<(CommitteeDossier Dossier, JointReview Review, DateTimeOffset At)> finished =
        [
            .. from review in facts.Of<JointReview>()
               from happened in review.Dossier.Events
               where happened.Event is ReviewFinished
               select (review.Dossier, review.State, happened.At),
        ];
        List<EstateDossier> handedOver =
        [
            .. facts.Of<EstateDossier>().Select(estate => estate.State)
                .Where(estate => estate.HandOverOn is { } on && facts.Month.Holds(on) && DecorationDays.Ends(on, facts.Month.Zone) < facts.AsOf),
        ];
        var reviewed = handedOver.ToLookup(estate => finished.Exists(one =>
            one.Review.Opened!.EstateId == estate.Ground!.Id && one.At <= DecorationDays.Ends(estate.HandOverOn!.Value, facts.Month.Zone)));
        return new CommitteeSection("reviews", Title, Note,
        [
            CommitteeSources.Line("finished", Finished, finished.Where(one => facts.Month.Holds(one.At)).Select(one => Source(one.Dossier, one.Review, facts))),
            CommitteeSources.Line("since-start", Ever, finished.Select(one => Source(one.Dossier, one.Review, facts)), earlier: facts.Number(DecorationNumbers.ReviewsBefore)),
            CommitteeSources.Line("handed-over-reviewed", Before, reviewed[true].Select(Estate), handedOver.Count),
            CommitteeSources.Line("handed-over-without", Without, reviewed[false].Select(Estate)),
        ]);

        CommitteeSource Estate(EstateDossier estate) => CommitteeSources.Estate(estate.Ground!.Id, facts);
    }

    private static CommitteeSource Source(CommitteeDossier dossier, JointReview review, CommitteeFacts facts) =>
        CommitteeSources.Of(dossier, CommitteeSources.Estate(review.Opened!.EstateId, facts).Label, $"/reviews/{dossier.Id}");
}
