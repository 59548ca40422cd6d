using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dispatch.Silo.Notices.Webhooks;

/// <summary>钉钉 group robot with "加签": the signature is in the address, the text is Markdown.</summary>
public sealed class DingTalkForm(NoticeOptions options) : IWebhookForm
{
    /// <inheritdoc/>
    public WebhookForm Form => WebhookForm.DingTalk;

    /// <summary>The base64 of the HMAC-SHA256, under the secret, of <c>{timestamp}\n{secret}</c>.</summary>
    /// <param name="secret">As the robot's settings show it, <c>SEC…</c>.</param>
    /// <param name="timestamp">Unix milliseconds.</param>
    public static string Sign(string secret, long timestamp) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));

    /// <inheritdoc/>
    public HttpRequestMessage Request(WebhookOptions hook, NoticeMail mail, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeMilliseconds();
        var mark = hook.Url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var address = new Uri($"{hook.Url}{mark}timestamp={timestamp}&sign={Uri.EscapeDataString(Sign(hook.Secret ?? "", timestamp))}");
        var body = new { msgtype = "markdown", markdown = new { title = ChatText.Title(mail, options.Language), text = ChatText.Markdown(mail, options.Language) } };
        return Outbound.Post(address, JsonSerializer.Serialize(body, NoticeJson.Options), mail.Stored.Id, null, at);
    }

    /// <inheritdoc/>
    public SendResult Judge(string body) => ChatText.Judge(body);
}
