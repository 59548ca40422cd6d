using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Estates;

/// <summary>Which reports fall on a watch point. Pure.</summary>
public static class WatchPoints
{
    /// <summary>The first watch point that a report falls on; null for none.</summary>
    /// <param name="estate">The estate's dossier.</param>
    /// <param name="unit">The flat; null where the report names none, which then falls only on what concerns the whole estate.</param>
    /// <param name="type">The code of the case's type.</param>
    public static WatchPoint? Falling(EstateDossier estate, string? unit, string type) => estate.Watch.FirstOrDefault(point =>
        (point.Types.Count == 0 || point.Types.Contains(type))
        && point switch
        {
            { Unit: { } flat } => flat == unit,
            { PlanId: { } planId } => unit is not null && estate.Plan(planId) is { } plan && plan.Units.Contains(unit),
            _ => true,
        });
}
