using Dispatch.Contracts;
using Orleans.Concurrency;

namespace Dispatch.Grains.Routing;

/// <summary>Answers where a place lies, from the map that this silo holds.</summary>
[StatelessWorker]
public sealed class PlaceGrain(AreaMap map) : Grain, IPlaceGrain
{
    /// <inheritdoc/>
    public Task<Located> Locate(PlaceInput place) => Task.FromResult(Locations.Find(map, place));

    /// <inheritdoc/>
    public Task<bool> IsWithin(Scope inner, Scope outer) => Task.FromResult(map.Territory.Knows(inner) && map.Territory.Covers(outer, inner));
}
