using Dispatch.Benchmarks.Running;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Migrations;
using Dispatch.TestKit.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dispatch.Benchmarks.Parts;

/// <summary>An empty, migrated store of its own for one benchmark: PostgreSQL with fsync on, or SQLite in a temporary folder.</summary>
internal sealed class StoreSite : IAsyncDisposable
{
    private readonly PostgresServer? _server;
    private readonly DirectoryInfo? _folder;

    private StoreSite(PostgresServer? server, DirectoryInfo? folder, string[] settings)
    {
        (_server, _folder, Settings) = (server, folder, settings);
        StoreMigrations.Migrate(Configuration.ReadStorageOptions());
    }

    /// <summary>Command line settings that name it.</summary>
    public string[] Settings { get; }

    /// <summary>How its server is reached; empty for SQLite.</summary>
    public string ConnectionString => _server?.ConnectionString ?? "";

    /// <summary>Its server's first process; null for SQLite.</summary>
    public int? ServerProcess => _server?.ProcessId;

    private IConfiguration Configuration => new ConfigurationBuilder().AddCommandLine(Settings).Build();

    public static async Task<StoreSite> PostgresAsync(CancellationToken cancellation)
    {
        // What an operator of such a machine sets; everything that makes a commit durable is on.
        var options = new PostgresOptions
        {
            Fsync = true,
            Settings = new Dictionary<string, string> { ["shared_buffers"] = "512MB", ["max_wal_size"] = "4GB", ["synchronous_commit"] = "on" },
        };
        var server = await PostgresServer.StartAsync(options, cancellation);
        Session.Note("  PostgreSQL is up.");
        return new StoreSite(server, null, ["--Storage:Provider=postgres", $"--ConnectionStrings:Dispatch={server.ConnectionString}"]);
    }

    public static StoreSite Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("dispatch-bench-");
        return new StoreSite(null, folder, ["--Storage:Provider=sqlite", $"--Storage:Path={folder.FullName}"]);
    }

    /// <summary>The store alone, as the product puts it together.</summary>
    public ServiceProvider Open() => new ServiceCollection().AddLogging().AddDispatchStorage(Configuration).BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder?.Delete(recursive: true);
    }
}
