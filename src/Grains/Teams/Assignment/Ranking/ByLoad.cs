using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment.Ranking;

/// <summary>Those with fewer open cases first.</summary>
internal sealed class ByLoad : IRankingRule
{
    /// <inheritdoc/>
    public string Name => "load";

    /// <inheritdoc/>
    public long Points(Candidate candidate, OfferQuestion question, CaseType type) => -candidate.OpenCases;

    /// <inheritdoc/>
    public RankingReason? Reason(long points, OfferQuestion question, CaseType type) => RankingRules.Counted("open-cases", -points);
}
