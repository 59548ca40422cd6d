using System.Data.Common;
using System.Text.Json;
using Dapper;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Reads;

namespace Dispatch.Silo.Storage.Notices;

/// <summary>Notices in the store's own database. Whoever writes here locks notices and nothing else, so no commit can wait in a circle.</summary>
internal sealed class NoticeStore(IStoreAccess store, ICommittedFeed followers) : INoticeStore
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

    public async ValueTask<bool> AdvanceAsync(NoticeStep step, CancellationToken cancellation = default)
    {
        var receiver = await store.WriteAsync(connection => AdvanceAsync(connection, step), cancellation).ConfigureAwait(false);
        if (receiver is not null)
        {
            Ring([receiver, .. step.Opened.Select(next => next.Receiver)]);
        }

        return receiver is not null;
    }

    public async ValueTask<bool> SeenAsync(string id, string receiver, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var written = await store.WriteAsync(
            connection => connection.ExecuteAsync(
                """
                update notices set state = case when seen_at is null then 'Seen' else state end, seen_at = coalesce(seen_at, @at), next_at = null
                where id = @id and receiver = @receiver
                """,
                new { id, receiver, at = at.ToUnixTimeMilliseconds() }),
            cancellation).ConfigureAwait(false);
        if (written == 1)
        {
            Ring([receiver]);
        }

        return written == 1;
    }

    public async ValueTask MakeStandAsync(
        Scope owner, string streetId, IReadOnlyList<NewNotice> stands, DateTimeOffset at, CancellationToken cancellation = default) =>
        Ring(await store.WriteAsync(connection => MakeStandAsync(connection, owner, streetId, stands, at), cancellation).ConfigureAwait(false));

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
                    $"""
                    delete from notices where id in (
                        select id from notices where gone_at < @before
                        or (gone_at is null and next_at is null and at < @before and {IsOf([NoticeReceiver.SystemKind], "receiver")})
                        limit @step)
                    """,
                    new { before = goneBefore.ToUnixTimeMilliseconds(), step = (long)TrimStep }),
                cancellation).ConfigureAwait(false);
            removed += step;
        }
        while (step == TrimStep);

        return removed;
    }

    /// <summary>Who was told; null where nothing was written.</summary>
    private static async Task<string?> AdvanceAsync(DbConnection connection, NoticeStep step)
    {
        var receiver = await connection.QuerySingleOrDefaultAsync<string?>(
            """
            update notices set state = @state, step = @step, attempts = @attempts, next_at = @next, tries = @tries, leased_by = null, leased_until = null
            where id = @id and leased_by = @holder and gone_at is null and seen_at is null returning receiver
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
        foreach (var next in step.Opened.Take(receiver is null ? 0 : step.Opened.Count).OrderBy(next => next.Receiver, StringComparer.Ordinal))
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

        return receiver;
    }

    /// <summary>Whose notices changed.</summary>
    private static async Task<List<string>> MakeStandAsync(
        DbConnection connection, Scope owner, string streetId, IReadOnlyList<NewNotice> stands, DateTimeOffset at)
    {
        List<string> changed = [];
        var open = await connection.RowsAsync(
            "select n.cause, n.receiver from notices n where n.owner = @owner and n.gone_at is null order by n.cause, n.receiver",
            new { owner = owner.ToString() },
            reader => (Cause: reader.GetString(0), Receiver: reader.GetString(1))).ConfigureAwait(false);
        var standing = stands.Select(one => (one.Cause, one.Receiver)).ToHashSet();
        foreach (var (cause, receiver) in open.Where(one => !standing.Contains(one)))
        {
            await connection.ExecuteAsync(
                "update notices set gone_at = @at, next_at = null where owner = @owner and cause = @cause and receiver = @receiver and gone_at is null",
                new { owner = owner.ToString(), cause, receiver, at = at.ToUnixTimeMilliseconds() }).ConfigureAwait(false);
            changed.Add(receiver);
        }

        foreach (var one in stands.Where(one => !open.Contains((one.Cause, one.Receiver))).OrderBy(one => one.Cause, StringComparer.Ordinal))
        {
            // By the id a cause that was told and is over is known when it is asked for again.
            var added = await connection.ExecuteAsync(
                """
                insert into notices (id, owner, street, receiver, cause, urgent, at, expires_at, payload, state, step, attempts, next_at, tries)
                values (@id, @owner, @street, @receiver, @cause, @urgent, @at, cast(@expires as bigint), @payload, 'Waiting', 0, 0, @at, '[]')
                on conflict do nothing
                """,
                new
                {
                    id = $"{owner}.{one.Cause}~{NoticeReceiver.Id(one.Receiver)}".Replace(':', '.'),
                    owner = owner.ToString(),
                    street = streetId,
                    receiver = one.Receiver,
                    cause = one.Cause,
                    urgent = StoredFlags.Flag(one.Urgent),
                    at = one.At.ToUnixTimeMilliseconds(),
                    expires = one.ExpiresAt?.ToUnixTimeMilliseconds(),
                    payload = one.Payload,
                }).ConfigureAwait(false);
            if (added == 1)
            {
                changed.Add(one.Receiver);
            }
        }

        return changed;
    }

    private void Ring(IReadOnlyCollection<string> receivers)
    {
        if (NoticeReceiver.People(receivers) is { Count: > 0 } people)
        {
            followers.NoticesChanged(people);
        }
    }

    /// <summary>Kinds are words of this program and never text from outside.</summary>
    private static string IsOf(IReadOnlyList<string> kinds, string receiver = "n.receiver") => $"({string.Join(" or ", kinds.Select(kind => $"{receiver} like '{kind}:%'"))})";

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
