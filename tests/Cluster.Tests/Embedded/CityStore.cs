using System.Text.Json;
using Dispatch.Hub.Cli.Store;
using Dispatch.Silo.Storage;
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

    /// <summary>What <c>verify</c> says.</summary>
    public Task<StoreCheck> VerifyAsync(CancellationToken cancellation) => VerifyAsync(Settings, cancellation);

    /// <summary>What <c>verify</c> says of a folder that may be damaged.</summary>
    public static Task<StoreCheck> VerifyAsync(string folder, CancellationToken cancellation) =>
        VerifyAsync([$"--Storage:Path={folder}"], cancellation);

    private static async Task<StoreCheck> VerifyAsync(string[] settings, CancellationToken cancellation)
    {
        var ended = await CityProcess.RunAsync(CityProcess.Hub, cancellation, ["verify", "--json", .. settings]);
        Assert.True(ended.Output.Length > 0, ended.Complaint);
        var check = JsonSerializer.Deserialize<StoreCheck>(ended.Output, JsonSerializerOptions.Web)!;
        Assert.Equal(check.Found == 0 ? 0 : 1, ended.Code);
        return check;
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
