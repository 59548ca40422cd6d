using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dispatch.Contracts;
using Dispatch.Hub.Bodies;
using Dispatch.Hub.Problems;

namespace Dispatch.Hub.Sources;

/// <summary>
/// How another system shows that a message is its own and new: <c>Dispatch-Signature: v1=</c> and the hex of an HMAC-SHA256, under the
/// secret agreed on, of timestamp, nonce and body joined by dots. Neither timestamp nor nonce has a dot, so no two messages join alike.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header with the instant of signing, Unix seconds of real time.</summary>
    public const string TimestampHeader = "Dispatch-Timestamp";

    /// <summary>The header with the message's nonce: 8 to 64 ASCII letters, digits, <c>-</c> and <c>_</c>, another one for every message.</summary>
    public const string NonceHeader = "Dispatch-Nonce";

    /// <summary>The header with the signature.</summary>
    public const string SignatureHeader = "Dispatch-Signature";

    private const string Version = "v1=";
    private const int LeastNonce = 8;
    private const int MostNonce = 64;

    private static readonly Problem Missing = Refused(
        "signature-missing", $"Sign the message: send {TimestampHeader}, {NonceHeader} and {SignatureHeader} as docs/sources.md says.");

    private static readonly Problem Wrong = Refused(
        "signature-wrong", "The signature is not that of this timestamp, nonce and body under the secret agreed on; check the secret, and sign the bytes that are sent.");

    private static readonly Problem Expired = Refused(
        "signature-expired", $"The timestamp is more than {ExternalSource.SignatureWindow.TotalMinutes:0} minutes from now; set the sender's clock, and sign each message when it is sent.");

    /// <summary>The header's value for a message.</summary>
    /// <param name="secret">The secret agreed on.</param>
    /// <param name="timestamp">Unix seconds.</param>
    /// <param name="nonce">The nonce.</param>
    /// <param name="body">The body's bytes.</param>
    public static string Of(string secret, long timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.{nonce}.")));
        mac.AppendData(body);
        return Version + Convert.ToHexStringLower(mac.GetHashAndReset());
    }

    /// <summary>The nonce of a message that is its source's own and fresh; it may still be one that came before.</summary>
    /// <param name="headers">The message's headers.</param>
    /// <param name="body">Its bytes.</param>
    /// <param name="secret">The secret agreed on.</param>
    /// <param name="now">Real time.</param>
    public static Parsed<string> Check(IHeaderDictionary headers, byte[] body, string secret, DateTimeOffset now)
    {
        if (headers[TimestampHeader] is not [{ } stamped] || headers[NonceHeader] is not [{ } nonce] || headers[SignatureHeader] is not [{ } signature]
            || !long.TryParse(stamped, NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp) || !IsNonce(nonce))
        {
            return Missing;
        }

        var expected = Encoding.ASCII.GetBytes(Of(secret, timestamp, nonce, body));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)))
        {
            return Wrong;
        }

        return Math.Abs(now.ToUnixTimeSeconds() - timestamp) > ExternalSource.SignatureWindow.TotalSeconds ? Expired : Parsed<string>.Of(nonce);
    }

    private static bool IsNonce(string nonce) =>
        nonce.Length is >= LeastNonce and <= MostNonce && nonce.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_');

    private static Problem Refused(string code, string detail) => new(StatusCodes.Status401Unauthorized, code, detail);
}
