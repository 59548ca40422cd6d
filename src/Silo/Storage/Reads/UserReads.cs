using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Reads;

/// <summary>Users and secrets of the store.</summary>
internal sealed class UserReads(IStoreAccess store) : IUserReads
{
    private const int SecretBytes = 32;
    private const string Columns = "user_name, display_name, role, area, password_hash, enabled, stamp, demo";

    public ValueTask<UserRecord?> FindUserAsync(string userName, CancellationToken cancellation = default) => store.ReadAsync(
        connection => connection.RowAsync($"select {Columns} from users where name_key = @key", new { key = Key(userName) }, User),
        cancellation);

    public ValueTask<IReadOnlyList<UserRecord>> ListUsersAsync(CancellationToken cancellation = default) =>
        store.ReadAsync<IReadOnlyList<UserRecord>>(
            async connection => await connection.RowsAsync(
                $"select {Columns} from users order by name_key limit 500", new { }, User).ConfigureAwait(false),
            cancellation);

    public async ValueTask SaveUserAsync(UserRecord user, CancellationToken cancellation = default)
    {
        var row = new
        {
            key = Key(user.UserName),
            name = user.UserName,
            display = user.DisplayName,
            role = user.Role.ToString(),
            area = user.Area?.ToString(),
            hash = user.PasswordHash,
            enabled = StoredFlags.Flag(user.Enabled),
            stamp = user.Stamp,
            demo = StoredFlags.Flag(user.Demo),
        };
        await store.WriteAsync(
            connection => connection.ExecuteAsync(
                $"""
                insert into users (name_key, {Columns}) values (@key, @name, @display, @role, @area, @hash, @enabled, @stamp, @demo)
                on conflict (name_key) do update set user_name = excluded.user_name, display_name = excluded.display_name,
                  role = excluded.role, area = excluded.area, password_hash = excluded.password_hash, enabled = excluded.enabled,
                  stamp = excluded.stamp, demo = excluded.demo
                """,
                row),
            cancellation).ConfigureAwait(false);
    }

    public async ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation = default)
    {
        var known = await store.ReadAsync(connection => SecretTextAsync(connection, name), cancellation).ConfigureAwait(false);
        known ??= await store.WriteAsync(
            async connection =>
            {
                // Of two processes that make it at once, both keep the one that came first.
                await connection.ExecuteAsync(
                    "insert into secrets (name, value) values (@name, @value) on conflict (name) do nothing",
                    new { name, value = Convert.ToHexString(RandomNumberGenerator.GetBytes(SecretBytes)) }).ConfigureAwait(false);
                return await SecretTextAsync(connection, name).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        return Convert.FromHexString(known!);
    }

    private static Task<string?> SecretTextAsync(DbConnection connection, string name) =>
        connection.ExecuteScalarAsync<string?>("select value from secrets where name = @name", new { name });

    private static string Key(string userName) => userName.ToLowerInvariant();

    private static UserRecord User(DbDataReader reader) => new()
    {
        UserName = reader.GetString(0),
        DisplayName = reader.GetString(1),
        Role = Enum.Parse<Role>(reader.GetString(2)),
        Area = Scope.TryParse(reader.Text(3), out var area) ? area : null,
        PasswordHash = reader.Text(4),
        Enabled = reader.GetInt64(5) == 1,
        Stamp = reader.GetString(6),
        Demo = reader.GetInt64(7) == 1,
    };
}
