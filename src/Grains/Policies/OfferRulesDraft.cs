using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Teams.Assignment;

namespace Dispatch.Grains.Policies;

/// <summary>Reads the member <c>offers</c> of a pack.</summary>
internal static class OfferRulesDraft
{
    /// <summary>The member's name.</summary>
    public const string Member = "offers";

    private const int MostRounds = 10;
    private const int UsualRounds = 3;
    private const int MostSkills = 10;
    private const int LongestName = 48;

    /// <summary>The rules; null where the pack has none, or with a fault.</summary>
    public static OfferRules? Read(CheckedJson root, FrozenDictionary<string, CaseType> types)
    {
        if (!root.Has(Member))
        {
            return null;
        }

        var json = root.Member(Member);
        return json.IsObjectOf("automatic", "rounds", "ranking", "skills")
            ? new OfferRules
            {
                Automatic = json.Flag("automatic", otherwise: true),
                Rounds = json.Whole("rounds", 1, MostRounds, UsualRounds),
                Ranking = Ranking(json),
                Skills = Skills(json, types),
            }
            : null;
    }

    private static ImmutableArray<string> Ranking(CheckedJson json)
    {
        var before = json.Faults.Count;
        var ranking = ImmutableArray.CreateBuilder<string>();
        foreach (var item in json.Items("ranking"))
        {
            var name = item.Text(LongestName);
            if (name.Length > 0 && !RankingRules.ByName.ContainsKey(name))
            {
                item.Fault($"unknown ranking rule \"{name}\"; there are {string.Join(", ", RankingRules.ByName.Keys.Order(StringComparer.Ordinal))}");
            }
            else if (ranking.Contains(name))
            {
                item.Fault($"\"{name}\" is given twice");
            }

            ranking.Add(name);
        }

        if (json.Faults.Count == before && ranking.Count == 0)
        {
            json.Fault("ranking", "there must be one rule at least");
        }

        return ranking.DrainToImmutable();
    }

    private static FrozenDictionary<string, ImmutableArray<string>> Skills(CheckedJson json, FrozenDictionary<string, CaseType> types)
    {
        var skills = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (type, _) in json.Entries("skills"))
        {
            var table = json.Member("skills");
            if (!types.ContainsKey(type))
            {
                table.Fault(type, "the pack has no such type");
            }

            var needed = table.Items(type).Select(item => item.Text(LongestName)).ToImmutableArray();
            if (needed.Length is 0 or > MostSkills)
            {
                table.Fault(type, $"a type that needs skills names 1 to {MostSkills} of them");
            }

            skills[type] = needed;
        }

        return skills.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
