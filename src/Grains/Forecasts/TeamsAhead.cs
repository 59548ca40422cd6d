using System.Collections.Concurrent;
using Dispatch.Contracts;
using Dispatch.Grains.Cases;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Teams;
using Dispatch.Grains.Teams.Assignment;

namespace Dispatch.Grains.Forecasts;

/// <summary>
/// Whom the teams would ask at an instant ahead, if the offers of other cases change nothing until then. Who exactly is asked depends on
/// those offers and so may be another; whether anybody can be asked does not, unless duties end between two rounds.
/// </summary>
/// <param name="teams">By street; null for a team without a roster.</param>
public sealed class TeamsAhead(IReadOnlyDictionary<string, TeamAhead?> teams)
{
    private readonly Dictionary<string, Street> _streets = teams
        .Where(entry => entry.Value is not null)
        .ToDictionary(entry => entry.Key, entry => new Street(entry.Value!), StringComparer.Ordinal);

    /// <summary>
    /// The ranking where a deadline may come to an offer; null where it cannot, and where nobody knows who is on duty. Most marks that
    /// may come to one do not, so a team is ranked when a rule wants to know.
    /// </summary>
    /// <param name="case">The case.</param>
    /// <param name="at">When the deadline fires.</param>
    /// <param name="pack">The pack that the case keeps.</param>
    public Lazy<OfferRanking>? Rank(Case @case, DateTimeOffset at, PolicyPack pack) =>
        _streets.TryGetValue(@case.Place.StreetId, out var street) && OfferQuestions.For(@case, command: null, at, pack) is { } question
            ? new(() => AssignmentPolicy.Rank(street.Team(question), question, pack, MostAsked(question)), isThreadSafe: false)
            : null;

    /// <summary>One firing asks twice at most: in place of those who have gone, and for a new round.</summary>
    private static int MostAsked(OfferQuestion question) => Math.Min(2 * question.Wanted, OfferRanking.MostBest);

    /// <summary>Between two changes of duty the candidates are the same: they are made once, for any number of cases and threads.</summary>
    private sealed class Street(TeamAhead team)
    {
        private readonly DateTimeOffset[] _changes = [.. team.Duties.SelectMany(duty => new[] { duty.From, duty.Until }).Distinct().Order()];
        private readonly Dictionary<string, OfficerAhead> _officers = team.Officers.ToDictionary(one => one.Presence.UserName, StringComparer.Ordinal);
        private readonly ConcurrentDictionary<int, Candidate[]> _onDuty = new();

        public IEnumerable<Candidate> Team(OfferQuestion question)
        {
            var found = Array.BinarySearch(_changes, question.At);
            var onDuty = _onDuty.GetOrAdd(found >= 0 ? found : ~found - 1, _ => OnDutyAt(question.At));
            var absent = question.Asked.Where(one => one.Answer == OfferAnswer.Waiting && !Array.Exists(onDuty, candidate => candidate.UserName == one.UserName));
            return onDuty.Concat(absent.Select(one => new Candidate { UserName = one.UserName }));
        }

        private Candidate[] OnDutyAt(DateTimeOffset at) =>
        [
            .. DutyPlan.Of(team.Duties.Where(duty => duty.From <= at && at < duty.Until)).Select(duty =>
            {
                var officer = _officers[duty.UserName];
                return Reaching.Of(duty, officer.Presence, sameDuty: duty.From <= team.At) with
                {
                    OpenCases = officer.OpenCases,
                    WorksIn = [.. officer.WorksIn],
                    LastAssignedAt = officer.LastAssignedAt,
                    LastEndedAt = officer.LastEndedAt,
                };
            }),
        ];
    }
}
