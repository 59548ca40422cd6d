using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment;

/// <summary>
/// One reason to ask one officer before another. A pack names the rules that count and their order: a later one decides only between
/// those whom all earlier ones find equal. Pure; found by its type, so a new rule is a new file and nothing else.
/// </summary>
internal interface IRankingRule
{
    /// <summary>Its name in a pack, kebab-case.</summary>
    string Name { get; }

    /// <summary>What it gives an officer for a case: more is better, comparable only within the rule; <see cref="RankingRules.Never"/> for one who is not to be asked.</summary>
    long Points(Candidate candidate, OfferQuestion question, CaseType type);

    /// <summary>What points of this rule mean in words of the wire; null where there is nothing to say. Asked only about those who are named in the answer.</summary>
    RankingReason? Reason(long points, OfferQuestion question, CaseType type);
}
