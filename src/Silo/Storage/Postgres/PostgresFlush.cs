using System.Runtime.InteropServices;
using Dispatch.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Dispatch.Silo.Storage.Postgres;

/// <summary>One connection's flush: columns that are filled and emptied again, and the prepared batches that carry them: without and with what is to be told.</summary>
internal sealed class PostgresFlush : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlBatch _batch;
    private readonly NpgsqlBatch _telling;
    private readonly MemberColumns _members = new();
    private readonly EventColumns _events = new();
    private readonly DeadlineColumns _deadlines = new();
    private readonly FeedColumns _feed = new();
    private readonly NoticeColumns _notices = new();
    private readonly FeedHints _hints;
    private readonly Dictionary<string, long> _heads = new(StringComparer.Ordinal);

    private PostgresFlush(NpgsqlConnection connection, FeedHints hints, string epoch, int timeout)
    {
        _connection = connection;
        _hints = hints;
        Epoch = epoch;
        _batch = NewBatch(timeout);
        _telling = NewBatch(timeout);
        _notices.AddTo(_telling);
    }

    /// <summary>The store's epoch as it was when the connection opened.</summary>
    public string Epoch { get; }

    /// <summary>False once the connection broke.</summary>
    public bool Usable => _connection.State == System.Data.ConnectionState.Open;

    public static async Task<PostgresFlush> OpenAsync(NpgsqlDataSource source, FeedHints hints, TimeSpan timeout)
    {
        var connection = await source.OpenConnectionAsync().ConfigureAwait(false);
        try
        {
            await using (var session = new NpgsqlCommand(PostgresFlushSql.Session, connection))
            {
                await session.ExecuteNonQueryAsync().ConfigureAwait(false);
            }

            await using var epoch = new NpgsqlCommand("select epoch from store", connection);
            var flush = new PostgresFlush(
                connection, hints, (string)(await epoch.ExecuteScalarAsync().ConfigureAwait(false))!, (int)Math.Ceiling(timeout.TotalSeconds));
            await flush._batch.PrepareAsync().ConfigureAwait(false);
            await flush._telling.PrepareAsync().ConfigureAwait(false);
            return flush;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Commits the members in one transaction and tells each what became of it. Throws before anybody was told.</summary>
    public async Task RunAsync(List<PendingCommit> members)
    {
        // Every writer takes its locks in this order.
        members.Sort(static (one, other) => string.CompareOrdinal(one.OwnerId, other.OwnerId));
        Fill(members);
        try
        {
            // The transaction ends with the answer: only when it was read to the end is anything committed.
            var verdicts = await SendAsync(members).ConfigureAwait(false);
            CollectHints(verdicts);
            foreach (var verdict in verdicts)
            {
                verdict.Tell();
            }
        }
        finally
        {
            Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _batch.DisposeAsync().ConfigureAwait(false);
        await _telling.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    internal static NpgsqlParameter Column(List<string?> values) =>
        new NpgsqlParameter<List<string?>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    internal static NpgsqlParameter Column(List<long> values) =>
        new NpgsqlParameter<List<long>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    internal static NpgsqlParameter Column(List<long?> values) =>
        new NpgsqlParameter<List<long?>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint };

    private NpgsqlBatch NewBatch(int timeout)
    {
        var batch = new NpgsqlBatch(_connection) { Timeout = timeout };
        var hold = new NpgsqlBatchCommand(PostgresFlushSql.Hold);
        hold.Parameters.Add(Column(_members.Ids));
        var write = new NpgsqlBatchCommand(PostgresFlushSql.Write);
        foreach (var column in _members.All().Concat(_events.All()).Concat(_deadlines.All()).Concat(_feed.All()))
        {
            write.Parameters.Add(column);
        }

        batch.BatchCommands.Add(hold);
        batch.BatchCommands.Add(write);
        return batch;
    }

    private void Fill(List<PendingCommit> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            var place = i + 1;
            _members.Add(members[i]);
            _events.Add(place, members[i]);
            _deadlines.Add(place, members[i]);
            _feed.Add(place, members[i]);
            _notices.Add(members[i]);
        }
    }

    private void Clear()
    {
        _members.Clear();
        _events.Clear();
        _deadlines.Clear();
        _feed.Clear();
        _notices.Clear();
        _heads.Clear();
    }

    private async Task<Verdict[]> SendAsync(List<PendingCommit> members)
    {
        var verdicts = new Verdict[members.Count];
        await using var reader = await (_notices.IsEmpty ? _batch : _telling).ExecuteReaderAsync().ConfigureAwait(false);
        await reader.NextResultAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            if (reader.IsDBNull(0))
            {
                _heads[reader.GetString(5)] = reader.GetInt64(6);
                continue;
            }

            var member = members[(int)reader.GetInt64(0) - 1];
            var number = reader.IsDBNull(4) ? null : reader.GetString(4);
            verdicts[(int)reader.GetInt64(0) - 1] = reader switch
            {
                _ when !reader.IsDBNull(2) => new Verdict(member, VerdictKind.Repeated, reader.GetInt64(2), number, reader.GetString(3)),
                _ when reader.GetBoolean(1) => new Verdict(member, VerdictKind.Stored, member.Commit.ExpectedVersion + 1, number, null),
                _ => new Verdict(member, VerdictKind.Stale, 0, null, null),
            };
        }

        if (_notices.IsEmpty)
        {
            await reader.NextResultAsync().ConfigureAwait(false);
        }
        else
        {
            await _notices.ReadAsync(reader, _hints).ConfigureAwait(false);
        }

        return verdicts;
    }

    /// <summary>Numbers the entries as the statement did: by street, in the order of members.</summary>
    private void CollectHints(Verdict[] verdicts)
    {
        foreach (var verdict in verdicts)
        {
            if (verdict.Kind != VerdictKind.Stored)
            {
                continue;
            }

            foreach (var (street, row, gone) in verdict.Member.Commit.Feed)
            {
                var at = ++CollectionsMarshal.GetValueRefOrNullRef(_heads, street);
                var numbered = verdict.Number is null || verdict.Number == row.Number ? row : row with { Number = verdict.Number };
                _hints.Add(street, new FeedEntry(at, numbered, gone));
            }
        }
    }
}
