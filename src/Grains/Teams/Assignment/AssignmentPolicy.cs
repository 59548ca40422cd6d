using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment;

/// <summary>
/// Whom to ask for a case. Whoever is off duty, out of reach or was asked before is left out whatever the pack says; the others stand in
/// the order of the pack's ranking rules, equals by name. Pure: the same team and question give the same answer in any order of the team.
/// </summary>
public static class AssignmentPolicy
{
    /// <summary>Ranks a team for a case.</summary>
    /// <param name="team">Its members, in any order, each once.</param>
    /// <param name="question">The case and the instant.</param>
    /// <param name="pack">The pack that the case keeps.</param>
    /// <param name="most">How many of the best are named.</param>
    /// <exception cref="KeyNotFoundException">The pack lacks the type.</exception>
    public static OfferRanking Rank(IEnumerable<Candidate> team, OfferQuestion question, PolicyPack pack, int most = OfferRanking.MostBest)
    {
        var asked = new Dictionary<string, OfferAnswer>(StringComparer.Ordinal);
        foreach (var one in question.Asked)
        {
            asked[one.UserName] = one.Answer;
        }

        var type = pack.Types[question.Type];
        var rules = (pack.Offers ?? OfferRules.ByHand).Ranking.Select(name => RankingRules.ByName[name]).ToArray();
        var points = new long[rules.Length];
        var best = new List<Place>(most);
        var leftOut = new List<LeftOutOfficer>();
        foreach (var candidate in team)
        {
            if (LeftOut(candidate, question.At, asked) is { } why)
            {
                leftOut.Add(new LeftOutOfficer(candidate.UserName, why));
                continue;
            }

            for (var i = 0; i < rules.Length; i++)
            {
                points[i] = rules[i].Points(candidate, question, type);
            }

            if (Array.IndexOf(points, RankingRules.Never) is >= 0 and var rule && rules[rule].Reason(RankingRules.Never, question, type) is { } never)
            {
                leftOut.Add(new LeftOutOfficer(candidate.UserName, never.Code, never.Value));
                continue;
            }

            Keep(best, new Place(candidate.UserName, points, candidate.AtHand), most);
        }

        return new OfferRanking(
            [.. best.Select(place => new RankedOfficer(place.UserName, Reasons(place)))],
            [.. leftOut
                .OrderByDescending(one => asked.GetValueOrDefault(one.UserName, OfferAnswer.Replaced) == OfferAnswer.Waiting)
                .ThenBy(one => one.UserName, StringComparer.Ordinal)
                .Take(OfferRanking.MostLeftOut)]);

        List<RankingReason> Reasons(Place place) =>
            [.. rules.Select((rule, index) => rule.Reason(place.Points[index], question, type)).Append(place.AtHand).OfType<RankingReason>()];
    }

    private static string? LeftOut(Candidate candidate, DateTimeOffset at, Dictionary<string, OfferAnswer> asked) =>
        candidate.OnDutyUntil is not { } until || until <= at ? LeftOutReasons.OffDuty
        : candidate.OutOfReachSince <= at ? LeftOutReasons.OutOfReach
        : !asked.TryGetValue(candidate.UserName, out var answer) ? null
        : answer switch
        {
            OfferAnswer.Declined => LeftOutReasons.Declined,
            OfferAnswer.Silent => LeftOutReasons.DidNotAnswer,
            _ => LeftOutReasons.AskedBefore,
        };

    /// <summary>Puts a place among the best so far, if it belongs there: of a large team most never do, and nothing is kept of them.</summary>
    /// <param name="best">The best first.</param>
    /// <param name="place">Its points are copied, so that the next officer's can be written over them.</param>
    /// <param name="most">How many are kept.</param>
    private static void Keep(List<Place> best, Place place, int most)
    {
        var index = best.Count;
        while (index > 0 && Place.BetterFirst(place, best[index - 1]) < 0)
        {
            index--;
        }

        if (index == most)
        {
            return;
        }

        if (best.Count == most)
        {
            best.RemoveAt(best.Count - 1);
        }

        best.Insert(index, place with { Points = [.. place.Points] });
    }

    /// <summary>An officer with the points of each rule, in the rules' order, and what they are at.</summary>
    private readonly record struct Place(string UserName, long[] Points, RankingReason? AtHand)
    {
        public static int BetterFirst(Place one, Place other)
        {
            for (var i = 0; i < one.Points.Length; i++)
            {
                if (one.Points[i] != other.Points[i])
                {
                    return other.Points[i].CompareTo(one.Points[i]);
                }
            }

            return string.CompareOrdinal(one.UserName, other.UserName);
        }
    }
}

/// <summary>Why an officer is not asked, whatever the pack says.</summary>
public static class LeftOutReasons
{
    /// <summary>Not on duty at that instant.</summary>
    public const string OffDuty = "off-duty";

    /// <summary>Cannot be reached.</summary>
    public const string OutOfReach = "out-of-reach";

    /// <summary>Said no to this case.</summary>
    public const string Declined = "declined";

    /// <summary>Did not answer for this case in time.</summary>
    public const string DidNotAnswer = "did-not-answer";

    /// <summary>Was asked for this case already.</summary>
    public const string AskedBefore = "asked-before";
}
