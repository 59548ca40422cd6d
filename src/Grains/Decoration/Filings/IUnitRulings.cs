using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>What estates tell of their flats. Whoever keeps estates fills it.</summary>
public interface IUnitRulings
{
    /// <summary>The rulings that hold for a flat, at most one for each kind of spot; empty where none is known.</summary>
    /// <param name="estateId">The estate.</param>
    /// <param name="unitId">The flat in it.</param>
    ValueTask<IReadOnlyList<UnitRuling>> OfAsync(string estateId, string unitId);

    /// <summary>The guidance for residents that holds for a flat; null where none is published.</summary>
    /// <param name="estateId">The estate.</param>
    /// <param name="unitId">The flat in it.</param>
    ValueTask<UnitGuidance?> GuidanceAsync(string estateId, string unitId);
}

/// <summary>A guidance for residents.</summary>
/// <param name="PlanId">The floor-plan type that it is about.</param>
/// <param name="Version">Its version, from 1.</param>
public sealed record UnitGuidance(string PlanId, int Version);
