using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Reads;

namespace Dispatch.Silo.Storage.Postgres;

/// <summary>Claims that skip what others hold, in the database's own real time.</summary>
internal sealed class PostgresDeadlines(PostgresStore store) : DeadlineReads(store)
{
    public override ValueTask<IReadOnlyList<DueOwner>> ClaimDueAsync(
        DateTimeOffset now, int limit, string holder, TimeSpan lease, CancellationToken cancellation = default) =>
        store.ReadAsync(
            async connection => ByOwner(await connection.RowsAsync(
                $"""
                with due as materialized (
                  select owner, clock from deadlines
                  where due_at < @now and (leased_until is null or leased_until <= {store.RealNow})
                  order by due_at limit @limit
                  for update skip locked
                ),
                claimed as (
                  update deadlines d set leased_by = @holder, leased_until = {store.RealNow} + @lease
                  from due where d.owner = due.owner and d.clock = due.clock
                  returning d.owner, d.clock, d.generation, d.mark, d.due_at
                )
                select {StoredRows.OwnerColumns}, c.clock, c.generation, c.mark, c.due_at
                from claimed c join owners o on o.id = c.owner
                order by c.due_at
                """,
                new { now = now.ToUnixTimeMilliseconds(), limit, holder, lease = (long)lease.TotalMilliseconds },
                reader => (
                    StoredRows.Owner(reader),
                    new Deadline(reader.GetString(4), (int)reader.GetInt64(5), (int)reader.GetInt64(6), reader.Instant(7)))).ConfigureAwait(false)),
            cancellation);
}
