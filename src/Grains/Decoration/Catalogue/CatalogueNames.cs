using System.Text.RegularExpressions;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Catalogue;

/// <summary>What the items of a catalogue may refer to. A reference to anything else is a fault.</summary>
internal sealed partial record CatalogueNames(
    IReadOnlySet<string> Types, IReadOnlySet<string> Offices, IReadOnlySet<string> Spots, IReadOnlySet<string> AllPapers)
{
    /// <summary>The longest name or article, in characters of one language.</summary>
    public const int LongestTitle = 160;

    /// <summary>The longest sentence, in characters of one language.</summary>
    public const int LongestSentence = 400;

    private const int LongestId = 64;

    /// <summary>The id of an inspection or punishment item: letters, then digits.</summary>
    public static string ItemId(CheckedJson json) => json.Id("id", ItemIds());

    /// <summary>A party that is there; a stand-in with a fault.</summary>
    public string Office(CheckedJson json, string member) => One(json, member, Offices, "neither a department of the pack nor an office of the catalogue");

    /// <summary>A kind of spot that is there; a stand-in with a fault.</summary>
    public string Spot(CheckedJson json, string member) => One(json, member, Spots, "no kind of spot of the catalogue");

    /// <summary>A type that is there; a stand-in with a fault.</summary>
    public string Type(CheckedJson json, string member) => One(json, member, Types, "no type of the pack");

    /// <summary>Parties, one at least.</summary>
    public IReadOnlyList<string> SomeOffices(CheckedJson json, string member) =>
        Some(json, member, Offices, "neither a department of the pack nor an office of the catalogue");

    /// <summary>Papers, one at least.</summary>
    public IReadOnlyList<string> Papers(CheckedJson json, string member) => Some(json, member, AllPapers, "no paper of the catalogue");

    /// <summary>Types, one at least.</summary>
    public IReadOnlyList<string> SomeTypes(CheckedJson json, string member) => Some(json, member, Types, "no type of the pack");

    /// <summary>A list of references without repeats, one at least.</summary>
    public static IReadOnlyList<string> Some(CheckedJson json, string member, IReadOnlySet<string> known, string unless)
    {
        var found = new List<string>();
        foreach (var item in json.Items(member))
        {
            var id = item.Text(LongestId);
            if (id.Length > 0 && !known.Contains(id))
            {
                item.Fault($"\"{id}\" is {unless}");
            }
            else if (found.Contains(id))
            {
                item.Fault($"\"{id}\" is given twice");
            }

            found.Add(id);
        }

        if (found.Count == 0)
        {
            json.Fault(member, "there must be one at least");
        }

        return found;
    }

    /// <summary>A time as packs write it; null with a fault.</summary>
    public static string? Within(CheckedJson json, string member)
    {
        if (!json.Has(member))
        {
            json.Fault(member, "is missing");
            return null;
        }

        return json.Member(member).AsBudget()?.ToString();
    }

    private static string One(CheckedJson json, string member, IReadOnlySet<string> known, string unless)
    {
        var id = json.Text(member, LongestId);
        if (id.Length > 0 && !known.Contains(id))
        {
            json.Fault(member, $"\"{id}\" is {unless}");
        }

        return id;
    }

    [GeneratedRegex("^[A-Z]{1,3}[0-9]{1,3}$")]
    private static partial Regex ItemIds();
}
