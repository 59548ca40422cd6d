using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Users;

/// <summary>Which users handle cases where.</summary>
public static class Staff
{
    private static readonly Role[] Handlers = [Role.GridWorker, Role.PropertyManager, Role.CommunityStaff, Role.Captain, Role.Officer];

    /// <summary>Enabled users of a role that handles cases whose area lies in a scope, in the order given.</summary>
    public static IReadOnlyList<StaffMember> Handling(IEnumerable<UserRecord> users, Scope scope, Territory territory) =>
    [
        .. from user in users
           where user.Enabled && Handlers.Contains(user.Role) && user.Area is { } area && territory.Covers(scope, area)
           select new StaffMember(user.UserName, user.DisplayName, user.Role, user.Area!.Value),
    ];
}
