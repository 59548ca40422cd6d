using System.Data.Common;
using Dapper;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>The deadlines as the sweeper sees them; how rows are claimed is each engine's own.</summary>
internal abstract class DeadlineReads(IStoreAccess store) : IDeadlineReads
{
    public abstract ValueTask<IReadOnlyList<DueOwner>> ClaimDueAsync(
        DateTimeOffset now, int limit, string holder, TimeSpan lease, CancellationToken cancellation = default);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellation = default) => store.ReadAsync(
        connection => connection.RowAsync(
            $"select due_at from deadlines where leased_until is null or leased_until <= {store.RealNow} order by due_at limit 1",
            new { },
            reader => (DateTimeOffset?)reader.Instant(0)),
        cancellation);

    public ValueTask<DeadlineCounts> CountAsync(DateTimeOffset now, CancellationToken cancellation = default) => store.ReadSnapshotAsync(
        async connection =>
        {
            var (due, oldest) = await connection.RowAsync(
                "select count(*), min(due_at) from deadlines where due_at < @now",
                new { now = now.ToUnixTimeMilliseconds() },
                reader => (reader.GetInt64(0), reader.MaybeInstant(1))).ConfigureAwait(false);

            // Each commit adds its firings to its street's row, so that the count costs no walk through the events.
            var fired = await connection.ExecuteScalarAsync<long>(
                "select cast(coalesce(sum(fired), 0) as bigint) from streets").ConfigureAwait(false);
            return new DeadlineCounts(due, fired, oldest, await FootingsAsync(connection).ConfigureAwait(false));
        },
        cancellation);

    /// <summary>Puts claimed rows together by owner; owners and rows stay in the order of <paramref name="rows"/>, oldest first.</summary>
    protected static IReadOnlyList<DueOwner> ByOwner(IEnumerable<(StoredOwner Owner, Deadline Due)> rows)
    {
        var found = new Dictionary<string, List<Deadline>>(StringComparer.Ordinal);
        var owners = new List<DueOwner>();
        foreach (var (owner, deadline) in rows)
        {
            if (!found.TryGetValue(owner.OwnerId, out var due))
            {
                found[owner.OwnerId] = due = [];
                owners.Add(new DueOwner(owner, due));
            }

            due.Add(deadline);
        }

        return owners;
    }

    private static async Task<OpenCases> FootingsAsync(DbConnection connection)
    {
        var counts = (await connection.RowsAsync(
            "select footing, count(*) from owners where open = 1 and opened_at is not null group by footing",
            new { },
            reader => (Footing: (Footing)reader.GetInt64(0), Cases: reader.GetInt64(1))).ConfigureAwait(false))
            .ToDictionary(row => row.Footing, row => row.Cases);
        return new OpenCases(
            counts.GetValueOrDefault(Footing.Clocked),
            counts.GetValueOrDefault(Footing.Suspended),
            counts.GetValueOrDefault(Footing.LastRung),
            counts.GetValueOrDefault(Footing.Unclocked),
            counts.GetValueOrDefault(Footing.Without) + counts.GetValueOrDefault(Footing.None));
    }
}
