using Dispatch.Contracts;
using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Reviews;

/// <summary>Who belongs to which party of a review. Pure.</summary>
public static class ReviewParties
{
    /// <summary>The department that stands for housing, as packs name it.</summary>
    private const string HousingDepartment = "housing";

    /// <summary>The party that an actor signs for at a place; null for none.</summary>
    public static ReviewParty? Of(Actor actor, string gridId, Territory territory) => actor switch
    {
        { Role: Role.DepartmentStaff, Area: { Kind: ScopeKind.Department, Id: HousingDepartment } } => ReviewParty.Housing,
        { Area: { } area } when !territory.Covers(area, Scope.Grid(gridId)) => null,
        { Role: Role.Officer or Role.Captain, Area: not null } => ReviewParty.Enforcement,
        { Role: Role.Dispatcher or Role.Supervisor or Role.Committee, Area: not null } => ReviewParty.Street,
        { Role: Role.CommunityStaff, Area: not null } => ReviewParty.Community,
        { Role: Role.PropertyManager, Area: not null } => ReviewParty.Manager,
        _ => null,
    };
}
