using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>What the morning page is made from. The lists of names are those of the two indexes, letter by letter, or no engine would use them.</summary>
internal sealed class MorningReads(IStoreAccess store) : IMorningReads
{
    private const string Missed = "e.name in ('DeadlineMissed', 'EscalationAnswered')";
    private const string Carded = "e.name in ('CardIssued', 'CardProposed')";

    public ValueTask<IReadOnlyList<OwnedEvent>> MissesAsync(Scope scope, DateTimeOffset from, int limit, CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<OwnedEvent>>(
            async connection => await connection.RowsAsync(
                $"""
                select e.owner, e.name, e.at, e.occurred_at, e.actor, e.data from events e join owners o on o.id = e.owner
                where {Missed} and e.at >= @from and o.opened_at is not null and {store.LiesIn(scope)}
                order by e.at desc, e.owner, e.seq desc limit @limit
                """,
                new { from = from.ToUnixTimeMilliseconds(), scope = ScopeConditions.Argument(scope), limit },
                reader => new OwnedEvent(reader.GetString(0), new EventRecord(
                    reader.GetString(1), reader.Instant(2), reader.MaybeInstant(3), reader.GetString(4), reader.GetString(5)))).ConfigureAwait(false),
            cancellation);

    public ValueTask<IReadOnlyList<StoredOwner>> CardedAsync(
        Scope scope, DateTimeOffset from, string? after, int limit, CancellationToken cancellation = default) =>
        OwnersAsync(
            $"""
            select {StoredRows.OwnerColumns} from owners o
            where o.id in (select e.owner from events e where {Carded} and e.at >= @from) and o.opened_at is not null and o.id > @after and {store.LiesIn(scope)}
            order by o.id limit @limit
            """,
            new { from = from.ToUnixTimeMilliseconds(), after = after ?? "", scope = ScopeConditions.Argument(scope), limit },
            cancellation);

    public ValueTask<IReadOnlyList<StoredOwner>> OpenAsync(Scope scope, string? after, int limit, CancellationToken cancellation = default) =>
        OwnersAsync(
            $"""
            select {StoredRows.OwnerColumns} from owners o
            where o.open = 1 and o.opened_at is not null and o.id > @after and {store.LiesIn(scope)}
            order by o.id limit @limit
            """,
            new { after = after ?? "", scope = ScopeConditions.Argument(scope), limit },
            cancellation);

    public ValueTask<IReadOnlyList<StoredOwner>> CasesAsync(IReadOnlyList<string> ownerIds, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ownerIds.Count, OpenedQuery.LargestPage, nameof(ownerIds));
        return ownerIds.Count == 0
            ? new ValueTask<IReadOnlyList<StoredOwner>>([])
            : OwnersAsync(
                $"select {StoredRows.OwnerColumns} from owners o where {store.IsAmong("o.id", "@ownerIds")}", new { ownerIds }, cancellation);
    }

    private ValueTask<IReadOnlyList<StoredOwner>> OwnersAsync(string sql, object arguments, CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<StoredOwner>>(
            async connection => await connection.RowsAsync(sql, arguments, StoredRows.Owner).ConfigureAwait(false), cancellation);
}
