using Dispatch.Hub.Cli;
using Dispatch.Hub.Cli.Store;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Auditing;
using Dispatch.Silo.Storage.Backups;
using Dispatch.Silo.Storage.Migrations;

namespace Dispatch.Hub.Composition;

/// <summary>The verbs' tools over the silo's stores; users are in <c>StoreTools.Users.cs</c>.</summary>
/// <param name="fold">The rules by which a check makes snapshots anew; null leaves that part out.</param>
public sealed partial class StoreTools(IOwnerFold? fold = null) : IStoreTools
{
    /// <inheritdoc/>
    public Task<VerifyReport> VerifyAsync(IConfiguration settings, CancellationToken cancellation) => MendableAsync(async () =>
    {
        var report = await new StoreAudit(settings.ReadStorageOptions(), fold).RunAsync(cancellation);
        return new VerifyReport(
            report.Owners,
            report.Events,
            report.Fired,
            report.Missed,
            report.Doubled,
            report.Lost,
            report.OpenCases,
            report.Found,
            [.. report.Findings.Select(finding => new VerifyFinding(finding.Code, finding.Owner, finding.Detail))]);
    });

    /// <inheritdoc/>
    public Task BackupAsync(IConfiguration settings, string folder, CancellationToken cancellation) =>
        MendableAsync(() => Task.Run(() => StoreBackup.Backup(settings.ReadStorageOptions(), folder), cancellation));

    /// <inheritdoc/>
    public Task RestoreAsync(IConfiguration settings, string folder, CancellationToken cancellation) =>
        MendableAsync(() => Task.Run(() => StoreBackup.Restore(settings.ReadStorageOptions(), folder), cancellation));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> MigrateAsync(IConfiguration settings, CancellationToken cancellation) =>
        MendableAsync(() => Task.Run(() => StoreMigrations.Migrate(settings.ReadStorageOptions()), cancellation));

    private static Task<bool> MendableAsync(Func<Task> work) => MendableAsync(async () =>
    {
        await work();
        return true;
    });

    /// <summary>What the store says an operator must mend becomes the verb's one sentence.</summary>
    private static async Task<T> MendableAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (StoreFaultException fault)
        {
            throw new ToolFaultException(fault.Message, fault);
        }
    }
}
