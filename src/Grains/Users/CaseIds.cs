using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dispatch.Grains.Users;

/// <summary>Case ids: derived, never drawn, so that a report repeated after a crash finds the case that it opened.</summary>
public static class CaseIds
{
    private const int Bytes = 16;

    /// <summary>
    /// The id for an actor's report under an idempotency key: the first 128 bits of an HMAC-SHA256, as 22 characters of base64url.
    /// </summary>
    /// <param name="secret">The store's secret <c>case-ids</c>.</param>
    /// <param name="actorId">Who reports. Names hold no line break, so actor and key cannot run into each other.</param>
    /// <param name="key">The idempotency key.</param>
    public static string Derive(ReadOnlySpan<byte> secret, string actorId, string key)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{actorId}\n{key}"), mac);
        return Base64Url.EncodeToString(mac[..Bytes]);
    }
}
