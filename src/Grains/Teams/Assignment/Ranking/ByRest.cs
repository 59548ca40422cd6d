using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment.Ranking;

/// <summary>Those whose last case is longest past first, so that work goes round.</summary>
internal sealed class ByRest : IRankingRule
{
    private const long NoCaseYet = long.MaxValue;

    /// <inheritdoc/>
    public string Name => "rest";

    /// <inheritdoc/>
    public long Points(Candidate candidate, OfferQuestion question, CaseType type) => Later(candidate.LastAssignedAt, candidate.LastEndedAt) is { } last
        ? Math.Max(0, (long)(question.At - last).TotalMinutes)
        : NoCaseYet;

    /// <inheritdoc/>
    public RankingReason? Reason(long points, OfferQuestion question, CaseType type) =>
        points == NoCaseYet ? new RankingReason("no-case-yet") : RankingRules.Counted("rested", points);

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;
}
