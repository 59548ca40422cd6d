using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment.Ranking;

/// <summary>Those with fewer open cases first.</summary>
internal sealed class ByLoad : IRankingRule
{
    /// <inheritdoc/>
    public string Name => "load";

    /// <inheritdoc/>
    public RankingMark Judge(Candidate candidate, OfferQuestion question, CaseType type) =>
        new(-candidate.OpenCases, "open-cases", Count: candidate.OpenCases);
}
