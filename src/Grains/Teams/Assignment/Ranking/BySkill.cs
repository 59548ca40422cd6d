using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment.Ranking;

/// <summary>Only those who have every skill that the pack asks for in a case of this type.</summary>
internal sealed class BySkill : IRankingRule
{
    /// <inheritdoc/>
    public string Name => "skill";

    /// <inheritdoc/>
    public RankingMark Judge(Candidate candidate, OfferQuestion question, OfferRules rules)
    {
        if (!rules.Skills.TryGetValue(question.Type, out var needed))
        {
            return RankingMark.None;
        }

        foreach (var skill in needed)
        {
            if (!candidate.Skills.Contains(skill))
            {
                return RankingMark.Never("lacks-skill", skill);
            }
        }

        return new RankingMark(1, new RankingReason("has-skill", string.Join(',', needed)));
    }
}
