using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment.Ranking;

/// <summary>
/// Those whose skills name the case's type, then those whose skills name its scene, then those who may do everything; whoever can
/// do other things only is not asked.
/// </summary>
internal sealed class BySkill : IRankingRule
{
    /// <inheritdoc/>
    public string Name => "skill";

    /// <inheritdoc/>
    public RankingMark Judge(Candidate candidate, OfferQuestion question, CaseType type) =>
        candidate.Skills.Count == 0 ? RankingMark.None
        : candidate.Skills.Contains(type.Code) ? new RankingMark(2, "has-skill", type.Code)
        : candidate.Skills.Contains(type.Scene) ? new RankingMark(1, "has-skill", type.Scene)
        : RankingMark.Never("lacks-skill", type.Code);
}
