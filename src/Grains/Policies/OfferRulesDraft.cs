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
    private const int LongestName = 48;

    /// <summary>The rules; null where the pack has none, or with a fault.</summary>
    public static OfferRules? Read(CheckedJson root)
    {
        if (!root.Has(Member))
        {
            return null;
        }

        var json = root.Member(Member);
        return json.IsObjectOf("automatic", "rounds", "ranking")
            ? new OfferRules
            {
                Automatic = json.Flag("automatic", otherwise: true),
                Rounds = json.Whole("rounds", 1, MostRounds, UsualRounds),
                Ranking = Ranking(json),
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
}
