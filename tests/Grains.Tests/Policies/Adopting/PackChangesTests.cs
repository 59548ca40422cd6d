using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Policies.Adopting;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Policies.Adopting;

public sealed class PackChangesTests
{
    private static readonly string Text = WithoutDecoration();

    [Fact]
    public void The_same_pack_differs_in_nothing_though_its_version_does() => Assert.Empty(Changes(pack => pack["version"] = "other"));

    [Fact]
    public void A_shorter_clock_of_one_type_is_told_with_both_times()
    {
        var change = Assert.Single(Changes(pack => Type(pack, "DEC-03")["clocks"]!["acknowledge"] = "15 min"));

        Assert.Equal((PackChangeKind.Time, "acknowledge", "30 min", "15 min"), (change.Kind, change.Clock, change.Before, change.After));
        Assert.Equal(["DEC-03"], change.Types);
    }

    [Fact]
    public void A_changed_default_is_told_once_for_all_the_types_that_it_changes()
    {
        var change = Assert.Single(Changes(pack => pack["clocks"]!["assign"]!["onExpiry"] = "step-up"));

        Assert.Equal((PackChangeKind.Expiry, "alarm-then-supervision", "step-up"), (change.Kind, change.Before, change.After));
        Assert.Contains("GRN-01", change.Types);
        Assert.Contains("DEC-01", change.Types);
    }

    [Fact]
    public void A_type_that_goes_a_setting_and_the_parties_of_a_type_are_each_told()
    {
        var changes = Changes(pack =>
        {
            pack["types"]!.AsArray().Remove(Type(pack, "DEC-06"));
            pack["offers"]!["rounds"] = 2;
            Type(pack, "DEC-03")["assist"] = new JsonArray("planning", "fire");
        });

        Assert.Equal(["DEC-06", "DEC-03.assist", "offers.rounds"], changes.Select(change => change.Path ?? change.Types[0]));
        Assert.Equal(["3", "2"], [changes[2].Before, changes[2].After]);
    }

    /// <summary>Catalogue and disposal paths name types, so that no pack with them could lose one.</summary>
    private static string WithoutDecoration()
    {
        var pack = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.PathOf("samples", "xiashi"), PolicyFile.FileName)))!.AsObject();
        pack.Remove("catalogue");
        pack.Remove("papers");
        return pack.ToJsonString();
    }

    private static JsonNode Type(JsonNode pack, string code) => pack["types"]!.AsArray().Single(type => (string?)type!["code"] == code)!;

    private static ImmutableArray<PackChange> Changes(Action<JsonNode> change)
    {
        var pack = JsonNode.Parse(Text)!;
        change(pack);
        return PackChanges.Of(Read(Text), Read(pack.ToJsonString()));
    }

    private static PolicyLoad Read(string text)
    {
        var load = PolicyFile.Read("pack", text, Sample.Xiashi.Calendars);
        Assert.Empty(load.Faults);
        return load;
    }
}
