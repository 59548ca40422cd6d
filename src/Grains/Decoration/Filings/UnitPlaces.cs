using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>Where a flat lies in the territory. Pure.</summary>
internal static class UnitPlaces
{
    /// <summary>The flat that a dossier's id names; null where the territory has none.</summary>
    /// <param name="id"><c>estate.unit</c>.</param>
    /// <param name="territory">The ground.</param>
    public static FiledUnit? Find(string id, Territory territory)
    {
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? Find(id[..dot], id[(dot + 1)..], territory) : null;
    }

    /// <summary>The flat of an estate; null where the territory has none.</summary>
    public static FiledUnit? Find(string estateId, string unitId, Territory territory)
    {
        if (territory.FindEstate(estateId) is not { } estate
            || estate.FindBuildingOfUnit(unitId) is not { } building
            || territory.FindGrid(building.GridId) is not { } grid
            || territory.FindCommunity(grid.CommunityId) is not { } community)
        {
            return null;
        }

        return new FiledUnit(estate.Id, estate.Name, building.Id, unitId, grid.Id, community.Id, community.StreetId);
    }
}
