using Dispatch.Contracts;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Teams.Assignment.Ranking;

/// <summary>Those whose last case is longest past first, so that work goes round.</summary>
internal sealed class ByRest : IRankingRule
{
    /// <inheritdoc/>
    public string Name => "rest";

    /// <inheritdoc/>
    public RankingMark Judge(Candidate candidate, OfferQuestion question, CaseType type)
    {
        if (Later(candidate.LastAssignedAt, candidate.LastEndedAt) is not { } last)
        {
            return new RankingMark(long.MaxValue, "no-case-yet");
        }

        var minutes = Math.Max(0, (long)(question.At - last).TotalMinutes);
        return new RankingMark(minutes, "rested", Count: minutes);
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;
}
