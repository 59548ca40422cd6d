using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Policies.Adopting;
using Dispatch.TestKit;

namespace Dispatch.Grains.Tests.Policies.Adopting;

public sealed class PacksInUseTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 7, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly PolicyName Settings = new("xiashi", "3");

    [Fact]
    public void A_pilot_is_in_use_beside_the_pack_of_the_settings_before_it_begins_and_after() =>
        Assert.Equal(["xiashi 3", "xiashi past", "xiashi to-come"], Names(
            Act("past", Scope.Community("xishan"), Now.AddDays(-1)), Act("to-come", Scope.Community("hehua"), Now.AddDays(30))));

    [Fact]
    public void An_act_for_the_whole_street_leaves_neither_the_settings_nor_a_pilot_before_it_in_use() =>
        Assert.Equal(["xiashi street"], Names(Act("pilot", Scope.Community("xishan"), Now.AddDays(-2)), Act("street", Scope.Street("xiashi"), Now.AddDays(-1))));

    [Fact]
    public void A_calendar_that_only_an_adopted_pack_runs_on_is_looked_at()
    {
        var adopted = PolicyFile.Load(Repository.PathOf("samples", "boston")).Pack!;

        Assert.DoesNotContain(adopted.StreetCalendar, CalendarLint.UsedBy([Sample.Xiashi]));
        Assert.Contains(adopted.StreetCalendar, CalendarLint.UsedBy([Sample.Xiashi, adopted]));
    }

    private static IEnumerable<string> Names(params PolicyAdoption[] acts) =>
        PacksInUse.Names(acts, Sample.Territory, "xiashi", Settings, Now).Select(name => $"{name}");

    private static PolicyAdoption Act(string version, Scope area, DateTimeOffset from) => new()
    {
        Id = version,
        Policy = new PolicyName("xiashi", version),
        Areas = [area],
        From = from,
        Reason = "a pilot",
        By = "supervisor",
        At = from,
    };
}
