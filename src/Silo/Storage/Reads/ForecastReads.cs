using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>Open cases that something is due for, found by their deadlines, which only open cases have.</summary>
internal sealed class ForecastReads(IStoreAccess store) : IForecastReads
{
    public ValueTask<IReadOnlyList<StoredOwner>> DueAsync(DueQuery query, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, DueQuery.LargestPage, nameof(query));
        return store.ReadAsync<IReadOnlyList<StoredOwner>>(
            async connection => await connection.RowsAsync(
                $"""
                select {StoredRows.OwnerColumns} from owners o
                where o.id in (select d.owner from deadlines d where d.due_at < @before and d.owner > @after)
                  and o.open = 1 and o.opened_at is not null{(query.Scope is { } scope ? $" and {store.LiesIn(scope)}" : "")}
                order by o.id limit @limit
                """,
                new
                {
                    before = query.Before.ToUnixTimeMilliseconds(),
                    after = query.After ?? "",
                    scope = query.Scope is { } within ? ScopeConditions.Argument(within) : null,
                    limit = query.Limit,
                },
                StoredRows.Owner).ConfigureAwait(false),
            cancellation);
    }
}
