using System.Diagnostics;
using Dispatch.TestKit;
using Dispatch.TestKit.Postgres;
using Npgsql;

namespace Dispatch.Silo.Tests;

public sealed class PostgresServerTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_database_is_empty_and_speaks_utf8()
    {
        await using var database = await PostgresServer.NewDatabaseAsync(Cancelled);

        Assert.Equal("0", await AskAsync(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
        Assert.Equal("UTF8", await AskAsync(database, "SHOW server_encoding"));
        Assert.Equal("硖石街道", await AskAsync(database, "SELECT '硖石街道'"));
    }

    [Fact]
    public async Task Two_databases_know_nothing_of_each_other()
    {
        await using var first = await PostgresServer.NewDatabaseAsync(Cancelled);
        await using var second = await PostgresServer.NewDatabaseAsync(Cancelled);

        await AskAsync(first, "CREATE TABLE cases (id text)");

        Assert.Equal("", await AskAsync(second, "SELECT to_regclass('cases')::text"));
    }

    [Fact]
    public async Task A_database_is_dropped_with_those_who_are_still_connected()
    {
        var database = await PostgresServer.NewDatabaseAsync(Cancelled);
        var name = await AskAsync(database, "SELECT current_database()");
        await using var connected = new NpgsqlConnection(database.ConnectionString);
        await connected.OpenAsync(Cancelled);

        await database.DisposeAsync();

        await using var other = await PostgresServer.NewDatabaseAsync(Cancelled);
        Assert.Equal("0", await AskAsync(other, $"SELECT count(*) FROM pg_database WHERE datname = '{name}'"));
    }

    [Fact]
    public async Task A_server_of_its_own_forces_commits_to_disk_when_told_to_and_leaves_no_process_behind()
    {
        var server = await Require.PostgresOfItsOwn(new PostgresOptions { Fsync = true, MaxConnections = 300 }, Cancelled);
        using var process = Process.GetProcessById(server.ProcessId!.Value);
        await using (var database = await server.CreateDatabaseAsync(Cancelled))
        {
            Assert.Equal("on", await AskAsync(database, "SHOW fsync"));
            Assert.Equal("300", await AskAsync(database, "SHOW max_connections"));
        }

        await server.DisposeAsync();

        await process.WaitForExitAsync(Cancelled);
        Assert.True(process.HasExited);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => server.CreateDatabaseAsync(Cancelled));
    }

    [Fact]
    public async Task A_setting_that_PostgreSQL_does_not_know_is_told_in_its_own_words()
    {
        var options = new PostgresOptions { Settings = new Dictionary<string, string> { ["no_such_setting"] = "1" } };

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Require.PostgresOfItsOwn(options, Cancelled));

        Assert.Contains("no_such_setting", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(PostgresDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync(Cancelled))?.ToString() ?? "";
    }
}
