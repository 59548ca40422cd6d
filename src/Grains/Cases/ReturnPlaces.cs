using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Cases;

/// <summary>Where a case lies once it is returned to a grid, a community or the street.</summary>
public static class ReturnPlaces
{
    /// <summary>The place under its new party; null when the territory has no such party in the case's street.</summary>
    public static CasePlace? Find(Territory territory, CasePlace place, Scope to) => to.Kind switch
    {
        ScopeKind.Grid when territory.FindGrid(to.Id) is { } grid && territory.FindCommunity(grid.CommunityId) is { } community
            && community.StreetId == place.StreetId => place with { GridId = grid.Id, CommunityId = community.Id },
        ScopeKind.Community when to.Id == place.CommunityId => place,
        ScopeKind.Community when territory.FindCommunity(to.Id) is { } community && community.StreetId == place.StreetId
            && territory.GridsOf(community.Id).MinBy(grid => grid.Id, StringComparer.Ordinal) is { } grid =>
            place with { GridId = grid.Id, CommunityId = community.Id },
        ScopeKind.Street when to.Id == place.StreetId => place,
        _ => null,
    };
}
