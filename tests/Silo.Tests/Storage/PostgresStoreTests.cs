using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Migrations;
using Dispatch.TestKit.Postgres;
using Npgsql;

namespace Dispatch.Silo.Tests.Storage;

public sealed class PostgresStoreTests : DispatchStoreSpecification
{
    private PostgresSite Database => (PostgresSite)Site;

    protected override async Task<IStoreSite> NewSiteAsync(CancellationToken cancellation) =>
        new PostgresSite(await PostgresServer.NewDatabaseAsync(cancellation));

    [Fact]
    public void Migrating_twice_applies_nothing_more()
    {
        Assert.Empty(StoreMigrations.Migrate(Database.Options));
    }

    [Fact]
    public async Task A_newer_store_is_refused_in_one_sentence()
    {
        await Site.ExecuteAsync(
            "insert into schema_versions (scriptname, applied) values ('Dispatch.Silo.Storage.Migrations.Postgres.9999_later.sql', now())", Cancellation);

        var fault = Assert.Throws<StoreFaultException>(() => Site.Open());
        Assert.Contains("newer than this program", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_is_away_stops_the_start_in_one_sentence()
    {
        var nowhere = new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = "Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2" };

        Assert.Throws<StoreFaultException>(() => StoreMigrations.Migrate(nowhere));
        Assert.Throws<StoreFaultException>(() => StoreMigrations.Check(nowhere));
    }

    [Fact]
    public async Task While_the_database_is_away_commits_and_reads_are_refused_and_afterwards_they_go_on()
    {
        await using var store = Site.Open();
        await store.Store.CommitAsync(Commits.Report("before"), Cancellation);
        await using (await Database.TakeAwayAsync(Cancellation))
        {
            // The first finds its connection gone; from then on there is none to lose.
            await Assert.ThrowsAnyAsync<Exception>(async () => await store.Store.CommitAsync(Commits.Report("cut"), Cancellation));
            await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Store.CommitAsync(Commits.Report("away"), Cancellation));
            await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Store.LoadAsync(Scope.Case("before"), Cancellation));
        }

        CommitOutcome? outcome = null;
        while (outcome is null)
        {
            try
            {
                outcome = await store.Store.CommitAsync(Commits.Report("after"), Cancellation);
            }
            catch (StoreUnavailableException)
            {
                await Task.Yield();
            }
        }

        Assert.Equal(1, outcome.Value.Version);
        Assert.Null(await store.Store.LoadAsync(Scope.Case("away"), Cancellation));
    }
}

/// <summary>A database of its own on the tests' server.</summary>
public sealed class PostgresSite : IStoreSite
{
    private readonly PostgresDatabase _database;

    public PostgresSite(PostgresDatabase database)
    {
        _database = database;
        Options = new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = database.ConnectionString };
        StoreMigrations.Migrate(Options);
    }

    public StorageOptions Options { get; }

    public OpenStore Open(int queueLimit = 4096) => new(new Dictionary<string, string?>
    {
        ["Storage:Provider"] = "postgres",
        ["ConnectionStrings:Dispatch"] = _database.ConnectionString,
        ["Storage:QueueLimit"] = $"{queueLimit}",
    });

    public async Task<IAsyncDisposable> HoldWritersAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(cancellation);
        await new NpgsqlCommand("begin; lock table streets in exclusive mode", connection).ExecuteNonQueryAsync(cancellation);
        return new Held(connection);
    }

    public async Task CutWhileCommittingAsync(OpenStore store, Commit commit, CancellationToken cancellation)
    {
        await using (await HoldWritersAsync(cancellation))
        {
            var committing = store.Store.CommitAsync(commit, cancellation).AsTask();
            long cut;
            do
            {
                cut = (long)(await ScalarAsync(
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
                    cancellation))!;
            }
            while (cut == 0);

            await committing;
        }
    }

    /// <summary>Ends every connection and takes no new ones until it is disposed.</summary>
    public async Task<IAsyncDisposable> TakeAwayAsync(CancellationToken cancellation)
    {
        var name = new NpgsqlConnectionStringBuilder(_database.ConnectionString).Database;
        var administration = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await administration.OpenAsync(cancellation);
        await new NpgsqlCommand(
            $"""
            alter database {name} with allow_connections false;
            select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'
            """,
            administration).ExecuteNonQueryAsync(cancellation);
        return new Back(administration, name!);
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellation) => await ScalarAsync(sql, cancellation);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellation);
    }

    private sealed class Held(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await new NpgsqlCommand("rollback", connection).ExecuteNonQueryAsync();
            await connection.DisposeAsync();
        }
    }

    private sealed class Back(NpgsqlConnection administration, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await new NpgsqlCommand($"alter database {name} with allow_connections true", administration).ExecuteNonQueryAsync();
            await administration.DisposeAsync();
        }
    }
}
