using System.Text.Json;

namespace Dispatch.Silo.Notices.Webhooks;

/// <summary>JSON with everything that a program needs, signed by the header <c>Dispatch-Signature</c> (<see cref="Outbound.Signature"/>).</summary>
public sealed class JsonForm : IWebhookForm
{
    /// <inheritdoc/>
    public WebhookForm Form => WebhookForm.Json;

    /// <inheritdoc/>
    public HttpRequestMessage Request(WebhookOptions hook, NoticeMail mail, DateTimeOffset at)
    {
        var body = JsonSerializer.Serialize(
            new
            {
                id = mail.Stored.Id,
                to = mail.Person.UserName,
                what = mail.Payload.What,
                urgent = mail.Stored.Notice.Urgent,
                caseId = mail.Stored.CaseId,
                team = mail.Stored.Team,
                number = mail.Stored.Number,
                type = mail.Payload.Type,
                place = mail.Payload.Place,
                subject = mail.Subject,
                detail = mail.Detail,
                at = mail.Stored.Notice.At,
            },
            NoticeJson.Options);
        return Outbound.Post(new Uri(hook.Url), body, mail.Stored.Id, hook.Secret, at);
    }

    /// <inheritdoc/>
    public SendResult Judge(string body) => SendResult.Sent;
}
