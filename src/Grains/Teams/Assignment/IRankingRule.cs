using System.Globalization;
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

    /// <summary>What it makes of an officer for a case.</summary>
    RankingMark Judge(Candidate candidate, OfferQuestion question, CaseType type);
}

/// <summary>What a rule makes of an officer.</summary>
/// <param name="Points">More is better; comparable only within one rule.</param>
/// <param name="Code">What the board shows of it; null where there is nothing to say.</param>
/// <param name="Value">What the code speaks of.</param>
/// <param name="Count">The same as a number, which is written only for those who are named in the answer.</param>
/// <param name="LeavesOut">The officer is not asked at all, for that reason.</param>
internal readonly record struct RankingMark(long Points, string? Code, string? Value = null, long? Count = null, bool LeavesOut = false)
{
    /// <summary>The rule has nothing to say.</summary>
    public static RankingMark None => default;

    /// <summary>The reason in words of the wire; null where there is nothing to say.</summary>
    public RankingReason? Reason => Code is null ? null : new RankingReason(Code, Value ?? Count?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The officer is not asked.</summary>
    public static RankingMark Never(string code, string? value = null) => new(long.MinValue, code, value, LeavesOut: true);
}
