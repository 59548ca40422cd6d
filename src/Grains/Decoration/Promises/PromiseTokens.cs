using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts.Decoration;

namespace Dispatch.Grains.Decoration.Promises;

/// <summary>What opens a case's public page: the case's id and a proof that nobody can guess, another one for each party. Derived, so that nothing need be kept.</summary>
internal static class PromiseTokens
{
    /// <summary>The name of the store's secret.</summary>
    public const string Secret = "promise-links";

    private const int Bytes = 16;
    private const int Longest = 160;

    /// <summary>The token of a case: <c>id.proof</c>, the proof being the first 128 bits of an HMAC-SHA256 over party and id as base64url.</summary>
    /// <param name="secret">The store's secret.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="party">For whom. Whoever holds one token cannot tell whose it is, nor make the other.</param>
    public static string Of(ReadOnlySpan<byte> secret, string caseId, PromiseParty party)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{party}:{caseId}"), mac);
        return $"{caseId}.{Base64Url.EncodeToString(mac[..Bytes])}";
    }

    /// <summary>The case that a token opens, and for whom; null where it opens none.</summary>
    public static (string CaseId, PromiseParty Party)? Open(ReadOnlySpan<byte> secret, string token)
    {
        var dot = token.LastIndexOf('.');
        if (token.Length > Longest || dot <= 0)
        {
            return null;
        }

        var (id, given) = (token[..dot], Encoding.UTF8.GetBytes(token));
        foreach (var party in Enum.GetValues<PromiseParty>())
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, id, party)), given))
            {
                return (id, party);
            }
        }

        return null;
    }
}
