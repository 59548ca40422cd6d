using Dispatch.Contracts;

namespace Dispatch.Silo.Notices;

/// <summary>By what people are told outside the pages: section <c>Notices</c>. Whatever is not set is off, so that a demo sends nothing anywhere.</summary>
public sealed record NoticeOptions
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Web Push to installed clients.</summary>
    public PushOptions Push { get; init; } = new();

    /// <summary>Text messages.</summary>
    public SmsOptions Sms { get; init; } = new();

    /// <summary>Robots in group chats, and whoever else takes signed calls: the first whose scope is a person's area or street is theirs.</summary>
    public IReadOnlyList<WebhookOptions> Webhooks { get; init; } = [];

    /// <summary>How long a receiver may take to answer, real time; 5 seconds by default, 15 at most.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The language of text messages and robots: <c>zh</c> (the default) or <c>en</c>.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>What is wrong, as one sentence; null when nothing is.</summary>
    public string? Fault() => Faults().FirstOrDefault(fault => fault is not null);

    private IEnumerable<string?> Faults()
    {
        yield return Timeout > TimeSpan.Zero && Timeout <= LongestTimeout ? null : "Notices:Timeout must be above 0 and at most 00:00:15.";
        yield return Language is "zh" or "en" ? null : "Notices:Language must be zh or en.";
        yield return Push.Subject is null || IsContact(Push.Subject) ? null : "Notices:Push:Subject must be a mailto: or https: address at which push services reach you.";
        yield return Sms.Url is null || Outbound.IsAllowed(Sms.Url) ? null : "Notices:Sms:Url must be an https address.";
        for (var i = 0; i < Webhooks.Count; i++)
        {
            yield return Outbound.IsAllowed(Webhooks[i].Url) ? null : $"Notices:Webhooks:{i}:Url must be an https address.";
            yield return Enum.IsDefined(Webhooks[i].Form) ? null : $"Notices:Webhooks:{i}:Form must be json, dingTalk or weCom.";
            yield return Webhooks[i].Form == WebhookForm.WeCom || Webhooks[i].Secret is { Length: > 0 } ? null : $"Notices:Webhooks:{i}:Secret is missing; calls are signed with it.";
            yield return Webhooks[i].Scope is null || Scope.TryParse(Webhooks[i].Scope, out _) ? null : $"Notices:Webhooks:{i}:Scope must be a scope such as street:xiashi.";
        }
    }

    private static bool IsContact(string subject) =>
        Uri.TryCreate(subject, UriKind.Absolute, out var contact) && contact.Scheme is "mailto" or "https";
}

/// <summary>Web Push.</summary>
public sealed record PushOptions
{
    /// <summary>Where push services reach whoever runs this, <c>mailto:</c> or <c>https:</c> (RFC 8292). Unset: Web Push is off.</summary>
    public string? Subject { get; init; }

    /// <summary>
    /// The push services that subscriptions may name, beside their subdomains; an address comes from a browser, so nothing else is called.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = ["fcm.googleapis.com", "push.services.mozilla.com", "notify.windows.com", "push.apple.com"];
}

/// <summary>A gateway for text messages that takes signed JSON.</summary>
public sealed record SmsOptions
{
    /// <summary>Where <c>{id, to, text}</c> is posted. Unset: no text messages.</summary>
    public string? Url { get; init; }

    /// <summary>Signs the calls; may be left out.</summary>
    public string? Secret { get; init; }
}

/// <summary>One receiver of webhook calls.</summary>
public sealed record WebhookOptions
{
    /// <summary>Where to; of a WeCom robot with its key, which is then as secret as a password.</summary>
    public string Url { get; init; } = "";

    /// <summary>How a call looks and is signed.</summary>
    public WebhookForm Form { get; init; }

    /// <summary>Signs the calls; a WeCom robot has none.</summary>
    public string? Secret { get; init; }

    /// <summary>The street or community whose people are told here; unset for everybody.</summary>
    public string? Scope { get; init; }
}

/// <summary>How a webhook call looks.</summary>
public enum WebhookForm
{
    /// <summary>JSON with the header <c>Dispatch-Signature</c>.</summary>
    Json = 0,

    /// <summary>钉钉 group robot with signature.</summary>
    DingTalk = 1,

    /// <summary>企业微信 group robot.</summary>
    WeCom = 2,
}
