using System.Collections.Frozen;
using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Catalogue;

/// <summary>
/// Reads the member <c>catalogue</c> of a pack. How many inspection and punishment items the office means to have stands in it, too:
/// a list that lost a line is refused rather than served.
/// </summary>
internal static class CatalogueDraft
{
    /// <summary>The member's name.</summary>
    public const string Member = "catalogue";

    private const int MostItems = 200;
    private const int LongestList = 10_000;
    private const int LongestNotice = 1_000;

    /// <summary>The catalogue; null where the pack has none, or with a fault.</summary>
    /// <param name="root">The pack.</param>
    /// <param name="policy">Its id and version.</param>
    /// <param name="types">Its types.</param>
    /// <param name="departments">Its departments.</param>
    public static CatalogueRules? Read(
        CheckedJson root, PolicyName policy, FrozenDictionary<string, CaseType> types, FrozenDictionary<string, Text> departments)
    {
        if (!root.Has(Member) || root.Member(Member) is var json
            && !json.IsObjectOf("expect", "notice", "oneThing", "offices", "spots", "papers", "filing", "inspections", "punishments", "works"))
        {
            return null;
        }

        var before = root.Faults.Count;
        var offices = Offices(json, departments, types);
        var spots = Names(json, "spots");
        var papers = Names(json, "papers");
        var names = new CatalogueNames(Ids(types.Keys), Ids(offices.Keys), Ids(spots.Keys), Ids(papers.Keys));
        var inspections = Items(json, "inspections", item => InspectionDraft.Read(item, names), item => item.Id);
        var punishments = Items(json, "punishments", item => PunishmentDraft.Read(item, names), item => item.Id);
        var checks = Ids(inspections.Select(item => item.Id));
        var works = Items(json, "works", item => WorkDraft.Read(item, names, checks), item => item.Id);
        Expect(json, inspections.Count, punishments.Count);
        var view = new DecorationCatalogue
        {
            Policy = policy,
            Notice = json.Bilingual("notice", LongestNotice),
            OneThing = OneThing(json),
            Offices = offices,
            Spots = spots,
            Papers = papers,
            Inspections = inspections,
            Punishments = punishments,
            Works = works,
            Types = [.. types.Values.OrderBy(type => type.Code, StringComparer.Ordinal).Select(type => Concerned(type, inspections, punishments))],
            Services = ServiceList.Of(Filing(json, names), works, types.Values),
        };
        return root.Faults.Count == before ? new CatalogueRules(view) : null;
    }

    private static Dictionary<string, Text> Offices(
        CheckedJson json, FrozenDictionary<string, Text> departments, FrozenDictionary<string, CaseType> types)
    {
        var offices = new Dictionary<string, Text>(departments, StringComparer.Ordinal);
        foreach (var (id, name) in Names(json, "offices"))
        {
            if (!offices.TryAdd(id, name))
            {
                json.Fault("offices", $"\"{id}\" is a department of the pack already");
            }
        }

        foreach (var lead in types.Values.SelectMany(type => type.Lead).Distinct(StringComparer.Ordinal).Where(lead => !offices.ContainsKey(lead)))
        {
            json.Fault("offices", $"\"{lead}\", who leads types of the pack, has no name here");
        }

        return offices;
    }

    private static HashSet<string> Ids(IEnumerable<string> ids) => ids.ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, Text> Names(CheckedJson json, string member)
    {
        var names = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var (id, name) in json.Entries(member))
        {
            if (!CheckedJson.KebabCase().IsMatch(id))
            {
                name.Fault("an id is kebab-case");
            }

            if (name.IsObjectOf("zh", "en"))
            {
                names[id] = new Text(name.Text("zh", CatalogueNames.LongestTitle), name.Text("en", CatalogueNames.LongestTitle));
            }
        }

        return names;
    }

    private static List<T> Items<T>(CheckedJson json, string member, Func<CheckedJson, T?> read, Func<T, string> idOf)
        where T : class
    {
        var items = new List<T>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in json.Items(member))
        {
            if (read(line) is not { } item)
            {
                continue;
            }

            if (!ids.Add(idOf(item)))
            {
                line.Fault("id", $"\"{idOf(item)}\" is given twice");
            }

            items.Add(item);
        }

        if (items.Count is 0 or > MostItems)
        {
            json.Fault(member, $"there must be 1 to {MostItems}");
        }

        return items;
    }

    private static void Expect(CheckedJson json, int inspections, int punishments)
    {
        if (!json.Has("expect"))
        {
            json.Fault("expect", "is missing: how many inspection and punishment items there are meant to be");
            return;
        }

        var expect = json.Member("expect");
        if (expect.IsObjectOf("inspections", "punishments"))
        {
            Compare(expect, "inspections", inspections);
            Compare(expect, "punishments", punishments);
        }
    }

    private static void Compare(CheckedJson expect, string member, int found)
    {
        if (!expect.Has(member))
        {
            expect.Fault(member, "is missing");
        }
        else if (expect.Whole(member, 1, MostItems, found) is var expected && expected != found)
        {
            expect.Fault(member, $"{expected} {member} are expected, and the catalogue lists {found}");
        }
    }

    private static OneThing OneThing(CheckedJson json)
    {
        if (!json.Has("oneThing"))
        {
            json.Fault("oneThing", "is missing");
        }
        else if (json.Member("oneThing") is var frame && frame.IsObjectOf("list", "item"))
        {
            if (!frame.Has("list"))
            {
                frame.Fault("list", "is missing: how many entries the list has");
            }

            return new OneThing(frame.Whole("list", 1, LongestList, 1), frame.Bilingual("item", CatalogueNames.LongestTitle));
        }

        return new OneThing(1, Text.Same(""));
    }

    private static ServiceItem? Filing(CheckedJson json, CatalogueNames names)
    {
        if (!json.Has("filing") || json.Member("filing") is var filing && !filing.IsObjectOf("title", "office", "within", "documents", "article"))
        {
            return null;
        }

        return new ServiceItem(
            ServiceKind.Filing,
            ServiceList.Filing,
            filing.Bilingual("title", CatalogueNames.LongestTitle),
            names.Office(filing, "office"),
            CatalogueNames.Within(filing, "within"),
            names.Papers(filing, "documents"),
            filing.Bilingual("article", CatalogueNames.LongestTitle));
    }

    private static ConcernedType Concerned(CaseType type, List<InspectionItem> inspections, List<PunishmentItem> punishments) => new(
        type.Code,
        type.Title,
        type.Scene,
        [.. inspections.Where(item => item.Types.Contains(type.Code)).Select(item => item.Id)],
        [.. punishments.Where(item => item.Types.Contains(type.Code)).Select(item => item.Id)]);
}
