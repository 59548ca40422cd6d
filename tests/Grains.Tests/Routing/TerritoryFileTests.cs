using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Tests.Routing;

public sealed class TerritoryFileTests : IDisposable
{
    private const string Sound = """
        {
          "timetables": { "day": [ { "days": ["mon-fri", "sun"], "from": "08:00", "to": "18:00" } ] },
          "streets": [ { "id": "s", "name": { "zh": "街", "en": "S" }, "timeZone": "Asia/Shanghai", "staffed": "always" } ],
          "communities": [ { "id": "c", "kind": "village", "street": "s", "name": { "zh": "村", "en": "C" }, "staffed": "day" } ],
          "grids": [
            { "id": "c-01", "community": "c", "name": { "zh": "一", "en": "1" }, "staffed": "day" },
            { "id": "c-02", "community": "c", "name": { "zh": "二", "en": "2" }, "staffed": "never" }
          ],
          "estates": [ { "id": "e", "name": { "zh": "园", "en": "E" }, "community": "c", "grid": "c-01", "lat": 30.5, "lon": 120.5,
            "buildings": [ { "id": "7", "units": ["7-1-101"] }, { "id": "A1", "name": { "zh": "甲", "en": "A" }, "grid": "c-02", "units": [] } ] } ],
          "people": [ { "userName": "w", "name": { "zh": "王", "en": "W" }, "role": "gridWorker", "area": "grid:c-01" } ],
          "aliases": { "Old S": "s" }
        }
        """;

    private const string West = "[[120,30],[121,30],[121,31],[120,31],[120,30]]";
    private const string East = "[[121,30],[122,30],[122,31],[121,31],[121,30]]";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("territory");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_sound_file_is_read_whole()
    {
        var territory = Read(Sound, Polygons(("c-01", West), ("c-02", East))).Territory!;
        Assert.True(territory.HasPolygons);
        Assert.Equal("s", territory.FindStreetNamed("old s")?.Id);
        Assert.Equal(CommunityKind.Village, territory.FindCommunity("c")?.Kind);
        Assert.Equal(new Text("7幢", "Building 7"), territory.FindEstate("e")?.FindBuilding("7")?.Name);
        Assert.Equal("c-02", territory.FindEstate("e")?.FindBuilding("A1")?.GridId);
        Assert.True(territory.Staffing.IsStaffed(territory.FindGrid("c-01")!.Scope, new DateTimeOffset(2026, 3, 8, 17, 59, 0, TimeSpan.FromHours(8))));
        Assert.False(territory.Staffing.IsStaffed(territory.FindGrid("c-01")!.Scope, new DateTimeOffset(2026, 3, 7, 12, 0, 0, TimeSpan.FromHours(8))));
    }

    [Fact]
    public void Without_polygons_no_file_of_polygons_is_needed()
    {
        var load = Read(Broken(root => root["polygons"] = false), polygons: null);
        Assert.Empty(load.Faults);
        Assert.False(load.Territory!.HasPolygons);
    }

