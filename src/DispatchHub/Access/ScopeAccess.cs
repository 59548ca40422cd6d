using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.City;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Access;

/// <summary>Which scopes an actor may list or watch, and in which street each lies.</summary>
public sealed class ScopeAccess(IGrainFactory grains, ICityClock clock)
{
    /// <summary>
    /// The street of a scope that the actor may look at, or why not: <c>unknown</c>, <c>outside-area</c>, or <c>invalid-scope</c> for
    /// supervision, which has no board of its own.
    /// </summary>
    public async Task<Parsed<string>> StreetOfAsync(Actor actor, Scope scope)
    {
        if (actor.Role is Role.Administrator)
        {
            return Denied.RoleNotAllowed;
        }

        return scope.Kind switch
        {
            ScopeKind.Street => !actor.Covers(scope.Id, null, null) ? Denied.OutsideArea
                : await grains.Places().IsWithin(scope, scope) ? scope.Id
                : Denied.Unknown("street"),
            ScopeKind.Community => Judge(actor, (await grains.Community(scope.Id).View(clock.Now)) is { } view ? (view.StreetId, view.Id, null) : null, "community"),
            ScopeKind.Grid => Judge(actor, (await grains.Grid(scope.Id).View(clock.Now)) is { } view ? (view.StreetId, view.CommunityId, view.Id) : null, "grid"),
            ScopeKind.Case => await JudgeCaseAsync(actor, scope.Id),
            ScopeKind.Officer => await JudgeOfficerAsync(actor, scope.Id),
            ScopeKind.Department => await JudgeDepartmentAsync(actor, scope),
            _ => new Problem(StatusCodes.Status400BadRequest, "invalid-scope", "Name a street, community, grid, officer, department or case."),
        };
    }

    private static Parsed<string> Judge(Actor actor, (string Street, string Community, string? Grid)? place, string what) =>
        place is not { } found ? Denied.Unknown(what)
        : actor.Covers(found.Street, found.Community, found.Grid) ? found.Street
        : Denied.OutsideArea;

    private async Task<Parsed<string>> JudgeCaseAsync(Actor actor, string id) =>
        await grains.Case(id).View() is not { } view ? Denied.Unknown("case")
        : actor.Sees(view) ? view.StreetId
        : Denied.OutsideArea;

    /// <summary>The streets in which an actor sees a department's cases: its own staff in all, others where they see everything.</summary>
    public async Task<IReadOnlyList<string>> StreetsOfAsync(Actor actor, Scope department) =>
        [.. (await grains.Places().Streets()).Where(street => actor.Department() == department.Id || actor.Covers(street, null, null))];

    /// <summary>A department's board is that of its own staff, and of whoever sees the whole of a street.</summary>
    private async Task<Parsed<string>> JudgeDepartmentAsync(Actor actor, Scope scope)
    {
        if (actor.Department() != scope.Id && actor.Area is not { Kind: ScopeKind.Street } && actor.Role is not Role.System)
        {
            return Denied.OutsideArea;
        }

        return await grains.Places().NamesOf([scope]) is not [{ }] ? Denied.Unknown("department")
            : await StreetsOfAsync(actor, scope) is [var street, ..] ? street
            : Denied.OutsideArea;
    }

    /// <summary>An officer's board is their own, and that of whoever sees the whole street they serve.</summary>
    private async Task<Parsed<string>> JudgeOfficerAsync(Actor actor, string id)
    {
        var own = actor.Role is Role.Officer or Role.Captain && actor.Id == id;
        if (!own && actor.Area is not { Kind: ScopeKind.Street } && actor.Role is not Role.System)
        {
            return Denied.OutsideArea;
        }

        var area = own ? actor.Area : (await grains.Users().Find(id))?.Area;
        return area is not { Kind: ScopeKind.Street } street ? Denied.Unknown("officer")
            : own || actor.Covers(street.Id, null, null) ? street.Id
            : Denied.OutsideArea;
    }
}
