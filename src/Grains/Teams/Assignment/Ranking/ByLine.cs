using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment.Ranking;

/// <summary>The first line before the second.</summary>
internal sealed class ByLine : IRankingRule
{
    /// <inheritdoc/>
    public string Name => "line";

    /// <inheritdoc/>
    public long Points(Candidate candidate, OfferQuestion question, CaseType type) => candidate.Line == 1 ? 0 : -candidate.Line;

    /// <inheritdoc/>
    public RankingReason? Reason(long points, OfferQuestion question, CaseType type) => points == 0 ? null : new RankingReason("second-line");
}
