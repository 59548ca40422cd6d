using Npgsql;

namespace Dispatch.TestKit.Postgres;

/// <summary>A database of its own for one test, empty when handed out and dropped with whatever is still connected to it.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string _name;
    private readonly string _administration;

    private PostgresDatabase(string name, string administration)
    {
        _name = name;
        _administration = administration;
        ConnectionString = new NpgsqlConnectionStringBuilder(administration) { Database = name, Pooling = true }.ConnectionString;
    }

    /// <summary>Connects to this database with the right to do anything in it.</summary>
    public string ConnectionString { get; }

    internal static async Task<PostgresDatabase> CreateAsync(string administration, CancellationToken cancellationToken)
    {
        // Pooled connections to the administration database would outlive the test that made them.
        var unpooled = new NpgsqlConnectionStringBuilder(administration) { Pooling = false }.ConnectionString;
        var database = new PostgresDatabase($"dispatch_test_{Guid.NewGuid():N}", unpooled);
        await database.ExecuteAsync($"CREATE DATABASE {database._name} TEMPLATE template0", cancellationToken);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", CancellationToken.None);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_administration);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