    public static TheoryData<string, Action<JsonNode>> OneFaultEach => new()
    {
        { "communities[0].street: unknown street \"x\"", root => root["communities"]![0]!["street"] = "x" },
        { "communities[0].kind: must be \"community\" or \"village\", not \"town\"", root => root["communities"]![0]!["kind"] = "town" },
        { "communities[1]: no grid lies in \"d\"", root => Add(root, "communities", node => node["id"] = "d") },
        { "communities[1].id: \"c\" is given twice", root => Add(root, "communities", _ => { }) },
        { "streets[1].id: \"s\" is given twice", root => Add(root, "streets", _ => { }) },
        { "streets[0].timeZone: unknown time zone \"Asia/Haining\"", root => root["streets"]![0]!["timeZone"] = "Asia/Haining" },
        { "streets[0].staffed: unknown timetable \"dusk\"", root => root["streets"]![0]!["staffed"] = "dusk" },
        { "streets[0].staffed: is missing", root => root["streets"]![0]!.AsObject().Remove("staffed") },
        { "streets[0].name.zh: is empty", root => root["streets"]![0]!["name"]!["zh"] = " " },
        { "streets[0].name: expected an object, found text", root => root["streets"]![0]!["name"] = "S" },
        { "streets[0].name: is missing", root => root["streets"]![0]!.AsObject().Remove("name") },
        { "grids[0].name.en: is 81 characters long; at most 80 are taken", root => root["grids"]![0]!["name"]!["en"] = new string('n', 81) },
        { "grids[0].name.en: holds control characters or broken characters", root => root["grids"]![0]!["name"]!["en"] = "a\0b" },
        { "grids[0].name.en: expected text, found a number", root => root["grids"]![0]!["name"]!["en"] = 1 },
        { "grids[0]: unknown member \"colour\"", root => root["grids"]![0]!["colour"] = "red" },
        { "grids[1].community: unknown community \"x\"", root => root["grids"]![1]!["community"] = "x" },
        { "grids[2].id: \"c-01\" is given twice", root => Add(root, "grids", _ => { }) },
        { "grids[2].id: the id \"C 03\" has characters that ids do not have", root => Add(root, "grids", node => node["id"] = "C 03") },
        { "grids[2].id: ids that end in \"-unlocated\" are made by the territory itself", root => Add(root, "grids", node => node["id"] = "s-unlocated") },
        { "grids[2]: grids.geojson has no polygon for \"c-03\"", root => Add(root, "grids", node => node["id"] = "c-03") },
        { "grids: expected a list, found text", root => root["grids"] = "none" },
        { "grids[2]: expected an object, found null", root => root["grids"]!.AsArray().Add(null) },
        { "estates[0].grid: unknown grid \"x\"", root => root["estates"]![0]!["grid"] = "x" },
        { "estates[0].community: unknown community \"x\"", root => root["estates"]![0]!["community"] = "x" },
        { "estates[0].lat: must be between -90 and 90", root => root["estates"]![0]!["lat"] = 91 },
        { "estates[0].lon: is missing", root => root["estates"]![0]!.AsObject().Remove("lon") },
        { "estates[1].id: \"e\" is given twice", root => Add(root, "estates", _ => { }) },
        { "estates[0].buildings[0].grid: unknown grid \"x\"", root => root["estates"]![0]!["buildings"]![0]!["grid"] = "x" },
        { "estates[0].buildings[1].id: \"7\" is given twice", root => root["estates"]![0]!["buildings"]![1]!["id"] = "7" },
        { "estates[0].buildings[1].units[0]: \"7-1-101\" is given twice", root => root["estates"]![0]!["buildings"]![1]!["units"]!.AsArray().Add("7-1-101") },
        { "estates[0].buildings[1].units[0]: the id \"7 1\" has characters that ids do not have", root => root["estates"]![0]!["buildings"]![1]!["units"]!.AsArray().Add("7 1") },
        { "people[1].userName: \"w\" is given twice", root => Add(root, "people", _ => { }) },
        { "people[0].role: unknown role \"GridWorker\"", root => root["people"]![0]!["role"] = "GridWorker" },
        { "people[0].area: unknown grid \"x\"", root => root["people"]![0]!["area"] = "grid:x" },
        { "people[0].area: \"everywhere\" is not a scope such as \"grid:xishan-03\"", root => root["people"]![0]!["area"] = "everywhere" },
        { "people[0].area: a gridWorker has an area of kind grid", root => root["people"]![0]!["area"] = "street:s" },
        { "people[0].area: nobody signs in as system", root => root["people"]![0]!["role"] = "system" },
        { "aliases[\"Old S\"]: unknown street \"x\"", root => root["aliases"]!["Old S"] = "x" },
        { "timetables.day[0].days[1]: must be a day such as \"mon\" or a run of days such as \"mon-fri\", not \"sunday\"", root => Span(root)["days"]![1] = "sunday" },
        { "timetables.day[0].days: names no day", root => Span(root)["days"] = new JsonArray() },
        { "timetables.day[0].from: must be a time such as \"08:30\", not \"8:00\"", root => Span(root)["from"] = "8:00" },
        { "timetables.day[0].to: must be a time such as \"08:30\", not \"24:01\"", root => Span(root)["to"] = "24:01" },
        { "timetables.day[0].to: must be another time than from, after 00:00 and not after 24:00, and from must be before 24:00", root => Span(root)["to"] = "08:00" },
        { "timetables.always: \"always\" and \"never\" are there already", root => root["timetables"]!["always"] = new JsonArray() },
        { "polygons: expected true or false, found text", root => root["polygons"] = "yes" },
    };

