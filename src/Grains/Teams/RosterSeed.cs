using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Teams;

/// <summary>The first roster of a team, from a sample's file.</summary>
internal static class RosterSeed
{
    /// <summary>
    /// The duties as they are written, which may have begun before today. People who are no users of this team, as in a city without
    /// the sample's sign-ins, are left out, and a duty that nobody is left for is not planned.
    /// </summary>
    public static Roster Of(IReadOnlyList<PlannedDuty> duties, IEnumerable<UserRecord> users, Scope team, Territory territory)
    {
        var members = users.Where(user => user.Enabled && Membership.Belongs(user.Role, user.Area, team, territory))
            .ToDictionary(user => user.UserName, user => new RosterMember(user.UserName, user.DisplayName, user.Role, []), StringComparer.Ordinal);
        var roster = new Roster { Members = members, Version = 1 };
        foreach (var duty in duties)
        {
            IReadOnlyList<IReadOnlyList<string>> crews =
                [.. duty.Crews.Select(crew => (IReadOnlyList<string>)[.. crew.Where(members.ContainsKey)]).Where(crew => crew.Count > 0)];
            if (crews.Count > 0)
            {
                var id = roster.NextId('d', out roster);
                roster = roster with
                {
                    Planned = [.. roster.Planned, duty with { Id = id, Crews = crews, Least = Math.Min(duty.Least, crews.Min(crew => crew.Count)) }],
                };
            }
        }

        return roster;
    }
}
