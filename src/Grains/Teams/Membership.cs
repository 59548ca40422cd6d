using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Teams;

/// <summary>Who belongs to which team.</summary>
internal static class Membership
{
    private static readonly Role[] OfStreet = [Role.Officer, Role.Captain, Role.Dispatcher];

    private static readonly Role[] OfCommunity = [Role.CommunityStaff, Role.GridWorker];

    private static readonly Role[] StreetPlanners = [Role.Captain, Role.Dispatcher];

    private static readonly Role[] CommunityPlanners = [Role.CommunityStaff];

    /// <summary>Whether a scope has a team: a street, or a community that people work in.</summary>
    public static bool HasTeam(Scope team, Territory territory) => team.Kind switch
    {
        ScopeKind.Street => territory.FindStreet(team.Id) is not null,
        ScopeKind.Community => territory.FindCommunity(team.Id) is { IsUnlocated: false },
        _ => false,
    };

    /// <summary>Whether somebody may be planned: the street's own people, or a community's staff and the workers of its grids.</summary>
    public static bool Belongs(Role role, Scope? area, Scope team, Territory territory) =>
        area is { } own && (team.Kind == ScopeKind.Street ? OfStreet.Contains(role) && own == team : OfCommunity.Contains(role) && territory.Covers(team, own));

    /// <summary>The roles that change a team's roster.</summary>
    public static ReadOnlySpan<Role> Planners(Scope team) => team.Kind == ScopeKind.Street ? StreetPlanners : CommunityPlanners;
}
