using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>The property managers' competition of a quarter: points for facts, and nothing else. Pure.</summary>
public static class CompetitionTable
{
    private static readonly Text Note = new(
        "积分由系统从案件和巡查记录计算，分值为本项目建议值（策略包可改）；每一分都可打开对应案件。",
        "The points are computed from cases and rounds; how many each is worth is proposed by this project and stands in the policy pack. Every point opens its cases.");

    private static readonly Text Stopped = new("当场制止", "Stopped at once");
    private static readonly Text Reported = new("及时上报", "Reported in time");
    private static readonly Text Rounds = new("按时巡查", "Rounds kept");
    private static readonly Text Repeats = new("同户再次违规", "Flats with a further violation");

    /// <summary>The table of the facts' quarter.</summary>
    public static Competition Of(CommitteeFacts facts) => Of(facts, ManagerFacts.Of(facts));

    /// <summary>The table of what is known of each manager.</summary>
    /// <param name="facts">Have the points and the quarter.</param>
    /// <param name="managers">Each once.</param>
    public static Competition Of(CommitteeFacts facts, IReadOnlyList<ManagerFacts> managers) => new(
        facts.Month.Quarter,
        Note,
        [.. managers.Select(manager => Row(manager, facts)).OrderByDescending(row => row.Points).ThenBy(row => row.Manager, StringComparer.Ordinal)]);

    private static CompetitionRow Row(ManagerFacts manager, CommitteeFacts facts)
    {
        ImmutableArray<CompetitionItem> items =
        [
            Item("stopped", Stopped, manager.Stopped, facts.Number(DecorationNumbers.PointsStopped)),
            Item("reported", Reported, manager.Reported, facts.Number(DecorationNumbers.PointsReported)),
            Item("rounds-kept", Rounds, manager.RoundsKept, facts.Number(DecorationNumbers.PointsRoundKept)),
            Item("repeat-flats", Repeats, manager.RepeatFlats, -facts.Number(DecorationNumbers.PointsOffRepeatFlat)),
        ];
        return new CompetitionRow(manager.Manager, [.. manager.EstateIds.Select(id => CommitteeSources.Estate(id, facts))], items.Sum(item => item.Points), items);
    }

    private static CompetitionItem Item(string id, Text title, ImmutableArray<CommitteeSource> behind, int each) =>
        new(each, each * behind.Length, CommitteeSources.Line(id, title, behind));
}