    [Theory]
    [MemberData(nameof(OneFaultEach))]
    public void A_fault_is_named_by_its_path(string fault, Action<JsonNode> breakIt)
    {
        var load = Read(Broken(breakIt), Polygons(("c-01", West), ("c-02", East)));
        Assert.Null(load.Territory);
        Assert.Contains(fault, load.Faults.Select(found => found.ToString()));
    }

    [Fact]
    public void All_faults_are_named_in_one_reading()
    {
        var load = Read(
            Broken(root =>
            {
                root["communities"]![0]!["street"] = "x";
                root["grids"]![1]!["id"] = "C";
                root["people"]![0]!["role"] = "king";
                Span(root)["from"] = "dawn";
            }),
            Polygons(("c-01", West)));
        Assert.Equal(
            ["timetables.day[0].from", "communities[0].street", "grids[1].id", "estates[0].buildings[1].grid", "people[0].role", "grids[1]"],
            load.Faults.Select(fault => fault.Path));
    }

    [Theory]
    [InlineData("[[120,30],[121,31],[121,30],[120,31],[120,30]]", "is not a valid polygon at 120.5 30.5: Self-intersection")]
    [InlineData("[[120,30],[121,30],[121,31],[120,31]]", "is not a GeoJSON polygon")]
    [InlineData("[[30,120],[30,121],[31,121],[31,120],[30,120]]", "the point 30 120 is not on the globe; longitude comes first")]
    [InlineData("[[120,1e999],[121,30],[121,31],[120,31],[120,1e999]]", "is not on the globe")]
    [InlineData("[[120,\"30\"],[121,30],[121,31],[120,31],[120,30]]", "is not a GeoJSON polygon")]
    [InlineData("[]", "is not a GeoJSON polygon")]
    public void A_polygon_that_encloses_nothing_sound_is_a_fault(string ring, string problem)
    {
        var fault = Assert.Single(Read(Sound, Polygons(("c-01", ring), ("c-02", East))).Faults);
        Assert.Equal("grids.geojson/features[0].geometry", fault.Path);
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[120,30]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""")]
    [InlineData("""{"type":"GeometryCollection","geometries":[]}""")]
    [InlineData("null")]
    public void A_geometry_without_ground_is_a_fault(string geometry)
    {
        var polygon = $$"""{"type":"Polygon","coordinates":[{{West}}]}""";
        var broken = Polygons(("c-01", West), ("c-02", East)).Replace(polygon, geometry, StringComparison.Ordinal);
        Assert.Equal(
            "grids.geojson/features[0].geometry: must be a Polygon or MultiPolygon with ground in it",
            Assert.Single(Read(Sound, broken).Faults).ToString());
    }

    [Fact]
    public void Two_grids_on_the_same_ground_are_a_fault_and_a_sliver_is_none()
    {
        const string Overlapping = "[[120.9,30],[122,30],[122,31],[120.9,31],[120.9,30]]";
        const string Sliver = "[[120.999,30],[122,30],[122,31],[120.999,31],[120.999,30]]";
        var fault = Assert.Single(Read(Sound, Polygons(("c-01", West), ("c-02", Overlapping))).Faults);
        Assert.Equal("grids[1]: \"c-02\" overlaps \"c-01\" by 10.0 % of the smaller of the two", fault.ToString());
        Assert.Empty(Read(Sound, Polygons(("c-01", West), ("c-02", Sliver))).Faults);
    }

    [Theory]
    [InlineData(West, "100.0 %")]
    [InlineData("[[120.4,30.4],[120.6,30.4],[120.6,30.6],[120.4,30.6],[120.4,30.4]]", "100.0 %")]
    [InlineData("[[119,29],[122,29],[122,32],[119,32],[119,29]]", "100.0 %")]
    [InlineData("[[120.2,29],[120.4,29],[120.4,32],[120.2,32],[120.2,29]]", "33.3 %")]
    public void A_grid_that_equals_holds_or_crosses_another_overlaps_it(string ring, string part) => Assert.Contains(
        $"overlaps \"c-01\" by {part}",
        Assert.Single(Read(Sound, Polygons(("c-01", West), ("c-02", ring))).Faults).Problem,
        StringComparison.Ordinal);

    [Fact]
    public void Polygons_of_no_grid_and_of_the_same_grid_are_faults() => Assert.Equal(
        [
            "grids.geojson/features[2].properties.grid: unknown grid \"c-99\"",
            "grids.geojson/features[3].properties.grid: \"c-01\" has a polygon already",
        ],
        Read(Sound, Polygons(("c-01", West), ("c-02", East), ("c-99", East), ("c-01", West))).Faults.Select(fault => fault.ToString()));

    [Theory]
    [InlineData("{\n  \"streets\": [\n    oops\n", "territory.json: is not JSON at line 3: ")]
    [InlineData("", "territory.json: is not JSON at line 1: ")]
    [InlineData("{ \"grids\": [], \"grids\": [] }", "territory.json: is not JSON: Duplicate property 'grids'")]
    [InlineData("[]", ": expected an object, found a list")]
    public void A_file_that_is_not_JSON_or_no_object_is_one_sentence(string text, string start)
    {
        var load = Read(text, Polygons());
        Assert.Null(load.Territory);
        Assert.StartsWith(start, Assert.Single(load.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_a_fault_and_no_exception()
    {
        var load = Read(Sound.Replace("\"en\": \"S\"", "\"en\": \"\\ud800\"", StringComparison.Ordinal), Polygons(("c-01", West), ("c-02", East)));
        Assert.Equal("streets[0].name.en: holds control characters or broken characters", Assert.Single(load.Faults).ToString());
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        Assert.StartsWith("territory.json: cannot be read", Assert.Single(TerritoryFile.Load(_folder.FullName).Faults).ToString(), StringComparison.Ordinal);
        Assert.Contains(Read(Sound, polygons: null).Faults, fault => fault.ToString().StartsWith("grids.geojson: cannot be read", StringComparison.Ordinal));
    }

    private static JsonNode Span(JsonNode root) => root["timetables"]!["day"]![0]!;

    private static void Add(JsonNode root, string list, Action<JsonNode> change)
    {
        var copy = root[list]![0]!.DeepClone();
        change(copy);
        root[list]!.AsArray().Add(copy);
    }

    private static string Broken(Action<JsonNode> breakIt)
    {
        var root = JsonNode.Parse(Sound)!;
        breakIt(root);
        return root.ToJsonString();
    }

    private static string Polygons(params (string Grid, string Ring)[] features) =>
        $$"""{"type":"FeatureCollection","features":[{{string.Join(",", features.Select(one =>
            $$$"""{"type":"Feature","properties":{"grid":"{{{one.Grid}}}"},"geometry":{"type":"Polygon","coordinates":[{{{one.Ring}}}]}}"""))}}]}""";

    private TerritoryLoad Read(string areas, string? polygons)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, TerritoryFile.Areas), areas);
        if (polygons is not null)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, TerritoryFile.Polygons), polygons);
        }

        return TerritoryFile.Load(_folder.FullName);
    }
}
