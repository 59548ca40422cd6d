using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;

namespace Dispatch.Grains.Cases;

/// <summary>
/// 吹哨 scored from a case's events: each whistle for the street and each call of a department. A whistle that follows another to the
/// same party is one of its own.
/// </summary>
public static class WhistleScores
{
    /// <summary>Whether an event of this name tells anything of a score; the others need not be read.</summary>
    public static bool Tells(string eventName) => eventName
        is nameof(Whistled) or nameof(TakenBack) or nameof(Arrived) or nameof(Closed) or nameof(Reopened) or nameof(DeadlineMissed)
        or nameof(DepartmentsCalled) or nameof(DepartmentReportedIn) or nameof(DepartmentAnswered) or nameof(AssistsEnded);

    /// <summary>Every whistle of a case, in order.</summary>
    /// <param name="street">The case's street.</param>
    /// <param name="events">The case's events in order, at least those that <see cref="Tells"/>.</param>
    public static IReadOnlyList<WhistleScore> Of(Scope street, IEnumerable<Happened> events)
    {
        var scores = new List<WhistleScore>();
        foreach (var happened in events)
        {
            Take(scores, street, happened);
        }

        return scores;
    }

    private static void Take(List<WhistleScore> scores, Scope street, Happened happened)
    {
        var at = happened.OccurredAt ?? happened.At;
        switch (happened.Event)
        {
            case Whistled whistled:
                scores.Add(new WhistleScore { To = street, At = at, Automatic = whistled.Automatic, Ground = whistled.Ground });
                break;
            case DepartmentsCalled called:
                scores.AddRange(called.Departments.Select(id => new WhistleScore { To = Scope.Department(id), At = at, Automatic = false, Ground = called.Ground }));
                break;
            case TakenBack:
                Change(scores, street, score => score.ReportedInAt is null ? score with { TakenBack = true, InTime = null } : score);
                break;
            case DeadlineMissed missed when CalledBy(missed.Clock, street) is { } late:
                Change(scores, late, score => score is { ReportedInAt: null } or { Solved: null, To.Kind: ScopeKind.Department } ? score with { InTime = false } : score);
                break;
            case Arrived:
                Change(scores, street, score => ReportedIn(score, at));
                break;
            case DepartmentReportedIn reported:
                Change(scores, Scope.Department(reported.Department), score => ReportedIn(score, at));
                break;
            case DepartmentAnswered answered:
                Change(scores, Scope.Department(answered.Department), score => score with { Solved = answered.Solved });
                break;
            case AssistsEnded ended:
                foreach (var department in ended.Departments)
                {
                    Change(scores, Scope.Department(department), score => score with { Solved = false, InTime = score.InTime ?? false });
                }

                break;
            case Closed:
                Change(scores, street, score => score.TakenBack ? score : score with { Solved = score.ReportedInAt is not null });
                break;
            case Reopened:
                Change(scores, street, score => score.TakenBack ? score : score with { Solved = null });
                break;
        }
    }

    private static WhistleScore ReportedIn(WhistleScore score, DateTimeOffset at) =>
        score.ReportedInAt is null ? score with { ReportedInAt = at, InTime = score.InTime ?? true } : score;

    /// <summary>Whose time ran out with a clock; null where it is not a called party's. An offer that nobody took is the street's own affair.</summary>
    private static Scope? CalledBy(string clock, Scope street) =>
        clock is ClockNames.Assign or ClockNames.Arrive ? street
        : (SideClocks.ReportInOf(clock) ?? SideClocks.AnswerOf(clock)) is { } department ? Scope.Department(department)
        : null;

    /// <summary>Changes the party's latest score; none where it was never whistled.</summary>
    private static void Change(List<WhistleScore> scores, Scope to, Func<WhistleScore, WhistleScore> change)
    {
        if (scores.FindLastIndex(score => score.To == to) is >= 0 and var last)
        {
            scores[last] = change(scores[last]);
        }
    }
}
