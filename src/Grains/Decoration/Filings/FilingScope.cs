using System.Collections.Frozen;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>What may be done in one flat: the catalogue's works, answered by the estate's rulings where those say more. Pure.</summary>
/// <param name="Works">The works, with the answers for this flat.</param>
/// <param name="Offices">The names of offices.</param>
/// <param name="Stages">At which stages each inspection item is looked at.</param>
public sealed record FilingScope(
    IReadOnlyList<WorkItem> Works, IReadOnlyDictionary<string, Text> Offices, FrozenDictionary<string, IReadOnlyList<WorkStage>> Stages)
{
    /// <summary>The item that is looked at in every flat: the filing itself and its agreement.</summary>
    private const string FilingItem = "D1";

    private static readonly Text Unruled = new("本小区规定", "The estate's ruling");

    /// <summary>The scope of a flat.</summary>
    /// <param name="catalogue">The catalogue in force.</param>
    /// <param name="rulings">What the estate ruled on the flat's spots.</param>
    public static FilingScope Of(DecorationCatalogue catalogue, IReadOnlyList<UnitRuling> rulings) => new(
        [.. catalogue.Works.Select(work => Ruled(work, rulings))],
        catalogue.Offices,
        catalogue.Inspections.ToFrozenDictionary(item => item.Id, item => item.Stages, StringComparer.Ordinal));

    /// <summary>The work of an id; null for none.</summary>
    public WorkItem? Find(string id) => Works.FirstOrDefault(work => work.Id == id);

    /// <summary>
    /// What is looked at at a stage of these works: what they name for it, and the filing itself. Nothing at the wet works where all of it
    /// can be seen at the start too.
    /// </summary>
    public IReadOnlyList<string> Items(IEnumerable<WorkItem> works, WorkStage stage)
    {
        List<string> items =
        [
            .. works.SelectMany(work => work.Inspections).Append(FilingItem).Distinct(StringComparer.Ordinal)
                .Where(item => IsSeen(item, stage) || (item == FilingItem && stage != WorkStage.WetWorks)).Order(StringComparer.Ordinal),
        ];
        return stage != WorkStage.WetWorks || items.Exists(item => !IsSeen(item, WorkStage.Start)) ? items : [];
    }

    private bool IsSeen(string item, WorkStage stage) => Stages.TryGetValue(item, out var stages) && stages.Contains(stage);

    // A ruling on a spot is stricter or milder than the general rule only where the law leaves it open: what the law forbids stays forbidden.
    private static WorkItem Ruled(WorkItem work, IReadOnlyList<UnitRuling> rulings) =>
        work.Ruling != WorkRuling.Forbidden && rulings.FirstOrDefault(ruling => ruling.Spot == work.Spot) is { } found
            ? work with { Ruling = Ruling(work, found), Answer = found.Sentence, Article = Unruled }
            : work;

    // Without an office of the catalogue nobody could approve, so what the general rule leaves free is then forbidden or free.
    private static WorkRuling Ruling(WorkItem work, UnitRuling found) =>
        found.Ruling == WorkRuling.NeedsApproval && work.Office is null ? work.Ruling : found.Ruling;
}
