using CsCheck;
using Dispatch.Contracts;
using Dispatch.Grains.Policies.Adopting;

namespace Dispatch.Grains.Tests.Policies.Adopting;

public sealed class AdoptionsTests
{
    private const string Street = "xiashi";

    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly string[] Communities = ["a", "b", "c"];

    /// <summary>Acts as a street can have them: no two cover a place from the same instant on.</summary>
    private static readonly Gen<PolicyAdoption[]> Acts =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 3], (minute, area) => (minute, area)).Array[0, 8].Select(drawn =>
        {
            var acts = new List<PolicyAdoption>();
            foreach (var (minute, area) in drawn)
            {
                var act = Act($"{acts.Count}", Noon.AddMinutes(minute), area == 3 ? Scope.Street(Street) : Scope.Community(Communities[area]));
                if (!acts.Exists(one => one.From == act.From && Adoptions.Overlap(one.Areas, act.Areas)))
                {
                    acts.Add(act);
                }
            }

            return acts.ToArray();
        });

    [Fact]
    public void A_pilot_holds_in_its_communities_from_its_first_instant_on_and_nowhere_else()
    {
        PolicyAdoption[] acts = [Act("3", Noon, Scope.Community("a"), Scope.Community("b"))];

        Assert.Null(Adoptions.InForce(acts, Street, "a", Noon.AddMilliseconds(-1)));
        Assert.Equal("3", InForce(acts, "a", Noon));
        Assert.Equal("3", InForce(acts, "b", Noon.AddYears(1)));
        Assert.Null(InForce(acts, "c", Noon));
        Assert.Null(InForce(acts, null, Noon));
    }

    [Fact]
    public void What_the_whole_street_adopts_ends_the_pilots_before_it_and_a_pilot_may_begin_anew()
    {
        PolicyAdoption[] acts =
            [Act("pilot", Noon, Scope.Community("a")), Act("street", Noon.AddDays(1), Scope.Street(Street)), Act("again", Noon.AddDays(2), Scope.Community("a"))];

        Assert.Equal(["pilot", "street", "again"], Enumerable.Range(0, 3).Select(day => InForce(acts, "a", Noon.AddDays(day))));
        Assert.Equal([null, "street", "street"], Enumerable.Range(0, 3).Select(day => InForce(acts, "c", Noon.AddDays(day))));
        Assert.Equal("street", InForce(acts, null, Noon.AddDays(2)));
    }

    [Fact]
    public void The_order_in_which_acts_were_recorded_does_not_matter() => Acts.Sample(acts =>
    {
        for (var minute = -1; minute < 14; minute++)
        {
            foreach (var community in Communities.Append(null))
            {
                Assert.Equal(InForce(acts, community, Noon.AddMinutes(minute)), InForce([.. acts.Reverse()], community, Noon.AddMinutes(minute)));
            }
        }
    });

    [Fact]
    public void The_pack_changes_only_where_an_act_begins_that_covers_the_place() => Acts.Sample(acts =>
    {
        foreach (var community in Communities)
        {
            for (var minute = 0; minute < 14; minute++)
            {
                var (before, at) = (InForce(acts, community, Noon.AddMinutes(minute).AddTicks(-1)), InForce(acts, community, Noon.AddMinutes(minute)));
                var begins = acts.SingleOrDefault(act => act.From == Noon.AddMinutes(minute) && Adoptions.Overlap(act.Areas, [Scope.Community(community)]));
                Assert.Equal(begins is null ? before : begins.Policy.Version, at);
            }
        }
    });

    private static string? InForce(PolicyAdoption[] acts, string? community, DateTimeOffset at) =>
        Adoptions.InForce(acts, Street, community, at)?.Policy.Version;

    private static PolicyAdoption Act(string version, DateTimeOffset from, params Scope[] areas) => new()
    {
        Id = version,
        Policy = new PolicyName("p", version),
        Areas = areas,
        From = from,
        Reason = "a test",
        By = "s.wu",
        At = Noon,
    };
}
