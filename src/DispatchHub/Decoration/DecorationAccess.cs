using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Decoration;

/// <summary>How far an actor's eyes reach in house decoration: as in cases, and departments see what lies in the street, which they inspect, approve and settle with it.</summary>
internal static class DecorationAccess
{
    /// <summary>Whether an actor may look at what lies in a grid.</summary>
    public static bool SeesDecoration(this Actor actor, string streetId, string communityId, string gridId) =>
        actor.Role is Role.DepartmentStaff || actor.Covers(streetId, communityId, gridId);

    /// <summary>The area that is listed: the one asked for, or the actor's own.</summary>
    public static async Task<Parsed<Scope>> DecorationAreaAsync(this ScopeAccess access, Actor actor, Scope? asked)
    {
        if ((asked ?? actor.Area) is not { Kind: ScopeKind.Street or ScopeKind.Community or ScopeKind.Grid } scope)
        {
            return new Problem(StatusCodes.Status400BadRequest, "missing-parameter", "Name a street, community or grid, for example ?scope=street:xiashi.");
        }

        var judged = actor.Role is Role.DepartmentStaff ? actor with { Role = Role.System } : actor;
        return (await access.StreetOfAsync(judged, scope)).Succeeded(out _, out var problem) ? scope : problem;
    }
}
