using System.Data.Common;
using Dapper;
using Dispatch.Contracts;
using Dispatch.Grains.Outages;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Reads;

namespace Dispatch.Silo.Storage;

/// <summary>The ledger of outages and the last sign of life.</summary>
internal sealed class OutageStore(IStoreAccess store) : IOutageStore
{
    public ValueTask<Outage?> BeatAsync(DateTimeOffset now, TimeSpan longest, string reason, CancellationToken cancellation = default) => store.WriteAsync(
        async connection =>
        {
            // Changing nothing locks the row, so that of several silos each sees the sign of the one before.
            var last = await connection.QuerySingleOrDefaultAsync<long?>("update heartbeat set at = at where id = 1 returning at").ConfigureAwait(false);
            await connection.ExecuteAsync(
                "insert into heartbeat (id, at) values (1, @at) on conflict (id) do update set at = excluded.at",
                new { at = now.ToUnixTimeMilliseconds() }).ConfigureAwait(false);
            return last is { } before
                && OutageLedger.Between(DateTimeOffset.FromUnixTimeMilliseconds(before), now, longest, reason) is { } outage
                    ? await AddAsync(connection, outage).ConfigureAwait(false)
                    : null;
        },
        cancellation);

    public ValueTask<Outage> RecordAsync(Outage outage, CancellationToken cancellation = default) =>
        store.WriteAsync(connection => AddAsync(connection, outage), cancellation);

    public async ValueTask ExtendAsync(long id, DateTimeOffset to, CancellationToken cancellation = default) => await store.WriteAsync(
        connection => connection.ExecuteAsync(
            "update outages set to_at = @to where id = @id and to_at < @to", new { id, to = to.ToUnixTimeMilliseconds() }),
        cancellation).ConfigureAwait(false);

    public ValueTask<IReadOnlyList<Outage>> OutagesAsync(
        string? streetId, DateTimeOffset endedAfter, int limit, CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<Outage>>(
            async connection => await connection.RowsAsync(
                $"""
                select id, street, from_at, to_at, reason, recorded_by, recorded_at from outages
                where to_at > @endedAfter{(streetId is null ? "" : " and (street is null or street = @streetId)")}
                order by id desc limit @limit
                """,
                new { streetId, endedAfter = endedAfter.ToUnixTimeMilliseconds(), limit },
                reader => new Outage
                {
                    Id = reader.GetInt64(0),
                    StreetId = reader.Text(1),
                    From = reader.Instant(2),
                    To = reader.Instant(3),
                    Reason = reader.GetString(4),
                    By = reader.GetString(5),
                    RecordedAt = reader.Instant(6),
                }).ConfigureAwait(false),
            cancellation);

    private static async Task<Outage> AddAsync(DbConnection connection, Outage outage)
    {
        var id = await connection.QuerySingleAsync<long>(
            """
            insert into outages (street, from_at, to_at, reason, recorded_by, recorded_at)
            values (@street, @from, @to, @reason, @by, @recordedAt) returning id
            """,
            new
            {
                street = outage.StreetId,
                from = outage.From.ToUnixTimeMilliseconds(),
                to = outage.To.ToUnixTimeMilliseconds(),
                reason = outage.Reason,
                by = outage.By,
                recordedAt = outage.RecordedAt.ToUnixTimeMilliseconds(),
            }).ConfigureAwait(false);
        return outage with { Id = id };
    }
}
