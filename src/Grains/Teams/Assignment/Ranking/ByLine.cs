using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment.Ranking;

/// <summary>The first line before the second.</summary>
internal sealed class ByLine : IRankingRule
{
    /// <inheritdoc/>
    public string Name => "line";

    /// <inheritdoc/>
    public RankingMark Judge(Candidate candidate, OfferQuestion question, CaseType type) =>
        candidate.Line == 1 ? RankingMark.None : new RankingMark(-candidate.Line, "second-line");
}
