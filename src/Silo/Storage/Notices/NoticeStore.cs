using System.Data.Common;
using System.Text.Json;
using Dapper;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Reads;

namespace Dispatch.Silo.Storage.Notices;

/// <summary>Notices in the store's own database. Whoever writes here locks notices and nothing else, so no commit can wait in a circle.</summary>
internal sealed class NoticeStore(IStoreAccess store) : INoticeStore
{
    /// <summary>How many notices one transaction removes, so that commits wait for none of them long.</summary>
    private const int TrimStep = 500;

    private const string Columns =
        """
        n.id, n.owner, (select o.number from owners o where o.id = n.owner) as number, n.street, n.receiver, n.cause, n.urgent, n.at, n.expires_at,
        n.payload, n.state, n.step, n.attempts, n.next_at, n.seen_at, n.gone_at, n.tries
        """;

    private string IsFree => $"(n.leased_until is null or n.leased_until <= {store.RealNow})";

    public ValueTask<IReadOnlyList<StoredNotice>> ClaimDueAsync(
        DateTimeOffset now, IReadOnlyList<string> kinds, int limit, string holder, TimeSpan lease, CancellationToken cancellation = default) =>
        store.WriteAsync<IReadOnlyList<StoredNotice>>(
            async connection =>
            {
                var due = await connection.RowsAsync(
                    $"""
                    select {Columns} from notices n
                    where n.next_at <= @now and {IsFree} and {IsOf(kinds)}
                    order by n.next_at, n.id limit @limit {store.NotHeld}
                    """,
                    new { now = now.ToUnixTimeMilliseconds(), limit = (long)limit },
                    Notice).ConfigureAwait(false);
                foreach (var notice in due)
                {
                    await connection.ExecuteAsync(
                        $"update notices set leased_by = @holder, leased_until = {store.RealNow} + @lease where id = @id",
                        new { id = notice.Id, holder, lease = (long)lease.TotalMilliseconds }).ConfigureAwait(false);
                }

                return due;
            },
            cancellation);

    public ValueTask<DateTimeOffset?> NextDueAsync(IReadOnlyList<string> kinds, CancellationToken cancellation = default) => store.ReadAsync(
        connection => connection.RowAsync(
            $"select n.next_at from notices n where n.next_at is not null and {IsFree} and {IsOf(kinds)} order by n.next_at limit 1",
            new { },
            reader => (DateTimeOffset?)reader.Instant(0)),
        cancellation);

    public ValueTask<bool> AdvanceAsync(NoticeStep step, CancellationToken cancellation = default) => store.WriteAsync(
        async connection =>
        {
            var written = await connection.ExecuteAsync(
                """
                update notices set state = @state, step = @step, attempts = @attempts, next_at = @next, tries = @tries, leased_by = null, leased_until = null
                where id = @id and leased_by = @holder and gone_at is null and seen_at is null
                """,
                new
                {
                    id = step.Id,
                    holder = step.Holder,
                    state = step.State.ToString(),
                    step = (long)step.Step,
                    attempts = (long)step.Attempts,
                    next = step.NextAt?.ToUnixTimeMilliseconds(),
                    tries = JsonSerializer.Serialize(step.Tries.TakeLast(StoredNotice.MostTries)),
                }).ConfigureAwait(false);
            foreach (var next in step.Opened.Take(written * step.Opened.Count).OrderBy(next => next.Receiver, StringComparer.Ordinal))
            {
                await connection.ExecuteAsync(
                    """
                    insert into notices (id, owner, street, receiver, cause, urgent, at, expires_at, payload, state, step, attempts, next_at, tries)
                    select @next, p.owner, p.street, @receiver, @cause, @urgent, @at, cast(@expires as bigint), @payload, 'Waiting', 0, 0, @at, '[]'
                    from notices p where p.id = @id
                    on conflict (owner, cause, receiver) where gone_at is null do nothing
                    """,
                    new
                    {
                        id = step.Id,
                        next = $"{step.Id}~{NoticeReceiver.Id(next.Receiver)}",
                        receiver = next.Receiver,
                        cause = next.Cause,
                        urgent = StoredFlags.Flag(next.Urgent),
                        at = next.At.ToUnixTimeMilliseconds(),
                        expires = next.ExpiresAt?.ToUnixTimeMilliseconds(),
                        payload = next.Payload,
                    }).ConfigureAwait(false);
            }

            return written == 1;
        },
        cancellation);

