using System.Reflection;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using Dispatch.Silo.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dispatch.Silo.Storage.Migrations;

/// <summary>Brings a store's tables to the shape that this program expects, by SQL files that were each applied once and for all.</summary>
public static class StoreMigrations
{
    private const string Journal = "schema_versions";
    private const string Root = "Dispatch.Silo.Storage.Migrations.";

    // Any number, as long as every process of this product takes the same.
    private const long PostgresLock = 0x44535054;

    /// <summary>Applies what is missing, in order; makes the SQLite files when there are none.</summary>
    /// <param name="options">Which store.</param>
    /// <returns>The names of what was applied now; empty when nothing was missing.</returns>
    /// <exception cref="StoreFaultException">The store is newer than this program, damaged, foreign, or cannot be reached.</exception>
    public static IReadOnlyList<string> Migrate(StorageOptions options) => options.Provider switch
    {
        StorageProvider.Sqlite => MigrateSqlite(new SqliteFiles(options.Path)),
        StorageProvider.Postgres => MigratePostgres(options.ConnectionString!),
        _ => throw new ArgumentOutOfRangeException(nameof(options)),
    };

    /// <summary>Refuses a store that is not exactly of the shape that this program expects.</summary>
    /// <exception cref="StoreFaultException">It is older, newer, damaged, foreign, or cannot be reached.</exception>
    public static void Check(StorageOptions options)
    {
        var plans = options.Provider switch
        {
            StorageProvider.Sqlite => SqlitePlans(Existing(new SqliteFiles(options.Path))),
            StorageProvider.Postgres => PostgresPlans(options.ConnectionString!),
            _ => throw new ArgumentOutOfRangeException(nameof(options)),
        };
        foreach (var plan in plans)
        {
            if (Plan(plan).Count > 0)
            {
                throw new StoreFaultException($"{plan.Name} is older than this program; run the verb migrate.");
            }
        }
    }

    private static SqliteFiles Existing(SqliteFiles files)
    {
        foreach (var file in new[] { files.Store, files.Rosters })
        {
            if (!File.Exists(file))
            {
                throw new StoreFaultException($"There is no store at {file}; run the verb migrate.");
            }
        }

        files.CheckStore();
        return files;
    }

    private static List<string> MigrateSqlite(SqliteFiles files)
    {
        using var use = files.Use();
        if (File.Exists(files.Store) && new FileInfo(files.Store).Length > 0)
        {
            files.CheckStore();
        }

        var applied = Apply(SqlitePlans(files));

        // Orleans' provider takes the file as it finds it. Without the log a commit fails as locked while somebody reads.
        SqliteFiles.OpenWriter(files.Rosters, TimeSpan.FromSeconds(5)).Dispose();
        return applied;
    }

    private static List<string> MigratePostgres(string connectionString)
    {
        try
        {
            // Of two that migrate at once, the second waits and finds nothing to do. In a pool the session, and its lock, would outlive this.
            var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
            using var connection = new NpgsqlConnection(unpooled);
            connection.Open();
            using var command = new NpgsqlCommand($"select pg_advisory_lock({PostgresLock})", connection);
            command.ExecuteNonQuery();
            return Apply(PostgresPlans(connectionString));
        }
        catch (NpgsqlException fault)
        {
            throw Unreachable(fault);
        }
    }

    private static List<string> Apply(IEnumerable<Upgrade> plans)
    {
        var applied = new List<string>();
        foreach (var plan in plans)
        {
            if (Plan(plan).Count == 0)
            {
                continue;
            }

            var result = plan.Applying.PerformUpgrade();
            if (!result.Successful)
            {
                throw new StoreFaultException(
                    $"{plan.Name} could not be migrated: {result.ErrorScript?.Name} failed ({result.Error.Message}).", result.Error);
            }

            applied.AddRange(result.Scripts.Select(script => script.Name[Root.Length..]));
        }

        return applied;
    }

    /// <summary>What is still to be applied.</summary>
    private static List<SqlScript> Plan(Upgrade plan)
    {
        try
        {
            var known = plan.Reading.GetDiscoveredScripts().Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
            if (plan.Reading.GetExecutedScripts().Find(name => !known.Contains(name)) is { } unknown)
            {
                throw new StoreFaultException(
                    $"{plan.Name} is newer than this program (it has {unknown[Root.Length..]}); start a newer version or restore a backup.");
            }

            return plan.Reading.GetScriptsToExecute();
        }
        catch (SqliteException fault)
        {
            throw SqliteFiles.Translate(fault, plan.Name) is StoreFaultException said
                ? said
                : new StoreFaultException($"{plan.Name} cannot be opened ({fault.Message}).", fault);
        }
        catch (NpgsqlException fault)
        {
            throw Unreachable(fault);
        }
    }

    private static StoreFaultException Unreachable(NpgsqlException fault) =>
        new($"The database that ConnectionStrings:Dispatch names cannot be used ({fault.Message}).", fault);

    private static IEnumerable<Upgrade> SqlitePlans(SqliteFiles files)
    {
        foreach (var (file, folder) in new[] { (files.Store, "Sqlite"), (files.Rosters, "SqliteRosters") })
        {
            var connection = SqliteFiles.ConnectionString(file, SqliteOpenMode.ReadWriteCreate);
            yield return Of(file, () => DeployChanges.To.SqliteDatabase(connection).JournalToSqliteTable(Journal), folder);
        }
    }

    private static IEnumerable<Upgrade> PostgresPlans(string connectionString)
    {
        yield return Of(
            "The database", () => DeployChanges.To.PostgresqlDatabase(connectionString).JournalToPostgresqlTable(null, Journal), "Postgres");
    }

    private static Upgrade Of(string name, Func<UpgradeEngineBuilder> store, string folder) => new(
        name,
        Scripts(store(), folder).WithoutTransaction().Build(),
        Scripts(store(), folder).WithTransactionPerScript().Build());

    private static UpgradeEngineBuilder Scripts(UpgradeEngineBuilder builder, string folder) => builder
        .WithScriptsEmbeddedInAssembly(
            Assembly.GetExecutingAssembly(), name => name.StartsWith($"{Root}{folder}.", StringComparison.Ordinal))
        .WithVariablesDisabled()
        .LogToNowhere();

    /// <summary>What may have to be done to one file or database.</summary>
    /// <param name="Name">What the operator knows it by.</param>
    /// <param name="Reading">Asks what was applied, without a transaction: SQLite's driver begins each one as a writer, which a busy
    /// process may keep waiting until it gives up.</param>
    /// <param name="Applying">Applies each script whole or not at all.</param>
    private sealed record Upgrade(string Name, UpgradeEngine Reading, UpgradeEngine Applying);
}
