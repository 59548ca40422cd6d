using Dispatch.Contracts;
using Dispatch.Grains.Lookers;

namespace Dispatch.Grains.Tests.Lookers;

public sealed class LookingHubsTests
{
    private readonly LookingHubs _hubs = new();

    [Fact]
    public void Each_hub_is_told_who_looks_in_the_others_as_they_last_said()
    {
        Assert.Empty(_hubs.Say("a", [At("ann", 0)], default));
        Assert.Equal(["ann"], Names(_hubs.Say("b", [At("bob", 1)], default)));
        Assert.Equal(["bob"], Names(_hubs.Say("a", [At("amy", 2)], default)));
        Assert.Equal(["amy"], Names(_hubs.Say("b", [], default)));
        Assert.Empty(_hubs.Say("a", [At("amy", 2)], default));
    }

    [Fact]
    public void A_hub_that_says_nothing_is_forgotten_after_its_lease()
    {
        _hubs.Say("a", [At("ann", 0)], default);

        Assert.Equal(["ann"], Names(_hubs.Say("b", [], Looker.Lease)));
        Assert.Empty(_hubs.Say("b", [], Looker.Lease + TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void Somebody_who_looks_in_two_hubs_is_named_once_since_they_first_looked()
    {
        _hubs.Say("a", [At("ann", 5), At("amy", 3)], default);
        _hubs.Say("b", [At("ann", 1)], default);

        Assert.Equal([At("ann", 1), At("amy", 3)], _hubs.Say("c", [], default));
    }

    [Fact]
    public void Neither_hubs_nor_people_grow_without_bound()
    {
        for (var hub = 0; hub < LookingHubs.MaxHubs; hub++)
        {
            _hubs.Say($"hub-{hub}", [.. Enumerable.Range(0, 2 * Looker.Most).Select(person => At($"p-{hub}-{person:000}", hub))], default);
        }

        Assert.Equal(Looker.Most, _hubs.Say("one-more", [At("late", -1)], default).Count);
        Assert.DoesNotContain("late", Names(_hubs.Say("asks", [], default)));
        Assert.All(_hubs.Say("asks", [], default), looker => Assert.StartsWith("p-0-", looker.UserName, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(IEnumerable<Looker> lookers) => lookers.Select(looker => looker.UserName);

    private static Looker At(string name, int minute) => new(name, name, Role.Dispatcher, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddMinutes(minute));
}
