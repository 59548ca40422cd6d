using Dispatch.Contracts;
using Dispatch.Grains.Grids;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment.Ranking;

/// <summary>
/// Those who are at work in the case's community first, then those who are nearer. Distances count in wide steps: the reason is kept in
/// the case's history for good, and where exactly somebody was is not.
/// </summary>
internal sealed class ByArea : IRankingRule
{
    private static readonly int[] StepsKm = [1, 2, 5, 10];
    private static readonly long WorksThere = StepsKm.Length + 1;

    /// <inheritdoc/>
    public string Name => "area";

    /// <inheritdoc/>
    public long Points(Candidate candidate, OfferQuestion question, CaseType type)
    {
        var place = question.Place;
        if (candidate.WorksIn.Contains(place.CommunityId))
        {
            return WorksThere;
        }

        if (candidate.Position is not { } position || place is not { Lat: { } lat, Lon: { } lon })
        {
            return 0;
        }

        var metres = Duplicates.Metres(position.Lat, position.Lon, lat, lon);
        for (var step = 0; step < StepsKm.Length; step++)
        {
            if (metres <= StepsKm[step] * 1_000)
            {
                return StepsKm.Length - step;
            }
        }

        return 0;
    }

    /// <inheritdoc/>
    public RankingReason? Reason(long points, OfferQuestion question, CaseType type) =>
        points == 0 ? null
        : points == WorksThere ? new RankingReason("works-there", question.Place.CommunityId)
        : RankingRules.Counted("near", StepsKm[StepsKm.Length - points]);
}
