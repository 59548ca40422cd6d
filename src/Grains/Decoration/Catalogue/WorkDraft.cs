using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Catalogue;

/// <summary>Reads one entry of what owners may want to do.</summary>
internal static class WorkDraft
{
    private static readonly string[] OfApproval = ["office", "within", "documents"];

    /// <summary>The works; null with a fault where they are none at all.</summary>
    public static WorkItem? Read(CheckedJson json, CatalogueNames names, IReadOnlySet<string> inspections)
    {
        if (!json.IsObjectOf(
            "id", "title", "question", "ruling", "answer", "article", "office", "within", "documents", "spot", "type", "inspections", "proposed"))
        {
            return null;
        }

        var ruling = Ruling(json);
        var asks = ruling == WorkRuling.NeedsApproval;
        foreach (var member in OfApproval.Where(member => json.Has(member) && !asks))
        {
            json.Fault(member, $"is for works that need approval; \"ruling\" is not \"{PolicyJson.Kebab(WorkRuling.NeedsApproval)}\"");
        }

        return new WorkItem
        {
            Id = json.Id("id"),
            Title = json.Bilingual("title", CatalogueNames.LongestTitle),
            Question = json.Bilingual("question", CatalogueNames.LongestTitle),
            Ruling = ruling,
            Answer = json.Bilingual("answer", CatalogueNames.LongestSentence),
            Article = json.Bilingual("article", CatalogueNames.LongestTitle),
            Office = asks ? names.Office(json, "office") : null,
            Within = asks ? CatalogueNames.Within(json, "within") : null,
            Documents = asks ? names.Papers(json, "documents") : [],
            Spot = json.Has("spot") ? names.Spot(json, "spot") : null,
            Type = json.Has("type") ? names.Type(json, "type") : null,
            Inspections = json.Has("inspections") ? CatalogueNames.Some(json, "inspections", inspections, "no inspection item of the catalogue") : [],
            Proposed = json.Flag("proposed", otherwise: false),
        };
    }

    private static WorkRuling Ruling(CheckedJson json)
    {
        if (json.Has("ruling"))
        {
            return json.Member("ruling").AsOneOf<WorkRuling>(PolicyJson.Kebab) ?? WorkRuling.Forbidden;
        }

        json.Fault("ruling", "is missing");
        return WorkRuling.Forbidden;
    }
}
