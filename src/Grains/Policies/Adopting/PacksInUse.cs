using System.Collections.Immutable;
using Dispatch.Contracts;
using Dispatch.Grains.Routing;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>
/// The packs that cases of a street are opened under from an instant on. Acts that have yet to begin count: what their calendars lack is
/// to be mended before.
/// </summary>
public static class PacksInUse
{
    /// <summary>Their names, by id and version; the pack of the settings is among them where no act holds.</summary>
    /// <param name="adoptions">The acts of the street.</param>
    /// <param name="territory">The ground.</param>
    /// <param name="street">The street's id.</param>
    /// <param name="settings">The pack of the settings.</param>
    /// <param name="now">The instant.</param>
    public static ImmutableArray<PolicyName> Names(
        IReadOnlyCollection<PolicyAdoption> adoptions, Territory territory, string street, PolicyName settings, DateTimeOffset now) =>
    [
        .. territory.CommunitiesOf(street).Select(community => (string?)community.Id).Append(null)
            .Select(community => Adoptions.InForce(adoptions, street, community, now)?.Policy ?? settings)
            .Concat(adoptions.Where(one => one.From > now).Select(one => one.Policy))
            .Distinct()
            .OrderBy(name => name.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>The packs themselves, read from the store where the shelf does not have them yet.</summary>
    public static async Task<IReadOnlyList<PolicyPack>> ReadAsync(
        IReadOnlyCollection<PolicyAdoption> adoptions, Territory territory, string street, IPolicyShelf shelf, DateTimeOffset now)
    {
        var packs = new List<PolicyPack>();
        foreach (var name in Names(adoptions, territory, street, shelf.Current.Name, now))
        {
            packs.Add(await shelf.FindAsync(name.Id, name.Version));
        }

        return packs;
    }
}
