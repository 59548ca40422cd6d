namespace Dispatch.Contracts;

/// <summary>Finds places in the territory: a stateless worker with key 0.</summary>
[Alias("place-grain")]
public interface IPlaceGrain : IGrainWithIntegerKey
{
    /// <summary>The grid that contains a place; a unit, building or estate beats coordinates. Refused: <c>outside-territory</c>, <c>unknown-place</c>, <c>invalid-value</c>.</summary>
    [Alias("locate")]
    Task<Located> Locate(PlaceInput place);

    /// <summary>Whether a scope lies in another (or is it); unknown scopes lie nowhere.</summary>
    [Alias("is-within")]
    Task<bool> IsWithin(Scope inner, Scope outer);

    /// <summary>The ids of the grids that lie in a street or community, or of the grid itself, in order; none of a scope that is not on the ground.</summary>
    [Alias("grids-in")]
    Task<IReadOnlyList<string>> GridsIn(Scope scope);

    /// <summary>
    /// The ground of the street that an area lies in; of the first street without an area, or with one that is not on the ground.
    /// Null where the territory has no such area. Without its text where it still is the one that <paramref name="knownTag"/> names.
    /// </summary>
    [Alias("ground")]
    Task<TerritoryText?> Ground(Scope? area, string? knownTag);

    /// <summary>The id of the street whose <see cref="Ground"/> somebody with this area is shown; null where the territory has no such area.</summary>
    [Alias("street-of")]
    Task<string?> StreetOf(Scope? area);

    /// <summary>The ids of every street, in the territory's order.</summary>
    [Alias("streets")]
    Task<IReadOnlyList<string>> Streets();

    /// <summary>The names of areas, in their order; null for one that neither the territory nor the policy pack has. A grid is named with its community.</summary>
    [Alias("names-of")]
    Task<IReadOnlyList<Text?>> NamesOf(IReadOnlyList<Scope> areas);
}

/// <summary>A place found, or why not.</summary>
/// <param name="Place">Null with a refusal.</param>
/// <param name="Refusal">Null with a place.</param>
[GenerateSerializer, Immutable, Alias("located")]
public sealed record Located([property: Id(0)] CasePlace? Place, [property: Id(1)] Refusal? Refusal = null);
