using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>One owner as stored: its state, its events, its commands.</summary>
internal sealed class OwnerReads(IStoreAccess store)
{
    public ValueTask<StoredOwner?> LoadAsync(Scope owner, CancellationToken cancellation) => store.ReadAsync(
        connection => connection.RowAsync(
            $"select {StoredRows.OwnerColumns} from owners o where o.id = @id", new { id = owner.ToString() }, StoredRows.Owner),
        cancellation);

    public ValueTask<CommitOutcome?> FindCommandAsync(Scope owner, string actorId, string key, CancellationToken cancellation) =>
        store.ReadAsync(
            connection => connection.RowAsync(
                """
                select e.version, o.number, e.command_hash
                from events e join owners o on o.id = e.owner
                where e.owner = @id and e.command_actor = @actorId and e.command_key = @key
                """,
                new { id = owner.ToString(), actorId, key },
                reader => (CommitOutcome?)new CommitOutcome(
                    reader.GetInt64(0), reader.Text(1), new CommandMark(actorId, key, reader.GetString(2)))),
            cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> EventsAsync(Scope owner, long afterSeq, int limit, CancellationToken cancellation) =>
        store.ReadAsync<IReadOnlyList<StoredEvent>>(
            async connection => await connection.RowsAsync(
                """
                select seq, version, name, at, occurred_at, actor, data
                from events where owner = @id and seq > @afterSeq order by seq limit @limit
                """,
                new { id = owner.ToString(), afterSeq, limit },
                reader => new StoredEvent(
                    reader.GetInt64(0),
                    reader.GetInt64(1),
                    new EventRecord(
                        reader.GetString(2), reader.Instant(3), reader.MaybeInstant(4), reader.GetString(5), reader.GetString(6))))
                .ConfigureAwait(false),
            cancellation);
}
