using System.Security.Claims;
using Dispatch.Contracts;
using Dispatch.Hub.Live.Bells;
using Dispatch.Hub.Sessions;

namespace Dispatch.Hub.Access;

/// <summary>One's own bell, as long as one's token is current; an administrator has none, as there is no list of theirs.</summary>
internal sealed class BellOwners(KnownUsers users) : IBellOwners
{
    public async ValueTask<BellOwner> FindAsync(ClaimsPrincipal user) =>
        !Caller.TryRead(user, out var actor) ? new BellOwner(null, "invalid-token: Sign in again; this token names no user of the city.")
        : actor.Role is Role.Administrator ? new BellOwner(null, "role-not-allowed: An administrator is told of nothing here.")
        : user.FindFirstValue(Caller.StampClaim) is { } stamp && !await users.IsCurrentAsync(actor.Id, stamp)
            ? new BellOwner(null, "invalid-token: Sign in again; the rights of this user have changed.")
        : new BellOwner(actor.Id, null);
}
