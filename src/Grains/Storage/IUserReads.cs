using Dispatch.Contracts;

namespace Dispatch.Grains.Storage;

/// <summary>Users and secrets of the store.</summary>
public interface IUserReads
{
    /// <summary>A user by name (upper and lower case are one); null when there is none.</summary>
    ValueTask<UserRecord?> FindUserAsync(string userName, CancellationToken cancellation = default);

    /// <summary>Users by name, at most 500.</summary>
    ValueTask<IReadOnlyList<UserRecord>> ListUsersAsync(CancellationToken cancellation = default);

    /// <summary>Adds a user or replaces one.</summary>
    ValueTask SaveUserAsync(UserRecord user, CancellationToken cancellation = default);

    /// <summary>A secret of 32 bytes by name (<c>tokens</c>, <c>case-ids</c>): made once, kept for the store's life.</summary>
    ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation = default);
}
