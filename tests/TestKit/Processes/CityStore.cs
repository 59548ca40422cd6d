using Dispatch.Silo.Storage;
using Dispatch.TestKit.Postgres;

namespace Dispatch.TestKit.Processes;

/// <summary>A store of its own for one test. Processes come and go on it.</summary>
public sealed class CityStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dispatch-process-");
    private readonly PostgresDatabase? _database;

    private CityStore(PostgresDatabase? database) => _database = database;

    /// <summary>The folder of the embedded files; a folder to spare where the store is a database.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The store as settings of a silo.</summary>
    public StorageOptions Options => _database is null
        ? new StorageOptions { Path = Folder }
        : new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = _database.ConnectionString };

    /// <summary>How a process is told of it.</summary>
    public string[] Settings => _database is null
        ? [$"--Storage:Path={Folder}"]
        : ["--Storage:Provider=postgres", $"--ConnectionStrings:Dispatch={_database.ConnectionString}"];

    /// <summary>A store in which nothing has been written.</summary>
    public static async Task<CityStore> NewAsync(StorageProvider provider, CancellationToken cancellation) =>
        new(provider == StorageProvider.Postgres ? await PostgresServer.NewDatabaseAsync(cancellation) : null);

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
