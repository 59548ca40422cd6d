using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment.Ranking;

/// <summary>
/// Those whose skills name the case's type, then those whose skills name its scene, then those who may do everything; whoever can
/// do other things only is not asked.
/// </summary>
internal sealed class BySkill : IRankingRule
{
    private const long Anything = 0;
    private const long ForScene = 1;
    private const long ForType = 2;

    /// <inheritdoc/>
    public string Name => "skill";

    /// <inheritdoc/>
    public long Points(Candidate candidate, OfferQuestion question, CaseType type) =>
        candidate.Skills.Count == 0 ? Anything
        : candidate.Skills.Contains(type.Code) ? ForType
        : candidate.Skills.Contains(type.Scene) ? ForScene
        : RankingRules.Never;

    /// <inheritdoc/>
    public RankingReason? Reason(long points, OfferQuestion question, CaseType type) => points switch
    {
        ForType => new RankingReason("has-skill", type.Code),
        ForScene => new RankingReason("has-skill", type.Scene),
        RankingRules.Never => new RankingReason("lacks-skill", type.Code),
        _ => null,
    };
}
