using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Reads;
using Microsoft.Data.Sqlite;

namespace Dispatch.Silo.Storage.Sqlite;

/// <summary>Claims through the writer, between two flushes, so that nobody else's lock is ever in the way.</summary>
internal sealed class SqliteDeadlines(SqliteStore store) : DeadlineReads(store)
{
    public override async ValueTask<IReadOnlyList<DueOwner>> ClaimDueAsync(
        DateTimeOffset now, int limit, string holder, TimeSpan lease, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return await store.Writer.RunAsync(connection => Claim(connection, now, limit, holder, lease)).ConfigureAwait(false);
    }

    private IReadOnlyList<DueOwner> Claim(SqliteConnection connection, DateTimeOffset now, int limit, string holder, TimeSpan lease)
    {
        var real = (long)SqliteFiles.Scalar(connection, $"select {store.RealNow}")!;
        using var find = connection.CreateCommand();
        find.CommandText =
            """
            select o.id, o.version, o.number, o.snapshot, d.clock, d.generation, d.mark, d.due_at
            from (
              select * from deadlines
              where due_at < $now and (leased_until is null or leased_until <= $real)
              order by due_at limit $limit
            ) d
            join owners o on o.id = d.owner
            order by d.due_at
            """;
        find.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        find.Parameters.AddWithValue("$real", real);
        find.Parameters.AddWithValue("$limit", limit);
        var rows = new List<(StoredOwner Owner, Deadline Due)>();
        using (var reader = find.ExecuteReader())
        {
            while (reader.Read())
            {
                rows.Add((StoredRows.Owner(reader), new Deadline(reader.GetString(4), reader.GetInt32(5), reader.GetInt32(6), reader.Instant(7))));
            }
        }

        Lease(connection, rows, holder, real + (long)lease.TotalMilliseconds);
        return ByOwner(rows);
    }

    private static void Lease(SqliteConnection connection, List<(StoredOwner Owner, Deadline Due)> rows, string holder, long until)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "update deadlines set leased_by = $1, leased_until = $2 where owner = $3 and clock = $4";
        for (var i = 1; i <= 4; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }

        command.With(1, holder).With(2, until);
        foreach (var (owner, due) in rows)
        {
            command.With(3, owner.OwnerId).With(4, due.Clock).ExecuteNonQuery();
        }
    }
}