    public async ValueTask<bool> SeenAsync(string id, string receiver, DateTimeOffset at, CancellationToken cancellation = default) => await store.WriteAsync(
        connection => connection.ExecuteAsync(
            """
            update notices set state = case when seen_at is null then 'Seen' else state end, seen_at = coalesce(seen_at, @at), next_at = null
            where id = @id and receiver = @receiver
            """,
            new { id, receiver, at = at.ToUnixTimeMilliseconds() }),
        cancellation).ConfigureAwait(false) == 1;

    public ValueTask<IReadOnlyList<StoredNotice>> OfReceiverAsync(string receiver, int limit, CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<StoredNotice>>(
            async connection => await connection.RowsAsync(
                $"select {Columns} from notices n where n.receiver = @receiver and n.state <> 'Quiet' order by n.at desc, n.id desc limit @limit",
                new { receiver, limit = (long)limit },
                Notice).ConfigureAwait(false),
            cancellation);

    public ValueTask<IReadOnlyList<StoredNotice>> OfOwnerAsync(Scope owner, int limit, CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<StoredNotice>>(
            async connection =>
            {
                var newest = await connection.RowsAsync(
                    $"select {Columns} from notices n where n.owner = @owner order by n.at desc, n.id desc limit @limit",
                    new { owner = owner.ToString(), limit = (long)limit },
                    Notice).ConfigureAwait(false);
                newest.Reverse();
                return newest;
            },
            cancellation);

    public async ValueTask<int> TrimAsync(DateTimeOffset goneBefore, CancellationToken cancellation = default)
    {
        var (removed, step) = (0, 0);
        do
        {
            step = await store.WriteAsync(
                connection => connection.ExecuteAsync(
                    "delete from notices where id in (select id from notices where gone_at < @before order by gone_at limit @step)",
                    new { before = goneBefore.ToUnixTimeMilliseconds(), step = (long)TrimStep }),
                cancellation).ConfigureAwait(false);
            removed += step;
        }
        while (step == TrimStep);

        return removed;
    }

    /// <summary>Kinds are words of this program and never text from outside.</summary>
    private static string IsOf(IReadOnlyList<string> kinds) => $"({string.Join(" or ", kinds.Select(kind => $"n.receiver like '{kind}:%'"))})";

    private static StoredNotice Notice(DbDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Owner = OwnerOf(reader.GetString(1)),
        Number = reader.Text(2),
        StreetId = reader.GetString(3),
        Notice = new NewNotice
        {
            Receiver = reader.GetString(4),
            Cause = reader.GetString(5),
            Urgent = reader.GetInt64(6) == 1,
            At = reader.Instant(7),
            ExpiresAt = reader.MaybeInstant(8),
            Payload = reader.GetString(9),
        },
        State = Enum.Parse<NoticeState>(reader.GetString(10)),
        Step = (int)reader.GetInt64(11),
        Attempts = (int)reader.GetInt64(12),
        NextAt = reader.MaybeInstant(13),
        SeenAt = reader.MaybeInstant(14),
        GoneAt = reader.MaybeInstant(15),
        Tries = JsonSerializer.Deserialize<List<NoticeTry>>(reader.GetString(16)) ?? [],
    };

    // Not every owner is a scope that text from outside may name: a dossier is none.
    private static Scope OwnerOf(string id) => new(id[..id.IndexOf(':', StringComparison.Ordinal)], id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..]);
}
