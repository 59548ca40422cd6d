using System.Collections.Immutable;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Visits;

/// <summary>
/// Which open checks one visit makes (综合查一次). Pure. In each estate the check that is due first takes along whatever can be made by
/// then and is due within the window after it: no visit is late or early for any of its checks, and there are never more visits than checks.
/// </summary>
public static class VisitGrouping
{
    /// <summary>The most checks of one visit: about what a team does in half a day.</summary>
    public const int MostChecks = 60;

    /// <summary>The visits, by estate and time; each check is in exactly one.</summary>
    /// <param name="checks">The open checks; each begins before it is due.</param>
    /// <param name="window">How far apart the limits of checks of one visit may lie.</param>
    public static ImmutableArray<ProposedVisit> Group(IEnumerable<OpenCheck> checks, TimeSpan window) =>
    [
        .. from estate in checks.GroupBy(check => check.EstateId, StringComparer.Ordinal)
           orderby estate.Key
           from visit in OfEstate(estate.Key, [.. estate.OrderBy(check => check.Until).ThenBy(check => check.Id, StringComparer.Ordinal)], window)
           select visit,
    ];

    private static IEnumerable<ProposedVisit> OfEstate(string estateId, List<OpenCheck> open, TimeSpan window)
    {
        while (open.Count > 0)
        {
            var until = open[0].Until;
            List<OpenCheck> together = [.. open.Where(check => check.From <= until && check.Until <= until + window).Take(MostChecks)];
            open.RemoveAll(new HashSet<OpenCheck>(together, ReferenceEqualityComparer.Instance).Contains);
            yield return new ProposedVisit(
                estateId,
                together.Max(check => check.From),
                until,
                [.. together.Select(check => check.Department).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                together);
        }
    }
}
