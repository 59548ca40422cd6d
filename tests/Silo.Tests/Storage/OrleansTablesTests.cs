using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;

namespace Dispatch.Silo.Tests.Storage;

/// <summary>Orleans' own providers on the tables and queries that are ours.</summary>
public sealed class OrleansTablesTests
{
    private const string Rosters = "rosters";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Grain_state_in_SQLite_is_written_once_per_version()
    {
        await using var site = new SqliteSite();
        using var host = Silo(silo => silo.UseLocalhostClustering(FreePort(), FreePort()), options =>
        {
            options.Invariant = "System.Data.SQLite";
            options.ConnectionString = $"Data Source={Path.Combine(site.Options.Path, "rosters.db")};Pooling=False";
        });

        await CheckStateAsync(host);
    }

    /// <summary>Without the log a commit fails as locked while another grain's state is being read.</summary>
    [Fact]
    public async Task The_file_of_grain_state_keeps_a_write_ahead_log_so_that_readers_stop_no_commit()
    {
        await using var site = new SqliteSite();
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(site.Options.Path, "rosters.db")};Pooling=False");
        connection.Open();

        Assert.Equal("wal", SqliteFiles.Scalar(connection, "pragma journal_mode"));
    }

    [Fact]
    public async Task Silos_find_each_other_in_PostgreSQL_and_grain_state_is_written_once_per_version()
    {
        await using var database = await TestKit.Postgres.PostgresServer.NewDatabaseAsync(Cancellation);
        Dispatch.Silo.Storage.Migrations.StoreMigrations.Migrate(
            new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = database.ConnectionString });
        using var one = Clustered(database.ConnectionString);
        using var two = Clustered(database.ConnectionString);
        await two.StartAsync(Cancellation);

        await CheckStateAsync(one, async () =>
        {
            var members = await one.Services.GetRequiredService<IMembershipTable>().ReadAllAsync(Cancellation);
            Assert.Equal(2, members.Members.Count(member => member.Item1.Status == SiloStatus.Active));
            await two.StopAsync(Cancellation);
        });
    }

    private static IHost Clustered(string connectionString) => Silo(
        silo =>
        {
            silo.UseAdoNetClustering((AdoNetClusteringSiloOptions options) =>
            {
                options.Invariant = "Npgsql";
                options.ConnectionString = connectionString;
            });
            silo.ConfigureEndpoints(System.Net.IPAddress.Loopback, FreePort(), FreePort());
        },
        options =>
        {
            options.Invariant = "Npgsql";
            options.ConnectionString = connectionString;
        });

    private static IHost Silo(Action<ISiloBuilder> cluster, Action<AdoNetGrainStorageOptions> storage) => new HostBuilder()
        .ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error))
        .UseOrleans(silo =>
        {
            cluster(silo);
            silo.AddAdoNetGrainStorage(Rosters, storage);
            silo.UseSystemTextJsonGrainStorageSerializer();
        })
        .Build();

    private static async Task CheckStateAsync(IHost host, Func<Task>? more = null)
    {
        await host.StartAsync(Cancellation);
        var storage = host.Services.GetRequiredKeyedService<IGrainStorage>(Rosters);
        var id = GrainId.Create("roster", "community/xishan");
        var written = new GrainState<List<string>>(["o.zhang"]);
        await storage.WriteStateAsync("roster", id, written);
        var read = new GrainState<List<string>>([]);
        await storage.ReadStateAsync("roster", id, read);
        Assert.Equal(["o.zhang"], read.State!);
        Assert.Equal(written.ETag, read.ETag);

        var second = new GrainState<List<string>>(["o.li"]);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("roster", id, second));
        written.State = ["o.zhang", "o.wang"];
        await storage.WriteStateAsync("roster", id, written);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("roster", id, read));
        await storage.ClearStateAsync("roster", id, written);
        await storage.WriteStateAsync("roster", id, written);
        await (more?.Invoke() ?? Task.CompletedTask);
        await host.StopAsync(Cancellation);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
