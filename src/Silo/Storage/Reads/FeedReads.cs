using System.Data.Common;
using Dapper;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>The feeds as stored, and boards of now and of the past.</summary>
internal sealed class FeedReads(IStoreAccess store) : IFeedReads
{
    /// <summary>How many entries one transaction removes, so that commits wait for none of them long.</summary>
    private const int TrimStep = 5_000;

    public ValueTask<FeedPosition> HeadAsync(string streetId, CancellationToken cancellation = default) =>
        store.ReadAsync(connection => PositionAsync(connection, streetId), cancellation);

    public ValueTask<IReadOnlyList<FeedEntry>?> EntriesAsync(string streetId, long after, int limit, CancellationToken cancellation = default) =>
        store.ReadSnapshotAsync<IReadOnlyList<FeedEntry>?>(
            async connection =>
            {
                var keptAfter = await connection.ExecuteScalarAsync<long?>(
                    "select kept_after from streets where id = @streetId", new { streetId }).ConfigureAwait(false) ?? 0;
                return after < keptAfter
                    ? null
                    : await connection.RowsAsync(
                        "select at, row, number, gone from feed_entries where street = @streetId and at > @after order by at limit @limit",
                        new { streetId, after, limit },
                        Entry).ConfigureAwait(false);
            },
            cancellation);

    public ValueTask<OpenOwners> OpenCasesAsync(string streetId, CancellationToken cancellation = default) => store.ReadSnapshotAsync(
        async connection => new OpenOwners(
            await PositionAsync(connection, streetId).ConfigureAwait(false),
            await connection.RowsAsync(
                $"select {StoredRows.OwnerColumns} from owners o where o.street = @streetId and o.open = 1 and o.opened_at is not null",
                new { streetId },
                StoredRows.Owner).ConfigureAwait(false)),
        cancellation);

    public ValueTask<OpenRows?> RowsAtAsync(string streetId, DateTimeOffset at, CancellationToken cancellation = default) =>
        store.ReadSnapshotAsync<OpenRows?>(
            async connection =>
            {
                var instant = at.ToUnixTimeMilliseconds();
                var keptSince = await connection.ExecuteScalarAsync<long?>(
                    "select kept_since from streets where id = @streetId", new { streetId }).ConfigureAwait(false);
                if (keptSince > instant)
                {
                    return null;
                }

                var newest = await connection.RowsAsync(
                    """
                    select f.at, f.row, f.number, f.gone from feed_entries f
                    join (select max(at) as at from feed_entries where street = @streetId and committed_at <= @instant group by case_id) n
                      on n.at = f.at
                    where f.street = @streetId
                    """,
                    new { streetId, instant },
                    Entry).ConfigureAwait(false);
                var head = await PositionAsync(connection, streetId).ConfigureAwait(false);
                return new OpenRows(
                    head with { At = newest.Count == 0 ? 0 : newest.Max(entry => entry.At) },
                    [.. newest.Where(entry => !entry.Gone).Select(entry => entry.Row)]);
            },
            cancellation);

    /// <summary>
    /// An open case's newest entry stays however old it is: boards of later instants need it. What is left below
    /// <c>kept_after</c> is such entries only, so nobody resumes from there.
    /// </summary>
    public async ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation = default)
    {
        var instant = olderThan.ToUnixTimeMilliseconds();
        var streets = await store.ReadAsync(
            connection => connection.RowsAsync(
                "select id from streets where feed_at > 0 order by id", new { }, reader => reader.GetString(0)),
            cancellation).ConfigureAwait(false);
        var removed = 0;
        foreach (var streetId in streets)
        {
            int step;
            do
            {
                step = await store.WriteAsync(connection => TrimStepAsync(connection, streetId, instant), cancellation).ConfigureAwait(false);
                removed += step;
            }
            while (step == TrimStep);
        }

        return removed;
    }

    private static async Task<int> TrimStepAsync(DbConnection connection, string streetId, long instant)
    {
        var old = await connection.RowsAsync(
            """
            select f.at from feed_entries f
            where f.street = @streetId and f.committed_at < @instant
              and (f.gone = 1 or exists (
                select 1 from feed_entries later
                where later.street = f.street and later.case_id = f.case_id and later.at > f.at and later.committed_at < @instant))
            order by f.at limit @step
            """,
            new { streetId, instant, step = TrimStep },
            reader => reader.GetInt64(0)).ConfigureAwait(false);
        if (old.Count == 0)
        {
            return 0;
        }

        // The street's row first, as in every commit.
        await connection.ExecuteAsync(
            """
            update streets set
              kept_after = case when kept_after > @last then kept_after else @last end,
              kept_since = case when kept_since > @instant then kept_since else @instant end
            where id = @streetId
            """,
            new { streetId, instant, last = old[^1] }).ConfigureAwait(false);
        foreach (var at in old)
        {
            await connection.ExecuteAsync(
                "delete from feed_entries where street = @streetId and at = @at", new { streetId, at }).ConfigureAwait(false);
        }

        return old.Count;
    }

    private static async Task<FeedPosition> PositionAsync(DbConnection connection, string streetId) => (await connection.RowAsync(
        "select s.epoch, (select feed_at from streets where id = @streetId) from store s",
        new { streetId },
        reader => new FeedPosition(reader.GetString(0), reader.Number(1) ?? 0)).ConfigureAwait(false))!;

    private static FeedEntry Entry(DbDataReader reader) =>
        new(reader.GetInt64(0), CaseRowJson.Read(reader.GetString(1), reader.Text(2)), reader.GetInt64(3) == 1);
}
