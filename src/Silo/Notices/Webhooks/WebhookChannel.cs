using System.Text.Encodings.Web;
using System.Text.Json;
using Dispatch.Contracts;

namespace Dispatch.Silo.Notices.Webhooks;

/// <summary>A robot in the group chat of a person's street or community, or whoever else takes signed calls.</summary>
public sealed class WebhookChannel(NoticeOptions options, IEnumerable<IWebhookForm> forms, OutboundHttp http, TimeProvider real) : INoticeChannel
{
    private readonly Dictionary<WebhookForm, IWebhookForm> _forms = forms.ToDictionary(form => form.Form);

    /// <inheritdoc/>
    public string Name => NoticeChannels.Webhook;

    /// <inheritdoc/>
    public string? LaneOf(NoticeMail mail) => HookOf(mail) is { } hook ? new Uri(hook.Url).Authority : null;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(NoticeMail mail, CancellationToken cancellation)
    {
        var hook = HookOf(mail)!;
        var form = _forms[hook.Form];
        using var request = form.Request(hook, mail, real.GetUtcNow());
        using var answer = await http.Client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
        return !answer.IsSuccessStatusCode ? SendResult.Refused((int)answer.StatusCode) : form.Judge(await answer.Content.ReadAsStringAsync(cancellation));
    }

    private WebhookOptions? HookOf(NoticeMail mail)
    {
        var (area, street) = (mail.Person.Area?.ToString(), Scope.Street(mail.Stored.StreetId).ToString());
        return options.Webhooks.FirstOrDefault(hook => hook.Scope is null || hook.Scope == area || hook.Scope == street);
    }
}

/// <summary>How one kind of receiver wants to be called. Adding one is a file beside this one and a line where they are registered.</summary>
public interface IWebhookForm
{
    /// <summary>What settings call it.</summary>
    WebhookForm Form { get; }

    /// <summary>The call.</summary>
    /// <param name="hook">Where to, and the secret.</param>
    /// <param name="mail">What is said.</param>
    /// <param name="at">Real time, which signatures carry.</param>
    HttpRequestMessage Request(WebhookOptions hook, NoticeMail mail, DateTimeOffset at);

    /// <summary>Whether the body of a 2xx answer, of at most a few kilobytes, means that it was taken.</summary>
    SendResult Judge(string body);
}

/// <summary>JSON as receivers get it: Chinese stays readable.</summary>
internal static class NoticeJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };
}
