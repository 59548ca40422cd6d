using Dispatch.Grains.Policies;
using Dispatch.Silo.City;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Auditing;
using Dispatch.TestKit;
using Dispatch.TestKit.Postgres;

namespace Dispatch.Cluster.Tests.Embedded;

/// <summary>A store of its own for one test. Processes come and go on it.</summary>
internal sealed class CityStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dispatch-process-");
    private readonly PostgresDatabase? _database;

    private CityStore(PostgresDatabase? database) => _database = database;

    /// <summary>The folder of the embedded files; a folder to spare where the store is a database.</summary>
    public string Folder => _folder.FullName;

    public StorageOptions Options => _database is null
        ? new StorageOptions { Path = Folder }
        : new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = _database.ConnectionString };

    /// <summary>How a process is told of it.</summary>
    public string[] Settings => _database is null
        ? [$"--Storage:Path={Folder}"]
        : ["--Storage:Provider=postgres", $"--ConnectionStrings:Dispatch={_database.ConnectionString}"];

    public static async Task<CityStore> NewAsync(StorageProvider provider, CancellationToken cancellation) =>
        new(provider == StorageProvider.Postgres ? await PostgresServer.NewDatabaseAsync(cancellation) : null);

    /// <summary>What <c>verify</c> finds.</summary>
    public Task<AuditReport> AuditAsync(CancellationToken cancellation) => AuditAsync(Options, cancellation);

    public static Task<AuditReport> AuditAsync(StorageOptions options, CancellationToken cancellation) =>
        new StoreAudit(options, new OwnerFold(PolicyShelf.Of(Sample.Xiashi))).RunAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
