using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>Makes the overview of a street's packs, and the look at one, of what is kept. Pure.</summary>
public static class PolicyOverviews
{
    /// <summary>The overview.</summary>
    /// <param name="street">The street.</param>
    /// <param name="adoptions">Its acts, oldest first.</param>
    /// <param name="territory">The ground.</param>
    /// <param name="kept">Every kept pack.</param>
    /// <param name="settings">The pack of the settings.</param>
    /// <param name="now">City time.</param>
    public static PolicyOverview Of(
        Scope street, IReadOnlyList<PolicyAdoption> adoptions, Territory territory, IReadOnlyList<PolicyLoad> kept, PolicyName settings, DateTimeOffset now)
    {
        var used = PacksInUse.Names(adoptions, territory, street.Id, settings, now);
        return new PolicyOverview
        {
            Street = street,
            At = now,
            InForce = InForce(street, adoptions, territory, settings, now),
            Packs =
            [
                .. kept.Select(load => load.Pack!).OrderByDescending(pack => used.Contains(pack.Name)).Take(PolicyOverview.MostPacks)
                    .Select(pack => new KeptPack(pack.Name, pack.Title, used.Contains(pack.Name), [.. CalendarLint.Of([pack], now)])),
            ],
            Adoptions = [.. adoptions.Reverse()],
        };
    }

    /// <summary>By which pack cases of each community are opened.</summary>
    public static ImmutableArray<PolicyInForce> InForce(
        Scope street, IReadOnlyList<PolicyAdoption> adoptions, Territory territory, PolicyName settings, DateTimeOffset now) =>
    [
        .. territory.CommunitiesOf(street.Id).Select(community =>
        {
            var act = Adoptions.InForce(adoptions, street.Id, community.Id, now);
            var next = adoptions.Where(one => one.From > now && one.Areas.Any(area => area == street || area == community.Scope)).MinBy(one => one.From);
            return new PolicyInForce(community.Scope, act?.Policy ?? settings, act, next);
        }),
    ];

    /// <summary>How a pack differs from those that hold in some areas.</summary>
    /// <param name="load">The pack, with its text.</param>
    /// <param name="inForce">What holds in each community.</param>
    /// <param name="areas">The street, or communities of it.</param>
    /// <param name="kept">Every kept pack.</param>
    /// <param name="now">City time.</param>
    public static PackLook Look(
        PolicyLoad load, IReadOnlyList<PolicyInForce> inForce, IReadOnlyList<Scope> areas, IReadOnlyList<PolicyLoad> kept, DateTimeOffset now)
    {
        var pack = load.Pack!;
        var against = inForce.Where(one => areas.Contains(one.Area) || areas.Any(area => area.Kind == ScopeKind.Street))
            .GroupBy(one => one.Policy, one => one.Area)
            .Select(places =>
            {
                var changes = PackChanges.Of(kept.First(one => one.Pack!.Name == places.Key), load);
                return new PackDifference(places.Key, [.. places], [.. changes.Take(PackDifference.MostChanges)], changes.Length);
            });
        return new PackLook(pack.Name, pack.Title, pack.Notice, [.. against], [.. CalendarLint.Of([pack], now)]);
    }
}
