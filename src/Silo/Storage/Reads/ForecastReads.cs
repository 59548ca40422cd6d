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
        // Deadlines lie in the order of the page, so that it costs what is on it; SQLite keeps the order of a cross join and would
        // rather sort all cases of the street for each page. The first of a case's clocks stands for it.
        return store.ReadAsync<IReadOnlyList<StoredOwner>>(
            async connection => await connection.RowsAsync(
                $"""
                select {StoredRows.OwnerColumns} from deadlines d cross join owners o
                where d.owner > @after and d.due_at < @before
                  and not exists (select 1 from deadlines e where e.owner = d.owner and e.clock < d.clock and e.due_at < @before)
                  and o.id = d.owner and o.open = 1 and o.opened_at is not null{(query.Scope is { } scope ? $" and {store.LiesIn(scope)}" : "")}
                order by d.owner limit @limit
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
