using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Orleans.Concurrency;

namespace Dispatch.Grains.Routing;

/// <summary>Answers where a place lies, from the map that this silo holds.</summary>
[StatelessWorker]
public sealed class PlaceGrain(AreaMap map, IPolicyShelf policies) : Grain, IPlaceGrain
{
    // The territory never changes while a process runs: each street is written once.
    private readonly Dictionary<string, TerritoryText> _grounds = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<Located> Locate(PlaceInput place) => Task.FromResult(Locations.Find(map, place));

    /// <inheritdoc/>
    public Task<bool> IsWithin(Scope inner, Scope outer) => Task.FromResult(map.Territory.Knows(inner) && map.Territory.Covers(outer, inner));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> GridsIn(Scope scope) =>
        Task.FromResult<IReadOnlyList<string>>([.. map.Territory.GridsIn(scope).Select(grid => grid.Id)]);

    /// <inheritdoc/>
    public Task<TerritoryText?> Ground(Scope? area, string? knownTag)
    {
        if (TerritoryViews.StreetFor(map.Territory, area) is not { } street)
        {
            return Task.FromResult<TerritoryText?>(null);
        }

        if (!_grounds.TryGetValue(street.Id, out var text))
        {
            _grounds[street.Id] = text = TerritoryViews.Text(TerritoryViews.Of(map, street));
        }

        return Task.FromResult<TerritoryText?>(text.Tag == knownTag ? text with { Json = null } : text);
    }

    /// <inheritdoc/>
    public Task<string?> StreetOf(Scope? area) => Task.FromResult(TerritoryViews.StreetFor(map.Territory, area)?.Id);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> Streets() => Task.FromResult<IReadOnlyList<string>>([.. map.Territory.Streets.Select(street => street.Id)]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Text?>> NamesOf(IReadOnlyList<Scope> areas) =>
        Task.FromResult<IReadOnlyList<Text?>>([.. areas.Select(area => TerritoryViews.NameOf(map.Territory, policies.Current, area))]);
}
