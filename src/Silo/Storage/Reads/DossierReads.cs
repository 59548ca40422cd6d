using Dispatch.Contracts;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>Many dossiers, as committed.</summary>
internal sealed class DossierReads(IStoreAccess store) : IDossierReads
{
    private const int Most = 1_000;
    private const int MostOfUnit = 500;

    public ValueTask<IReadOnlyList<StoredOwner>> ListAsync(DossierQuery query, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.Limit, Math.Clamp(query.Limit, 1, Most), nameof(query));
        var prefix = $"{query.Kind}:{query.IdPrefix}";
        var area = query.Area?.Kind switch
        {
            null => "",
            ScopeKind.Street => "and o.street = @area",
            ScopeKind.Community => "and o.community = @area",
            ScopeKind.Grid => "and o.grid = @area",
            _ => throw new ArgumentException($"Dossiers do not lie in {query.Area}.", nameof(query)),
        };
        var open = query.Open is null ? "" : "and o.open = @open";
        return store.ReadAsync<IReadOnlyList<StoredOwner>>(
            async connection => await connection.RowsAsync(
                $"""
                select {StoredRows.OwnerColumns} from owners o
                where o.opened_at is null and o.id > @after and o.id < @end {area} {open} order by o.id limit @limit
                """,
                new
                {
                    after = query.After ?? prefix,

                    // Ids are ASCII, so whatever begins with the prefix comes before this.
                    end = prefix + "~",
                    area = query.Area?.Id,
                    open = StoredFlags.Flag(query.Open ?? true),
                    limit = query.Limit,
                },
                StoredRows.Owner).ConfigureAwait(false),
            cancellation);
    }

    public ValueTask<IReadOnlyList<StoredOwner>> OfUnitAsync(string unit, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(limit, Math.Clamp(limit, 1, MostOfUnit));
        return store.ReadAsync<IReadOnlyList<StoredOwner>>(
            async connection => await connection.RowsAsync(
                $"select {StoredRows.OwnerColumns} from owners o where o.unit = @unit order by o.id limit @limit",
                new { unit, limit },
                StoredRows.Owner).ConfigureAwait(false),
            cancellation);
    }

    public ValueTask<IReadOnlyList<StoredOwner>> OfEstateAsync(string estateId, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(limit, Math.Clamp(limit, 1, Most));
        return store.ReadAsync<IReadOnlyList<StoredOwner>>(
            async connection => await connection.RowsAsync(
                $"select {StoredRows.OwnerColumns} from owners o where o.unit > @first and o.unit < @end order by o.unit, o.id limit @limit",

                // The character after the slash.
                new { first = estateId + "/", end = estateId + "0", limit },
                StoredRows.Owner).ConfigureAwait(false),
            cancellation);
    }
}
