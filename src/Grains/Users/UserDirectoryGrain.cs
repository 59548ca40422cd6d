using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Users;

/// <summary>Hands users and what is derived from the store's secrets to hubs. Only the secrets, which never change, are kept.</summary>
[StatelessWorker]
public sealed class UserDirectoryGrain(IUserReads users, Territory territory) : Grain, IUserDirectoryGrain
{
    private byte[]? _signingKey;
    private byte[]? _caseIdKey;

    /// <inheritdoc/>
    public async Task<UserRecord?> Find(string userName) => await users.FindUserAsync(userName);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<UserRecord>> List() => await users.ListUsersAsync();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StaffMember>> Handling(Scope scope) => Staff.Handling(await users.ListUsersAsync(), scope, territory);

    /// <inheritdoc/>
    public async Task Save(UserRecord user) => await users.SaveUserAsync(user);

    /// <inheritdoc/>
    public async Task<byte[]> SigningKey() => _signingKey ??= await users.SecretAsync("tokens");

    /// <inheritdoc/>
    public async Task<string> CaseIdFor(string actorId, string key) =>
        CaseIds.Derive(_caseIdKey ??= await users.SecretAsync("case-ids"), actorId, key);
}
