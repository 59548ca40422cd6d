using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Dispatch.Hub.Sources;
using Dispatch.Hub.Tests.Hosting;

namespace Dispatch.Hub.Tests.Sources;

/// <summary>The hotline's own program: signs what it sends.</summary>
internal sealed class HotlineSender(HttpClient client)
{
    public const string Source = "hotline-12345";

    public const string Secret = "a secret of thirty-two characters";

    public const string Setting = $"--Sources:{Source}:Secret={Secret}";

    private int _nonces;

    public async Task<HttpResponseMessage> SendAsync(
        string body, string? nonce = null, string secret = Secret, TimeSpan skew = default, string? signedBody = null, string source = Source, Action<HttpRequestMessage>? change = null)
    {
        nonce ??= $"nonce-{Interlocked.Increment(ref _nonces):D6}";
        var timestamp = (TimeProvider.System.GetUtcNow() + skew).ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/sources/{source}/reports")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.NonceHeader, nonce);
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Of(secret, timestamp, nonce, Encoding.UTF8.GetBytes(signedBody ?? body)));
        change?.Invoke(request);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> RefusedAsync(
        string body, string? nonce = null, string secret = Secret, TimeSpan skew = default, string? signedBody = null, string source = Source, Action<HttpRequestMessage>? change = null) =>
        await HubFactory.CodeAsync(await SendAsync(body, nonce, secret, skew, signedBody, source, change)) ?? "taken";
}
