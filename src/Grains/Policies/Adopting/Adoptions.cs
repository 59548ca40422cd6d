using Dispatch.Contracts;

namespace Dispatch.Grains.Policies.Adopting;

/// <summary>Which pack holds where and when, of the acts of one street.</summary>
public static class Adoptions
{
    /// <summary>
    /// The act that decides under which pack a case is opened: the one that began last among those that have begun and cover the place.
    /// So an act for the whole street ends the pilots before it, and a pilot after it begins anew. Null where none covers it.
    /// </summary>
    /// <param name="adoptions">The acts of the street; no two of them cover the same place from the same instant on.</param>
    /// <param name="street">The street's id.</param>
    /// <param name="community">The community's id; null for the street as a whole.</param>
    /// <param name="at">The instant; an act holds from its first instant on.</param>
    public static PolicyAdoption? InForce(IEnumerable<PolicyAdoption> adoptions, string street, string? community, DateTimeOffset at)
    {
        PolicyAdoption? last = null;
        foreach (var one in adoptions)
        {
            if (one.From <= at && Covers(one, street, community) && (last is null || one.From > last.From))
            {
                last = one;
            }
        }

        return last;
    }

    /// <summary>Whether two lists of areas of one street have a place in common.</summary>
    public static bool Overlap(IReadOnlyList<Scope> one, IReadOnlyList<Scope> other) =>
        one.Any(IsStreet) || other.Any(IsStreet) || one.Intersect(other).Any();

    private static bool Covers(PolicyAdoption adoption, string street, string? community) => adoption.Areas.Any(area =>
        area == Scope.Street(street) || (community is not null && area == Scope.Community(community)));

    private static bool IsStreet(Scope area) => area.Kind == ScopeKind.Street;
}
