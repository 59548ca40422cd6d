using Microsoft.Data.Sqlite;

namespace Dispatch.Silo.Storage.Sqlite;

/// <summary>The writer's statements, prepared once for the life of its connection.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<SqliteCommand> _all = [];

    public SqliteStatements(SqliteConnection connection)
    {
        _connection = connection;
        Begin = Prepare("begin immediate");
        Commit = Prepare("commit");
        Rollback = Prepare("rollback");
        FindOwner = Prepare("select version, last_seq, number from owners where id = $1", 1);
        FindCommand = Prepare(
            "select version, command_hash from events where owner = $1 and command_actor = $2 and command_key = $3", 3);
        AddOwner = Prepare(
            """
            insert into owners (id, version, last_seq, number, street, community, grid, type, status, level, officers, reported_by,
              opened_at, open, overdue, footing, search_text, snapshot, unit)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            """, 19);
        ChangeOwner = Prepare(
            """
            update owners set version = $2, last_seq = $3, number = $4, street = $5, community = $6, grid = $7, type = $8, status = $9,
              level = $10, officers = $11, reported_by = $12, opened_at = $13, open = $14, overdue = $15, footing = $16,
              search_text = $17, snapshot = $18, unit = $19
            where id = $1
            """, 19);
        AddEvent = Prepare(
            """
            insert into events (owner, seq, version, name, at, occurred_at, actor, data, command_actor, command_key, command_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """, 11);
        FindDeadlines = Prepare("select clock, generation, mark, due_at from deadlines where owner = $1", 1);
        RemoveDeadline = Prepare("delete from deadlines where owner = $1 and clock = $2", 2);
        AddDeadline = Prepare("insert into deadlines (owner, clock, generation, mark, due_at) values ($1, $2, $3, $4, $5)", 5);
        FindStreet = Prepare("select feed_at from streets where id = $1", 1);
        PutStreet = Prepare(
            """
            insert into streets (id, feed_at, fired, last_at) values ($1, $2, $3, $4)
            on conflict (id) do update set feed_at = excluded.feed_at, fired = fired + excluded.fired, last_at = max(last_at, excluded.last_at)
            """, 4);
        FindCaseNumber = Prepare("select last from case_numbers where street = $1 and year = $2", 2);
        PutCaseNumber = Prepare(
            "insert into case_numbers (street, year, last) values ($1, $2, $3) on conflict (street, year) do update set last = excluded.last", 3);
        AddFeedEntry = Prepare(
            "insert into feed_entries (street, at, case_id, number, committed_at, gone, row) values ($1, $2, $3, $4, $5, $6, $7)", 7);
        EndNotices = Prepare("update notices set gone_at = $3, next_at = null where owner = $1 and cause = $2 and gone_at is null returning receiver", 3);
        AddNotice = Prepare(
            """
            insert into notices (id, owner, street, receiver, cause, urgent, at, expires_at, payload, state, step, attempts, next_at, tries)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'Waiting', 0, 0, $7, '[]')
            on conflict (owner, cause, receiver) where gone_at is null do nothing
            """, 9);
    }

    public SqliteCommand Begin { get; }

    public SqliteCommand Commit { get; }

    public SqliteCommand Rollback { get; }

    public SqliteCommand FindOwner { get; }

    public SqliteCommand FindCommand { get; }

    public SqliteCommand AddOwner { get; }

    public SqliteCommand ChangeOwner { get; }

    public SqliteCommand AddEvent { get; }

    public SqliteCommand FindDeadlines { get; }

    public SqliteCommand RemoveDeadline { get; }

    public SqliteCommand AddDeadline { get; }

    public SqliteCommand FindStreet { get; }

    public SqliteCommand PutStreet { get; }

    public SqliteCommand FindCaseNumber { get; }

    public SqliteCommand PutCaseNumber { get; }

    public SqliteCommand AddFeedEntry { get; }

    public SqliteCommand EndNotices { get; }

    public SqliteCommand AddNotice { get; }

    public void Dispose()
    {
        foreach (var command in _all)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Prepare(string sql, int parameters = 0)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        }

        command.Prepare();
        _all.Add(command);
        return command;
    }
}

/// <summary>Fills parameters by place.</summary>
internal static class SqliteArguments
{
    public static SqliteCommand With(this SqliteCommand command, int place, string? value)
    {
        command.Parameters[place - 1].Value = (object?)value ?? DBNull.Value;
        return command;
    }

    public static SqliteCommand With(this SqliteCommand command, int place, long value)
    {
        command.Parameters[place - 1].Value = value;
        return command;
    }

    public static SqliteCommand With(this SqliteCommand command, int place, long? value)
    {
        command.Parameters[place - 1].Value = value is { } known ? known : DBNull.Value;
        return command;
    }
}
