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
    private readonly Dictionary<string, (TeamAhead Team, Dictionary<string, OfficerAhead> Officers)> _teams = teams
        .Where(entry => entry.Value is not null)
        .ToDictionary(entry => entry.Key, entry => (entry.Value!, entry.Value!.Officers.ToDictionary(one => one.Presence.UserName, StringComparer.Ordinal)), StringComparer.Ordinal);

    /// <summary>The ranking where a deadline may come to an offer; null where it cannot, and where nobody knows who is on duty.</summary>
    /// <param name="case">The case.</param>
    /// <param name="at">When the deadline fires.</param>
    /// <param name="pack">The pack that the case keeps.</param>
    public OfferRanking? Rank(Case @case, DateTimeOffset at, PolicyPack pack) =>
        _teams.TryGetValue(@case.Place.StreetId, out var street) && OfferQuestions.For(@case, command: null, at, pack) is { } question
            ? AssignmentPolicy.Rank(Candidates(street.Team, street.Officers, question), question, pack)
            : null;

    private static IEnumerable<Candidate> Candidates(TeamAhead team, Dictionary<string, OfficerAhead> officers, OfferQuestion question)
    {
        var onDuty = DutyPlan.Of(team.Duties.Where(duty => duty.From <= question.At && question.At < duty.Until)).ToList();
        foreach (var duty in onDuty)
        {
            var officer = officers[duty.UserName];
            yield return Reaching.Of(duty, officer.Presence, sameDuty: duty.From <= team.At) with
            {
                OpenCases = officer.OpenCases,
                WorksIn = [.. officer.WorksIn],
                LastAssignedAt = officer.LastAssignedAt,
                LastEndedAt = officer.LastEndedAt,
            };
        }

        foreach (var absent in question.Asked.Where(one => one.Answer == OfferAnswer.Waiting).Select(one => one.UserName)
            .Except(onDuty.Select(duty => duty.UserName), StringComparer.Ordinal))
        {
            yield return new Candidate { UserName = absent };
        }
    }
}
