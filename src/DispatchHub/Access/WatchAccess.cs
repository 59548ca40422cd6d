using System.Security.Claims;
using Dispatch.Contracts;
using Dispatch.Hub.Live;
using Dispatch.Hub.Problems;
using Dispatch.Hub.Sessions;

namespace Dispatch.Hub.Access;

/// <summary>May this connection watch this scope, now: the same rule as for lists, and the token's user must still be current.</summary>
internal sealed class WatchAccess(ScopeAccess scopes, KnownUsers users) : IWatchAccess
{
    private const string AcknowledgeAlarm = "acknowledge-alarm";

    public async ValueTask<string?> RefusalAsync(ClaimsPrincipal user, Scope scope)
    {
        if (!Caller.TryRead(user, out var actor))
        {
            return "invalid-token: Sign in again; this token names no user of the city.";
        }

        if (user.FindFirstValue(Caller.StampClaim) is { } stamp && !await users.IsCurrentAsync(actor.Id, stamp))
        {
            return "invalid-token: Sign in again; the rights of this user have changed.";
        }

        if (scope.Kind == ScopeKind.Alarms && !CommandRoles.Gives(actor.Role, AcknowledgeAlarm))
        {
            return $"{Denied.RoleNotAllowed.Code}: Alarms are shown to those who answer them.";
        }

        var street = await scopes.StreetOfAsync(actor, scope.Kind == ScopeKind.Alarms ? Scope.Street(scope.Id) : scope);
        return street.Succeeded(out _, out var problem) ? null : $"{problem.Code}: {problem.Detail}";
    }

    public async ValueTask<IReadOnlyList<string>> StreetsAsync(ClaimsPrincipal user, Scope scope) =>
        scope.Kind == ScopeKind.Department ? await scopes.StreetsOfAsync(user.Actor(), scope) : [];
}
