using System.Text.Json;

namespace Dispatch.Silo.Notices.Webhooks;

/// <summary>企业微信 group robot: its key is in the address, the text is Markdown.</summary>
public sealed class WeComForm(NoticeOptions options) : IWebhookForm
{
    /// <inheritdoc/>
    public WebhookForm Form => WebhookForm.WeCom;

    /// <inheritdoc/>
    public HttpRequestMessage Request(WebhookOptions hook, NoticeMail mail, DateTimeOffset at)
    {
        var body = new { msgtype = "markdown", markdown = new { content = ChatText.Markdown(mail, options.Language) } };
        return Outbound.Post(new Uri(hook.Url), JsonSerializer.Serialize(body, NoticeJson.Options), mail.Stored.Id, null, at);
    }

    /// <inheritdoc/>
    public SendResult Judge(string body) => ChatText.Judge(body);
}

/// <summary>What both group robots have in common: Markdown, and an <c>errcode</c> in the answer that is 0 when the message was taken.</summary>
internal static class ChatText
{
    private const string Marks = @"\`*_{}[]()<>#|~!";

    public static string Title(NoticeMail mail, string language) => language == "en" ? mail.Subject.En : mail.Subject.Zh;

    /// <summary>Names and places are written as they are: nothing in them becomes a mark.</summary>
    public static string Markdown(NoticeMail mail, string language)
    {
        var (subject, detail) = language == "en" ? (mail.Subject.En, mail.Detail.En) : (mail.Subject.Zh, mail.Detail.Zh);
        return $"**{subject}**\n\n{Plain(detail)}\n\n{Plain(mail.Person.DisplayName)}";
    }

    public static SendResult Judge(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("errcode", out var code) && code.TryGetInt64(out var said) && said != 0
                ? SendResult.Refused((int)Math.Clamp(said, 0, int.MaxValue))
                : SendResult.Sent;
        }
        catch (JsonException)
        {
            return new SendResult(Grains.Notices.Delivery.Failed, "answered something else");
        }
    }

    private static string Plain(string text) => string.Concat(text.Select(c => Marks.Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c < ' ' ? " " : $"{c}"));
}
