using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dispatch.Contracts;
using NetTopologySuite.Geometries;

namespace Dispatch.Grains.Routing;

/// <summary>
/// The parts of a <c>territory.json</c> while it is read. Faults go to the list that came with the JSON; only a draft
/// without any is made a territory.
/// </summary>
internal sealed partial class TerritoryDraft
{
    private const int MaxNoteLength = 2000;

    private readonly Dictionary<string, WeeklyTimetable> _timetables;
    private readonly Dictionary<string, Street> _streets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _communityPaths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Community> _communities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grid> _grids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Estate> _estates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.OrdinalIgnoreCase);

    public TerritoryDraft(CheckedJson root)
    {
        _timetables = new(StringComparer.Ordinal) { ["always"] = WeeklyTimetable.Always, ["never"] = WeeklyTimetable.Never };
        if (!root.IsObjectOf("note", "polygons", "timetables", "streets", "communities", "grids", "estates", "people", "aliases"))
        {
            return;
        }

        _ = root.Has("note") ? root.Text("note", MaxNoteLength) : "";
        HasPolygons = root.Flag("polygons", otherwise: true);
        TimetableJson.Read(root, _timetables);
        ReadEach(root, "streets", _streets, ReadStreet);
        ReadEach(root, "communities", _communities, ReadCommunity);
        ReadEach(root, "grids", _grids, ReadGrid);
        ReadEach(root, "estates", _estates, ReadEstate);
        ReadEach(root, "people", _people, ReadPerson);
        ReadAliases(root);
        if (_streets.Count == 0)
        {
            root.Fault("streets", "there must be one at least");
        }

        ReportCommunitiesWithoutGrid(root);
    }

    public bool HasPolygons { get; }

    /// <summary>The ids of the grids, each with its path.</summary>
    public Dictionary<string, string> GridIds { get; } = new(StringComparer.Ordinal);

    public void Give(IReadOnlyDictionary<string, Geometry> polygons)
    {
        foreach (var (id, polygon) in polygons)
        {
            _grids[id] = _grids[id] with { Area = polygon };
        }
    }

    public Territory ToTerritory() =>
        new(_streets.Values, _communities.Values, _grids.Values, _estates.Values, _people.Values, _aliases);

    private static void ReadEach<T>(
        CheckedJson root, string list, Dictionary<string, T> read, Func<CheckedJson, (string Id, T Item)?> readOne)
    {
        foreach (var json in root.Items(list))
        {
            if (readOne(json) is { Id.Length: > 0 } one && !read.TryAdd(one.Id, one.Item))
            {
                json.Fault(list == "people" ? "userName" : "id", $"\"{one.Id}\" is given twice");
            }
        }
    }

    private (string Id, Street Item)? ReadStreet(CheckedJson json)
    {
        if (!json.IsObjectOf("id", "name", "timeZone", "staffed"))
        {
            return null;
        }

        var id = AreaId(json);
        var zone = json.Text("timeZone", Text.MaxLength);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && zone.Length > 0)
        {
            json.Fault("timeZone", $"unknown time zone \"{zone}\"");
        }

        return (id, new Street(id, Name(json), found ?? TimeZoneInfo.Utc, Staffed(json)));
    }

    private (string Id, Community Item)? ReadCommunity(CheckedJson json)
    {
        if (!json.IsObjectOf("id", "name", "kind", "street", "staffed"))
        {
            return null;
        }

        var id = AreaId(json);
        Locate(_communityPaths, id, json);
        var kind = json.Text("kind", Text.MaxLength);
        if (kind is not ("" or "community" or "village"))
        {
            json.Fault("kind", $"must be \"community\" or \"village\", not \"{kind}\"");
        }

        var street = Known(json, "street", "street", _streets);
        var level = kind == "village" ? CommunityKind.Village : CommunityKind.Community;
        return (id, new Community(id, Name(json), level, street, Staffed(json)));
    }

    private (string Id, Grid Item)? ReadGrid(CheckedJson json)
    {
        if (!json.IsObjectOf("id", "name", "community", "staffed"))
        {
            return null;
        }

        var id = AreaId(json);
        Locate(GridIds, id, json);
        return (id, new Grid(id, Name(json), Known(json, "community", "community", _communities), Staffed(json)));
    }

    private (string Id, Estate Item)? ReadEstate(CheckedJson json)
    {
        if (!json.IsObjectOf("id", "name", "community", "grid", "lat", "lon", "buildings"))
        {
            return null;
        }

        var id = json.Id("id");
        var community = Known(json, "community", "community", _communities);
        var grid = Known(json, "grid", "grid", _grids);
        if (_communities.ContainsKey(community) && _grids.TryGetValue(grid, out var known) && known.CommunityId != community)
        {
            json.Fault("community", $"the estate's grid \"{grid}\" lies in \"{known.CommunityId}\"");
        }

        var buildings = new Dictionary<string, Building>(StringComparer.Ordinal);
        var units = new HashSet<string>(StringComparer.Ordinal);
        ReadEach(json, "buildings", buildings, building => ReadBuilding(building, grid, units));
        return (id, new Estate(id, Name(json), community, grid, Point(json), buildings.Values));
    }

    private (string Id, Building Item)? ReadBuilding(CheckedJson json, string estateGrid, HashSet<string> unitsOfEstate)
    {
        if (!json.IsObjectOf("id", "name", "grid", "lat", "lon", "units"))
        {
            return null;
        }

        var id = json.Id("id", PlaceId());
        var units = ImmutableArray.CreateBuilder<string>();
        foreach (var item in json.Items("units"))
        {
            var unit = item.Text(Text.MaxLength);
            if (unit.Length > 0 && !PlaceId().IsMatch(unit))
            {
                item.Fault($"the id \"{unit}\" has characters that ids do not have");
            }
            else if (unit.Length > 0 && !unitsOfEstate.Add(unit))
            {
                item.Fault($"\"{unit}\" is given twice");
            }
            else
            {
                units.Add(unit);
            }
        }

        var name = json.Has("name") ? Name(json) : new Text($"{id}幢", $"Building {id}");
        var grid = json.Has("grid") ? Known(json, "grid", "grid", _grids) : estateGrid;
        return (id, new Building(id, name, grid, Point(json), units.DrainToImmutable()));
    }

    private (string Id, Person Item)? ReadPerson(CheckedJson json)
    {
        if (!json.IsObjectOf("userName", "name", "role", "area"))
        {
            return null;
        }

        var userName = json.Id("userName", UserName());
        var (role, area) = PersonJson.RoleAndArea(json, Exists);
        return (userName, new Person(userName, Name(json), role, area));
    }

    private bool Exists(Scope area) => area.Kind switch
    {
        ScopeKind.Street => _streets.ContainsKey(area.Id),
        ScopeKind.Community => _communities.ContainsKey(area.Id),
        ScopeKind.Grid => _grids.ContainsKey(area.Id),
        _ => true,
    };

    private void ReadAliases(CheckedJson root)
    {
        foreach (var (alias, json) in root.Entries("aliases"))
        {
            var street = json.Text(Text.MaxLength);
            if (street.Length > 0 && !_streets.ContainsKey(street))
            {
                json.Fault($"unknown street \"{street}\"");
            }

            if (!_aliases.TryAdd(alias, street))
            {
                json.Fault("is given twice");
            }
        }
    }

    private void ReportCommunitiesWithoutGrid(CheckedJson root)
    {
        var withGrid = _grids.Values.Select(grid => grid.CommunityId).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, path) in _communityPaths)
        {
            if (!withGrid.Contains(id))
            {
                root.Faults.Add(new Fault(path, $"no grid lies in \"{id}\""));
            }
        }
    }

    private static void Locate(Dictionary<string, string> paths, string id, CheckedJson json)
    {
        if (id.Length > 0)
        {
            paths.TryAdd(id, json.Path);
        }
    }

    private static string AreaId(CheckedJson json)
    {
        var id = json.Id("id");
        if (id.EndsWith("-unlocated", StringComparison.Ordinal))
        {
            json.Fault("id", "ids that end in \"-unlocated\" are made by the territory itself");
        }

        return id;
    }

    private static Text Name(CheckedJson json)
    {
        if (!json.Has("name"))
        {
            json.Fault("name", "is missing");
            return Text.Same("");
        }

        var name = json.Member("name");
        return name.IsObjectOf("zh", "en")
            ? new Text(name.Text("zh", Text.MaxLength), name.Text("en", Text.MaxLength))
            : Text.Same("");
    }

    private static GeoPoint? Point(CheckedJson json) =>
        json.Has("lat") || json.Has("lon") ? new GeoPoint(json.Number("lat", -90, 90), json.Number("lon", -180, 180)) : null;

    private static string Known<T>(CheckedJson json, string member, string what, Dictionary<string, T> known)
    {
        var id = json.Text(member, Text.MaxLength);
        if (id.Length > 0 && !known.ContainsKey(id))
        {
            json.Fault(member, $"unknown {what} \"{id}\"");
        }

        return id;
    }

    private WeeklyTimetable Staffed(CheckedJson json) =>
        _timetables.GetValueOrDefault(Known(json, "staffed", "timetable", _timetables), WeeklyTimetable.Never);

    [GeneratedRegex("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")]
    private static partial Regex PlaceId();

    [GeneratedRegex("^[a-z0-9]+([._-][a-z0-9]+)*$")]
    private static partial Regex UserName();
}
