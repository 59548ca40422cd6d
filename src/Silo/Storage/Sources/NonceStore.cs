using Dapper;
using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Storage.Sources;

/// <summary>Nonces in the store's own database. The unique key decides of two processes that are told one at once.</summary>
internal sealed class NonceStore(IStoreAccess store) : INonceStore
{
    public ValueTask<bool> TryRememberAsync(
        string source, string nonce, DateTimeOffset at, DateTimeOffset forgetBefore, CancellationToken cancellation = default) => store.WriteAsync(
        async connection =>
        {
            await connection.ExecuteAsync(
                "delete from source_nonces where seen_at < @cutoff", new { cutoff = forgetBefore.ToUnixTimeMilliseconds() }).ConfigureAwait(false);
            return await connection.ExecuteAsync(
                "insert into source_nonces (source, nonce, seen_at) values (@source, @nonce, @at) on conflict (source, nonce) do nothing",
                new { source, nonce, at = at.ToUnixTimeMilliseconds() }).ConfigureAwait(false) == 1;
        },
        cancellation);
}
