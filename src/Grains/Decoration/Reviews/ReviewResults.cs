using System.Collections.Immutable;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Reviews;

/// <summary>A case, as far as it can bear out a forecast.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">The code of its type.</param>
/// <param name="Unit">Its flat, such as <c>7-2-2001</c>.</param>
/// <param name="OpenedAt">When it was opened.</param>
public readonly record struct CaseAtFlat(string Id, string Type, string Unit, DateTimeOffset OpenedAt);

/// <summary>What a review leads to: what is watched, and what of its forecast came true. Pure.</summary>
public static class ReviewResults
{
    private const int MostCases = 20;

    /// <summary>One point for each spot that was found or foreseen; the types are those foreseen there, and any where none was.</summary>
    public static ImmutableArray<WatchPoint> Watch(JointReview review)
    {
        var places = review.Findings.Select(finding => (finding.PlanId, finding.SpotId, finding.Unit, finding.What))
            .Concat(review.Forecast.Select(harm => ((string?)harm.PlanId, (string?)harm.SpotId, (string?)null, harm.Why)))
            .GroupBy(place => (place.Item1, place.Item2, place.Item3));
        return
        [
            .. places.Select((place, index) => new WatchPoint
            {
                Id = $"{review.Opened!.Id}-{index + 1}",
                PlanId = place.Key.Item1,
                SpotId = place.Key.Item2,
                Unit = place.Key.Item3,
                Types = [.. review.Forecast.Where(harm => harm.PlanId == place.Key.Item1 && harm.SpotId == place.Key.Item2).Select(harm => harm.Type).Distinct()],
                Why = place.First().Item4,
            }),
        ];
    }

    /// <summary>What became of what was foreseen: it has come true when a case of its type arose since in a flat of its floor-plan type.</summary>
    /// <param name="review">The review.</param>
    /// <param name="units">The flats of each floor-plan type.</param>
    /// <param name="cases">The estate's cases of decoration, in any order.</param>
    public static ForecastOutcomes Outcomes(JointReview review, IReadOnlyDictionary<string, ImmutableArray<string>> units, IEnumerable<CaseAtFlat> cases)
    {
        List<CaseAtFlat> since = [.. cases.Where(one => one.OpenedAt >= review.OpenedAt).OrderBy(one => one.OpenedAt).ThenBy(one => one.Id, StringComparer.Ordinal)];
        return new ForecastOutcomes(
            [.. review.Forecast.Select(harm => new ForecastOutcome(harm, [.. since.Where(one => Bears(harm, one, units)).Select(one => one.Id).Take(MostCases)]))],
            since.Count(one => !review.Forecast.Any(harm => Bears(harm, one, units))));
    }

    private static bool Bears(ForeseenHarm harm, CaseAtFlat one, IReadOnlyDictionary<string, ImmutableArray<string>> units) =>
        harm.Type == one.Type && units.TryGetValue(harm.PlanId, out var flats) && flats.Contains(one.Unit);
}
