using System.Security.Cryptography;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Hub.Cli;
using Dispatch.Hub.Cli.Store;
using Dispatch.Silo.Storage;
using Dispatch.Silo.Storage.Migrations;
using Microsoft.AspNetCore.Identity;

namespace Dispatch.Hub.Composition;

public sealed partial class StoreTools
{
    private static readonly PasswordHasher<UserRecord> Hasher = new();

    /// <inheritdoc/>
    public Task AddUserAsync(IConfiguration settings, NewUser user, CancellationToken cancellation) => WithUsersAsync(settings, async users =>
    {
        if (!IsName(user.UserName))
        {
            throw new ToolFaultException("A user name has 3 to 64 letters, digits, '-', '_' or '.'.");
        }

        if (await users.FindUserAsync(user.UserName, cancellation) is not null)
        {
            throw new ToolFaultException($"There is a user {user.UserName} already; set-password gives them another password.");
        }

        var record = new UserRecord
        {
            UserName = user.UserName,
            DisplayName = user.DisplayName,
            Role = user.Role,
            Area = user.Area,
            Stamp = NewStamp(),
        };
        await users.SaveUserAsync(record with { PasswordHash = Hasher.HashPassword(record, user.Password) }, cancellation);
    });

    /// <inheritdoc/>
    public Task DisableUserAsync(IConfiguration settings, string userName, CancellationToken cancellation) =>
        ChangeUserAsync(settings, userName, user => user with { Enabled = false }, cancellation);

    /// <inheritdoc/>
    public Task SetPasswordAsync(IConfiguration settings, string userName, string password, CancellationToken cancellation) =>
        ChangeUserAsync(settings, userName, user => user with { PasswordHash = Hasher.HashPassword(user, password), Enabled = true }, cancellation);

    private static Task<bool> ChangeUserAsync(IConfiguration settings, string userName, Func<UserRecord, UserRecord> change, CancellationToken cancellation) =>
        WithUsersAsync(settings, async users =>
        {
            var user = await users.FindUserAsync(userName, cancellation) ?? throw new ToolFaultException($"There is no user {userName}.");
            await users.SaveUserAsync(change(user) with { Stamp = NewStamp() }, cancellation);
        });

    private static Task<bool> WithUsersAsync(IConfiguration settings, Func<IUserReads, Task> work) => MendableAsync(async () =>
    {
        StoreMigrations.Check(settings.ReadStorageOptions());
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDispatchStorage(settings).BuildServiceProvider();
        await work(services.GetRequiredService<IUserReads>());
    });

    private static string NewStamp() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    private static bool IsName(string name) => name.Length is >= 3 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
