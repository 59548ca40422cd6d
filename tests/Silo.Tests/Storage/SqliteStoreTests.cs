using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Migrations;
using Dispatch.Silo.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dispatch.Silo.Tests.Storage;

public sealed class SqliteStoreTests : DispatchStoreSpecification
{
    protected override Task<IStoreSite> NewSiteAsync(CancellationToken cancellation) => Task.FromResult<IStoreSite>(new SqliteSite());

    [Fact]
    public void Migrating_twice_applies_nothing_more()
    {
        Assert.Empty(StoreMigrations.Migrate(((SqliteSite)Site).Options));
    }

    [Fact]
    public async Task A_newer_store_is_refused_in_one_sentence()
    {
        await Site.ExecuteAsync(
            "insert into schema_versions (ScriptName, Applied) values ('Dispatch.Silo.Storage.Migrations.Sqlite.9999_later.sql', datetime())", Cancellation);

        var fault = Assert.Throws<StoreFaultException>(() => Site.Open());
        Assert.Contains("newer than this program", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_was_never_made_says_what_to_do()
    {
        using var folder = new TemporaryFolder();

        var fault = Assert.Throws<StoreFaultException>(() => StoreMigrations.Check(new StorageOptions { Path = folder.Path }));
        Assert.Contains("migrate", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 4096)]
    [InlineData(100, 16)]
    [InlineData(8192, 4096)]
    public async Task A_damaged_file_stops_the_start_in_one_sentence(int from, int length)
    {
        using var folder = new TemporaryFolder();
        var options = new StorageOptions { Path = folder.Path };
        StoreMigrations.Migrate(options);
        await using (var file = File.OpenWrite(Path.Combine(folder.Path, "dispatch.db")))
        {
            file.Position = from;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, length).ToArray(), Cancellation);
        }

        var fault = Assert.Throws<StoreFaultException>(() => StoreMigrations.Migrate(options));
        Assert.Contains("dispatch.db", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_another_program_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "dispatch.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            SqliteFiles.Run(connection, "create table theirs (id integer)");
        }

        var fault = Assert.Throws<StoreFaultException>(() => StoreMigrations.Migrate(new StorageOptions { Path = folder.Path }));
        Assert.Contains("another program", fault.Message, StringComparison.Ordinal);
    }
}

/// <summary>A folder that goes away with its test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dispatch-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>SQLite files in a folder of their own.</summary>
public sealed class SqliteSite : IStoreSite
{
    private readonly TemporaryFolder _folder = new();

    public SqliteSite()
    {
        Options = new StorageOptions { Path = _folder.Path };
        StoreMigrations.Migrate(Options);
    }

    public StorageOptions Options { get; }

    public OpenStore Open(int queueLimit = 4096) => new(new Dictionary<string, string?>
    {
        ["Storage:Provider"] = "sqlite",
        ["Storage:Path"] = _folder.Path,
        ["Storage:QueueLimit"] = $"{queueLimit}",
    });

    public async Task<IAsyncDisposable> HoldWritersAsync(CancellationToken cancellation)
    {
        var connection = await ConnectAsync(cancellation);
        SqliteFiles.Run(connection, "begin immediate");
        return connection;
    }

    public async Task CutWhileCommittingAsync(OpenStore store, Commit commit, CancellationToken cancellation)
    {
        var writer = store.Get<SqliteStore>().Writer;
        writer.Committing = () => throw new SqliteException("The disk failed.", 10);
        try
        {
            await store.Store.CommitAsync(commit, cancellation);
        }
        finally
        {
            writer.Committing = null;
        }
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        SqliteFiles.Run(connection, sql);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SqliteConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(SqliteFiles.ConnectionString(Path.Combine(_folder.Path, "dispatch.db"), SqliteOpenMode.ReadWrite));
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
