using System.Data;
using System.Data.Common;
using Dispatch.Silo.Storage.Sqlite;
using Npgsql;

namespace Dispatch.Silo.Storage.Auditing;

/// <summary>
/// Checks a store from the outside, as it stands at one instant and beside whoever writes. It trusts nothing that the store says
/// about itself: numbers are counted, firings are found in the events, snapshots are made anew.
/// </summary>
/// <param name="options">Which store.</param>
/// <param name="fold">The rules; null leaves out what needs them (snapshots against events, rows against running clocks).</param>
public sealed class StoreAudit(StorageOptions options, IOwnerFold? fold)
{
    /// <summary>Reads the whole store, owner by owner, so that memory does not grow with it.</summary>
    /// <exception cref="StoreFaultException">The store cannot be read at all.</exception>
    public Task<AuditReport> RunAsync(CancellationToken cancellation = default) => Task.Run(
        async () =>
        {
            Migrations.StoreMigrations.Check(options);
            try
            {
                await using var connection = await OpenAsync(cancellation).ConfigureAwait(false);
                await using var transaction = await connection.BeginTransactionAsync(
                    options.Provider == StorageProvider.Postgres ? IsolationLevel.RepeatableRead : IsolationLevel.Serializable, cancellation)
                    .ConfigureAwait(false);
                return await RunAsync(connection, cancellation).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is DbException)
            {
                throw new StoreFaultException($"The store cannot be read ({fault.Message}).", fault);
            }
        },
        cancellation);

    private async Task<AuditReport> RunAsync(DbConnection connection, CancellationToken cancellation)
    {
        var report = new AuditReport();
        if (options.Provider == StorageProvider.Sqlite)
        {
            await FileAudit.RunAsync(connection, report, cancellation).ConfigureAwait(false);
        }

        await new OwnersAudit(connection, fold, report).RunAsync(cancellation).ConfigureAwait(false);
        await new NoticesAudit(connection, report).RunAsync().ConfigureAwait(false);
        await new NumbersAudit(connection, report).RunAsync(cancellation).ConfigureAwait(false);
        await new EvidenceAudit(connection, report).CheckBytesAsync(cancellation).ConfigureAwait(false);
        return report;
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        if (options.Provider == StorageProvider.Sqlite)
        {
            return SqliteFiles.OpenReader(new SqliteFiles(options.Path).Store);
        }

        var connection = new NpgsqlConnection(options.ConnectionString);
        await connection.OpenAsync(cancellation).ConfigureAwait(false);
        return connection;
    }
}

/// <summary>What SQLite itself finds wrong with its file.</summary>
internal static class FileAudit
{
    public static async Task RunAsync(DbConnection connection, AuditReport report, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma integrity_check(20)";
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            if (reader.GetString(0) is var said && said != "ok")
            {
                report.Add("file-damaged", "dispatch.db", said);
            }
        }
    }
}
