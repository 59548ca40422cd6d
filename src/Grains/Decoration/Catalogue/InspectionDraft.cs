using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Catalogue;

/// <summary>Reads one inspection item of a catalogue.</summary>
internal static class InspectionDraft
{
    /// <summary>The item; null with a fault where it is none at all.</summary>
    public static InspectionItem? Read(CheckedJson json, CatalogueNames names) =>
        !json.IsObjectOf("id", "title", "article", "look", "stages", "by", "evidence", "types", "proposed") ? null : new InspectionItem
        {
            Id = CatalogueNames.ItemId(json),
            Title = json.Bilingual("title", CatalogueNames.LongestTitle),
            Article = json.Bilingual("article", CatalogueNames.LongestTitle),
            Look = json.Bilingual("look", CatalogueNames.LongestSentence),
            Stages = Stages(json),
            By = names.SomeOffices(json, "by"),
            Evidence = names.Papers(json, "evidence"),
            Types = names.SomeTypes(json, "types"),
            Proposed = json.Flag("proposed", otherwise: false),
        };

    private static List<WorkStage> Stages(CheckedJson json)
    {
        var stages = new List<WorkStage>();
        foreach (var item in json.Items("stages"))
        {
            if (item.AsOneOf<WorkStage>(PolicyJson.Kebab) is { } stage)
            {
                stages.Add(stage);
            }
        }

        if (stages.Count == 0 || stages.Distinct().Count() < stages.Count)
        {
            json.Fault("stages", "there must be one at least, and none twice");
        }

        return stages;
    }
}
