using System.Diagnostics;
using System.Text.Json;
using Npgsql;

namespace Dispatch.TestKit.Postgres;

/// <summary>
/// A real PostgreSQL server. Tests share one per process through <see cref="NewDatabaseAsync"/>: either the one that
/// <c>DISPATCH_POSTGRES</c> names, or one started at the first call on a free loopback port. Such a server lives as long as
/// this process: its keeper (<c>keeper.mjs</c>) holds a pipe to it, and stops the server when the pipe closes.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The environment variable that names a server of one's own, as a connection string.</summary>
    public const string Variable = "DISPATCH_POSTGRES";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<PostgresServer>> Shared = new(() => ConnectOrStartAsync(CancellationToken.None));
    private readonly Process? _keeper;

    private PostgresServer(string connectionString, Process? keeper, int? processId)
    {
        ConnectionString = connectionString;
        _keeper = keeper;
        ProcessId = processId;
    }

    /// <summary>Connects to the server's administration database.</summary>
    public string ConnectionString { get; }

    /// <summary>The server's process, for tests that take the database away; null for a server that was named.</summary>
    public int? ProcessId { get; }

    /// <summary>A fresh empty database on this process's shared server; skips or fails the test where there is no server.</summary>
    public static async Task<PostgresDatabase> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        await Require.Postgres(cancellationToken);
        var server = await Shared.Value.WaitAsync(cancellationToken);
        return await server.CreateDatabaseAsync(cancellationToken);
    }

    /// <summary>Starts a server of its own, whatever <c>DISPATCH_POSTGRES</c> says.</summary>
    /// <exception cref="PostgresMissingException">Node or the package cannot be had.</exception>
    public static async Task<PostgresServer> StartAsync(PostgresOptions options, CancellationToken cancellationToken)
    {
        var home = await PostgresPrograms.HomeAsync(cancellationToken);
        var start = new ProcessStartInfo("node", [PostgresPrograms.Keeper, home, .. options.ToArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var keeper = Process.Start(start)!;
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(StartTimeout);
            var line = await keeper.StandardOutput.ReadLineAsync(limit.Token)
                ?? throw new InvalidOperationException(await keeper.StandardError.ReadToEndAsync(limit.Token));
            return FromKeeper(keeper, line);
        }
        catch
        {
            await EndAsync(keeper);
            throw;
        }
    }

    /// <summary>A fresh empty database on this server.</summary>
    public Task<PostgresDatabase> CreateDatabaseAsync(CancellationToken cancellationToken) =>
        PostgresDatabase.CreateAsync(ConnectionString, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            await EndAsync(_keeper);
        }
    }

    internal static Task EnsureAvailableAsync(CancellationToken cancellationToken) =>
        Named is null ? PostgresPrograms.HomeAsync(cancellationToken) : Task.CompletedTask;

    private static string? Named => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;

    private static Task<PostgresServer> ConnectOrStartAsync(CancellationToken cancellationToken) =>
        Named is { } named
            ? Task.FromResult(new PostgresServer(named, keeper: null, processId: null))
            : StartAsync(new PostgresOptions(), cancellationToken);

    private static PostgresServer FromKeeper(Process keeper, string line)
    {
        using var ready = JsonDocument.Parse(line);
        var root = ready.RootElement;
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = root.GetProperty("port").GetInt32(),
            Username = root.GetProperty("user").GetString(),
            Password = root.GetProperty("password").GetString(),
            Database = "postgres",
        };
        return new PostgresServer(connection.ConnectionString, keeper, root.GetProperty("processId").GetInt32());
    }

    private static async Task EndAsync(Process keeper)
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }
}
