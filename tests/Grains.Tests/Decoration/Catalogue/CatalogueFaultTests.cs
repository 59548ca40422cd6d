using System.Globalization;
using System.Text.Json.Nodes;
using Dispatch.Grains.Policies;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Decoration.Catalogue;

public sealed class CatalogueFaultTests
{
    private static readonly string Pack = File.ReadAllText(Repository.PathOf("samples", "xiashi", "policy.json"));

    [Theory]
    [InlineData("expect", null, "catalogue.expect: is missing: how many inspection and punishment items there are meant to be")]
    [InlineData("expect/punishments", "18", "catalogue.expect.punishments: 18 punishments are expected, and the catalogue lists 19")]
    [InlineData("expect/inspections", null, "catalogue.expect.inspections: is missing")]
    [InlineData("inspections/8", null, "catalogue.expect.inspections: 9 inspections are expected, and the catalogue lists 8")]
    [InlineData("punishments/0", null, "catalogue.expect.punishments: 19 punishments are expected, and the catalogue lists 18")]
    [InlineData("notice", null, "catalogue.notice: is missing")]
    [InlineData("oneThing", null, "catalogue.oneThing: is missing")]
    [InlineData("oneThing/list", null, "catalogue.oneThing.list: is missing: how many entries the list has")]
    [InlineData("colour", "1", "catalogue: unknown member \"colour\"")]
    [InlineData("offices/housing", "{ \"zh\": \"住建\", \"en\": \"Housing\" }", "catalogue.offices: \"housing\" is a department of the pack already")]
    [InlineData("offices/community", null, "catalogue.offices: \"community\", who leads types of the pack, has no name here")]
    [InlineData("spots/Bay window", "{ \"zh\": \"飘窗\", \"en\": \"Bay\" }", "catalogue.spots[\"Bay window\"]: an id is kebab-case")]
    [InlineData("papers/filing-form", null, "catalogue.filing.documents[0]: \"filing-form\" is no paper of the catalogue")]
    [InlineData("filing/within", "\"soon\"", "catalogue.filing.within: expected a time above zero such as \"15 min U\", \"4 wh\", \"7 wd\" or \"7 d\", found \"soon\"")]
    [InlineData("inspections/0/id", "\"first\"", "catalogue.inspections[0].id: the id \"first\" has characters that ids do not have")]
    [InlineData("inspections/1/id", "\"D1\"", "catalogue.inspections[1].id: \"D1\" is given twice")]
    [InlineData("inspections/0/stages", "[\"middle\"]", "catalogue.inspections[0].stages[0]: expected one of start, wet-works, finish, found \"middle\"")]
    [InlineData("inspections/0/stages", "[]", "catalogue.inspections[0].stages: there must be one at least, and none twice")]
    [InlineData("inspections/0/by", "[\"moon\"]", "catalogue.inspections[0].by[0]: \"moon\" is neither a department of the pack nor an office of the catalogue")]
    [InlineData("inspections/0/evidence", "[]", "catalogue.inspections[0].evidence: there must be one at least")]
    [InlineData("inspections/0/types", "[\"DEC-99\"]", "catalogue.inspections[0].types[0]: \"DEC-99\" is no type of the pack")]
    [InlineData("inspections/0/types", "[\"DEC-05\", \"DEC-05\"]", "catalogue.inspections[0].types[1]: \"DEC-05\" is given twice")]
    [InlineData("punishments/0/liable", "\"landlord\"", "catalogue.punishments[0].liable: expected one of owner, occupier, firm, property-manager, developer, anyone, found \"landlord\"")]
    [InlineData("punishments/0/fine", null, "catalogue.punishments[0].fine: is missing; an item without one has the basis \"measure\"")]
    [InlineData("punishments/0/fine", "{ \"basis\": \"fixed\", \"least\": 1000, \"most\": 500 }", "catalogue.punishments[0].fine.most: lies below least: the range is upside down")]
    [InlineData("punishments/0/fine", "{ \"basis\": \"fixed\", \"least\": 500 }", "catalogue.punishments[0].fine.most: is missing")]
    [InlineData("punishments/0/fine", "{ \"basis\": \"fixed\", \"least\": -1, \"most\": 5 }", "catalogue.punishments[0].fine.least: expected a number from 0 to 1000000000 with at most two decimals")]
    [InlineData("punishments/0/fine", "{ \"basis\": \"fixed\", \"least\": 0, \"most\": 0 }", "catalogue.punishments[0].fine.most: must be above zero")]
    [InlineData("punishments/0/fine", "{ \"basis\": \"cost-percent\", \"least\": 5, \"most\": 101 }", "catalogue.punishments[0].fine.most: expected a number from 0 to 100 with at most two decimals")]
    [InlineData("punishments/0/fine", "{ \"basis\": \"local-rule\" }", "catalogue.punishments[0].fine.says: is missing")]
    [InlineData("punishments/0/fine", "{ \"basis\": \"measure\", \"most\": 5, \"says\": { \"zh\": \"封\", \"en\": \"Seal\" } }", "catalogue.punishments[0].fine: a range is for the bases fixed, management-fee and cost-percent")]
    [InlineData("punishments/0/power", null, "catalogue.punishments[0].power: is missing: either \"street\" with the day since when, or \"office\" and \"handOver\"")]
    [InlineData("punishments/0/power", "{ \"street\": \"since May\" }", "catalogue.punishments[0].power.street: expected the day since when it holds it, such as \"2026-01-01\"")]
    [InlineData("punishments/0/power", "{ \"street\": \"2026-01-01\", \"office\": \"housing\" }", "catalogue.punishments[0].power: either the street holds it or an office")]
    [InlineData("punishments/0/power", "{ \"office\": \"housing\" }", "catalogue.punishments[0].power.handOver: is missing")]
    [InlineData("works/0/ruling", null, "catalogue.works[0].ruling: is missing")]
    [InlineData("works/0/ruling", "\"needs-approval\"", "catalogue.works[0].office: is missing")]
    [InlineData("works/0/office", "\"planning\"", "catalogue.works[0].office: is for works that need approval; \"ruling\" is not \"needs-approval\"")]
    [InlineData("works/0/spot", "\"cellar\"", "catalogue.works[0].spot: \"cellar\" is no kind of spot of the catalogue")]
    [InlineData("works/0/type", "\"DEC-99\"", "catalogue.works[0].type: \"DEC-99\" is no type of the pack")]
    [InlineData("works/0/inspections", "[\"D10\"]", "catalogue.works[0].inspections[0]: \"D10\" is no inspection item of the catalogue")]
    [InlineData("works/1/id", "\"remove-structural-wall\"", "catalogue.works[1].id: \"remove-structural-wall\" is given twice")]
    public void A_fault_of_the_catalogue_is_named_by_path(string path, string? value, string fault)
    {
        var load = PolicyFile.Read("policy.json", With(path, value), Sample.Xiashi.Calendars);

        Assert.Null(load.Pack);
        Assert.Contains(fault, load.Faults.Select(found => found.ToString()));
    }

    [Fact]
    public void A_pack_without_a_catalogue_has_none_and_is_sound()
    {
        var pack = JsonNode.Parse(Pack)!.AsObject();
        pack.Remove("catalogue");

        var load = PolicyFile.Read("policy.json", pack.ToJsonString(), Sample.Xiashi.Calendars);

        Assert.Empty(load.Faults);
        Assert.Null(load.Pack!.Catalogue);
    }

    private static string With(string path, string? value)
    {
        var pack = JsonNode.Parse(Pack)!;
        var at = pack["catalogue"]!;
        var parts = path.Split('/');
        foreach (var part in parts[..^1])
        {
            at = at is JsonArray list ? list[Index(part)]! : at[part]!;
        }

        switch (at)
        {
            case JsonArray list:
                list.RemoveAt(Index(parts[^1]));
                break;
            case JsonObject members when value is null:
                members.Remove(parts[^1]);
                break;
            default:
                at[parts[^1]] = JsonNode.Parse(value!);
                break;
        }

        return pack.ToJsonString();
    }

    private static int Index(string part) => int.Parse(part, CultureInfo.InvariantCulture);
}
