using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Committee.Sections;

/// <summary>Supervision cards that stand on the cases of the month, units and persons alike.</summary>
internal static class CardsSection
{
    private static readonly Text Title = new("督办牌", "Supervision cards");
    private static readonly Text Note = new("本月上报案件上仍然有效的牌；一案多牌分别计数。", "Cards that stand on cases reported this month; a case with two counts twice.");
    private static readonly Text Yellow = new("黄牌", "Yellow");
    private static readonly Text Red = new("红牌", "Red");

    public static CommitteeSection Of(CommitteeFacts facts)
    {
        return new CommitteeSection("cards", Title, Note, [Line("yellow", Yellow, CardColour.Yellow), Line("red", Red, CardColour.Red)]);

        CommitteeLine Line(string id, Text title, CardColour colour) => CommitteeSources.Line(id, title,
            from one in facts.OfMonth
            from card in one.State.Cards
            where card.Colour == colour && card.State == CardState.Standing
            select CommitteeSources.Of(one, facts));
    }
}
