using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>What estates ruled on the prone spots of their flats. Whoever keeps estates fills it; without them nothing is ruled.</summary>
public interface IUnitRulings
{
    /// <summary>The rulings that hold for a flat, at most one for each kind of spot; empty where none is known.</summary>
    /// <param name="estateId">The estate.</param>
    /// <param name="unitId">The flat in it.</param>
    ValueTask<IReadOnlyList<UnitRuling>> OfAsync(string estateId, string unitId);
}

/// <summary>No estate has ruled anything.</summary>
public sealed class NoRulings : IUnitRulings
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<UnitRuling>> OfAsync(string estateId, string unitId) => new([]);
}
