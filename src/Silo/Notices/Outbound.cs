using System.Security.Cryptography;
using System.Text;

namespace Dispatch.Silo.Notices;

/// <summary>How this process calls others: where to, with which limits, and signed how.</summary>
internal static class Outbound
{
    /// <summary>The header with the signature of a call's body.</summary>
    public const string SignatureHeader = "Dispatch-Signature";

    /// <summary>The header with the notice's id, the same at every repeat.</summary>
    public const string IdHeader = "Dispatch-Notice";

    private const int LongestAnswer = 4_096;

    /// <summary>An https address, or any on this machine.</summary>
    public static bool IsAllowed(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    /// <summary>A client that follows no redirect, keeps no cookie and few connections.</summary>
    public static HttpClient NewClient(TimeSpan connect) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = connect,
        MaxConnectionsPerServer = 8,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        // Each call has its own time limit.
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    /// <summary>
    /// <c>t={unix seconds},v1={hex}</c>, the HMAC-SHA256 of <c>{t}.{body}</c>: a receiver recomputes it and refuses an instant that is
    /// minutes away, so that an overheard call cannot be played again.
    /// </summary>
    public static string Signature(string secret, DateTimeOffset at, string body)
    {
        var t = at.ToUnixTimeSeconds();
        return $"t={t},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{t}.{body}")))}";
    }

    /// <summary>A POST of JSON text, signed where there is a secret.</summary>
    public static HttpRequestMessage Post(Uri to, string json, string id, string? secret, DateTimeOffset at)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add(IdHeader, id);
        if (secret is { Length: > 0 })
        {
            request.Headers.Add(SignatureHeader, Signature(secret, at, json));
        }

        return request;
    }
}
