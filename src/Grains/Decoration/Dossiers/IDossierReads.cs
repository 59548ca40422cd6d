using Dispatch.Contracts;

namespace Dispatch.Grains.Decoration.Dossiers;

/// <summary>Looking at many dossiers, as committed.</summary>
public interface IDossierReads
{
    /// <summary>Dossiers of a kind, by id.</summary>
    ValueTask<IReadOnlyList<StoredOwner>> ListAsync(DossierQuery query, CancellationToken cancellation = default);

    /// <summary>Every owner that belongs to a flat: its cases and its dossiers, at most <paramref name="limit"/>, by id.</summary>
    /// <param name="unit"><c>estate/unit</c>.</param>
    /// <param name="limit">1 to 500.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask<IReadOnlyList<StoredOwner>> OfUnitAsync(string unit, int limit, CancellationToken cancellation = default);

    /// <summary>Every owner that belongs to a flat of an estate, by flat and id, at most <paramref name="limit"/>.</summary>
    /// <param name="estateId">The estate.</param>
    /// <param name="limit">1 to 1,000.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask<IReadOnlyList<StoredOwner>> OfEstateAsync(string estateId, int limit, CancellationToken cancellation = default);
}

/// <summary>Which dossiers.</summary>
/// <param name="Kind">One of <see cref="Contracts.Decoration.DossierKinds"/>.</param>
/// <param name="Area">In which street, community or grid; null for all.</param>
/// <param name="Open">Only those that are open, or that are over; null for both.</param>
/// <param name="IdPrefix">What their ids begin with, without the kind; empty for all.</param>
/// <param name="After">The owner id after which they come; null for the first.</param>
/// <param name="Limit">1 to 1,000.</param>
public sealed record DossierQuery(string Kind, Scope? Area = null, bool? Open = null, string IdPrefix = "", string? After = null, int Limit = 200);
