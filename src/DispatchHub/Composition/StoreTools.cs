using System.Collections.Frozen;
using System.Security.Cryptography;
using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Storage;
using Dispatch.Hub.Cli;
using Dispatch.Hub.Cli.Store;
using Dispatch.Silo.City;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Auditing;
using Dispatch.Silo.Storage.Backups;
using Dispatch.Silo.Storage.Migrations;
using Microsoft.AspNetCore.Identity;

namespace Dispatch.Hub.Composition;

/// <summary>The store's tools for the command line, each on the store that the settings name.</summary>
public sealed class StoreTools : IStoreTools
{
    private static readonly PasswordHasher<UserRecord> Hasher = new();

    /// <inheritdoc/>
    public Task<StoreCheck> VerifyAsync(IConfiguration settings, CancellationToken cancellation) => OpenAsync(settings, async store =>
    {
        var shelf = await PolicyShelf.ReadAsync(store.GetRequiredService<IPolicyReads>(), Calendars(settings), cancellation);
        var audit = new StoreAudit(settings.ReadStorageOptions(), shelf is null ? null : new OwnerFold(shelf));
        var report = await audit.RunAsync(cancellation);
        return new StoreCheck(
            report.Owners,
            report.Events,
            report.Fired,
            report.Missed,
            report.Excused,
            report.Doubled,
            report.Lost,
            report.OpenCases,
            report.Found,
            [.. report.Findings.Select(finding => new VerifyFinding(finding.Code, finding.Owner, finding.Detail))]);
    });

    /// <inheritdoc/>
    public Task BackupAsync(IConfiguration settings, string folder, CancellationToken cancellation) =>
        FaultsTold(() => Task.Run(() => StoreBackup.Backup(settings.ReadStorageOptions(), folder), cancellation));

    /// <inheritdoc/>
    public Task RestoreAsync(IConfiguration settings, string folder, CancellationToken cancellation) =>
        FaultsTold(() => Task.Run(() => StoreBackup.Restore(settings.ReadStorageOptions(), folder), cancellation));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> MigrateAsync(IConfiguration settings, CancellationToken cancellation)
    {
        IReadOnlyList<string> applied = [];
        await FaultsTold(() => Task.Run(() => applied = StoreMigrations.Migrate(settings.ReadStorageOptions()), cancellation));
        return applied;
    }

    /// <inheritdoc/>
    public Task AddUserAsync(IConfiguration settings, NewUser user, CancellationToken cancellation) => OpenAsync(settings, async store =>
    {
        var users = store.GetRequiredService<IUserReads>();
        if (await users.FindUserAsync(user.UserName, cancellation) is not null)
        {
            throw new ToolFaultException($"There is a user {user.UserName} already; choose another name, or use user set-password.");
        }

        var record = new UserRecord { UserName = user.UserName, DisplayName = user.DisplayName, Role = user.Role, Area = user.Area, Stamp = NewStamp() };
        await users.SaveUserAsync(record with { PasswordHash = Hasher.HashPassword(record, user.Password) }, cancellation);
        return true;
    });

    /// <inheritdoc/>
    public Task DisableUserAsync(IConfiguration settings, string userName, CancellationToken cancellation) =>
        ChangeUserAsync(settings, userName, user => user with { Enabled = false, Stamp = NewStamp() }, cancellation);

    /// <inheritdoc/>
    public Task SetPasswordAsync(IConfiguration settings, string userName, string password, CancellationToken cancellation) => ChangeUserAsync(
        settings, userName, user => user with { PasswordHash = Hasher.HashPassword(user, password), Stamp = NewStamp(), Demo = false }, cancellation);

    private static Task<bool> ChangeUserAsync(IConfiguration settings, string userName, Func<UserRecord, UserRecord> change, CancellationToken cancellation) =>
        OpenAsync(settings, async store =>
        {
            var users = store.GetRequiredService<IUserReads>();
            var user = await users.FindUserAsync(userName, cancellation)
                ?? throw new ToolFaultException($"There is no user {userName}.");
            await users.SaveUserAsync(change(user), cancellation);
            return true;
        });

    /// <summary>Opens the store that the settings name for as long as it is used; what an operator must mend is told as such.</summary>
    internal static async Task<T> OpenAsync<T>(IConfiguration settings, Func<IServiceProvider, Task<T>> use)
    {
        T? result = default;
        await FaultsTold(async () =>
        {
            StoreMigrations.Check(settings.ReadStorageOptions());
            await using var store = new ServiceCollection().AddLogging().AddDispatchStorage(settings).BuildServiceProvider();
            result = await use(store);
        });
        return result!;
    }

    private static async Task FaultsTold(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is StoreFaultException or PolicyRefusedException)
        {
            throw new ToolFaultException(fault.Message, fault);
        }
    }

    /// <summary>Calendars of the pack that the settings name and of every sample, since a store may have been filled by a replay.</summary>
    internal static FrozenDictionary<string, WorkCalendar> Calendars(IConfiguration settings)
    {
        var named = SampleFolder.PathOf(settings["Policy:Path"] ?? CityFiles.Sample);
        var folder = Directory.Exists(named) ? named : Path.GetDirectoryName(Path.GetFullPath(named))!;
        var samples = Path.GetDirectoryName(SampleFolder.PathOf(CityFiles.Sample)) is { Length: > 0 } root && Directory.Exists(root)
            ? Directory.GetDirectories(root)
            : [];
        return samples.Prepend(folder)
            .Select(one => Path.Combine(one, PolicyFile.CalendarFolder))
            .Where(Directory.Exists)
            .SelectMany(one => CalendarFiles.ReadFolder(one).Calendars)
            .DistinctBy(entry => entry.Key)
            .ToFrozenDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
    }

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
}
