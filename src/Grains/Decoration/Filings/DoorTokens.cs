using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dispatch.Grains.Decoration.Filings;

/// <summary>What opens a flat's door page: the flat's name and a proof that nobody can guess. Derived, so that nothing need be kept.</summary>
internal static class DoorTokens
{
    /// <summary>The name of the store's secret.</summary>
    public const string Secret = "door-links";

    private const int Bytes = 16;
    private const int Longest = 128;

    /// <summary>The token of a flat: <c>estate.unit.proof</c>, the proof being the first 128 bits of an HMAC-SHA256 as base64url.</summary>
    /// <param name="secret">The store's secret.</param>
    /// <param name="id"><c>estate.unit</c>.</param>
    public static string Of(ReadOnlySpan<byte> secret, string id)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(id), mac);
        return $"{id}.{Base64Url.EncodeToString(mac[..Bytes])}";
    }

    /// <summary>The flat that a token opens; null where it opens none.</summary>
    public static string? Open(ReadOnlySpan<byte> secret, string token)
    {
        var dot = token.LastIndexOf('.');
        if (token.Length > Longest || dot <= 0)
        {
            return null;
        }

        var id = token[..dot];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, id)), Encoding.UTF8.GetBytes(token)) ? id : null;
    }
}
