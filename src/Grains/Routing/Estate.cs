using System.Collections.Frozen;
using System.Collections.Immutable;
using Dispatch.Contracts;

namespace Dispatch.Grains.Routing;

/// <summary>小区: a housing estate, the place that a decoration case names.</summary>
public sealed class Estate
{
    private readonly FrozenDictionary<string, Building> _buildings;
    private readonly FrozenDictionary<string, Building> _buildingByUnit;

    /// <summary>An estate with its buildings.</summary>
    /// <exception cref="ArgumentException">Two buildings or two units have the same id.</exception>
    public Estate(string id, Text name, string communityId, string gridId, GeoPoint? point, IEnumerable<Building> buildings)
    {
        (Id, Name, CommunityId, GridId, Point) = (id, name, communityId, gridId, point);
        Buildings = [.. buildings];
        _buildings = Buildings.ToFrozenDictionary(building => building.Id, StringComparer.Ordinal);
        _buildingByUnit = Buildings
            .SelectMany(building => building.Units, (building, unit) => KeyValuePair.Create(unit, building))
            .ToDictionary(StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Stable and kebab-case, such as <c>shanyu-lanting</c>.</summary>
    public string Id { get; }

    /// <summary>Its name.</summary>
    public Text Name { get; }

    /// <summary>The community of <see cref="GridId"/>.</summary>
    public string CommunityId { get; }

    /// <summary>The grid of the estate, and of each building that names no other.</summary>
    public string GridId { get; }

    /// <summary>Where a map shows it, WGS 84; null shows it at the middle of its grid.</summary>
    public GeoPoint? Point { get; }

    /// <summary>Its buildings in the order of the file.</summary>
    public ImmutableArray<Building> Buildings { get; }

    /// <summary>The building with this id, or null.</summary>
    public Building? FindBuilding(string id) => _buildings.GetValueOrDefault(id);

    /// <summary>The building that holds the unit with this id (<c>7-2-2001</c>), or null.</summary>
    public Building? FindBuildingOfUnit(string unit) => _buildingByUnit.GetValueOrDefault(unit);
}

/// <summary>幢: a building of an estate.</summary>
/// <param name="Id">Unique within the estate: <c>7</c>, <c>A1</c>.</param>
/// <param name="Name">Its name; when the file gives none, 7幢 and Building 7.</param>
/// <param name="GridId">Its grid, which may differ from the estate's where a border runs through the estate.</param>
/// <param name="Point">Where a map shows it, WGS 84; null shows it where the estate is.</param>
/// <param name="Units">Its units as building-entrance-room, such as <c>7-2-2001</c>; unique within the estate.</param>
public sealed record Building(string Id, Text Name, string GridId, GeoPoint? Point, ImmutableArray<string> Units);
