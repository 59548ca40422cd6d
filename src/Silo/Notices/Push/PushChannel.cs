using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dispatch.Contracts;
using Dispatch.Grains.Notices;
using Dispatch.Silo.Notices.Webhooks;
using Lib.Net.Http.WebPush;
using Lib.Net.Http.WebPush.Authentication;

namespace Dispatch.Silo.Notices.Push;

/// <summary>
/// Web Push to every installed client of a person, encrypted for it (RFC 8291) and signed with the store's own key. A client that its
/// push service no longer knows is forgotten.
/// </summary>
public sealed class PushChannel(NoticeOptions options, PushKeys keys, OutboundHttp http, INoticeDesk desk) : INoticeChannel
{
    private const int KeptSeconds = 3_600;

    /// <inheritdoc/>
    public string Name => NoticeChannels.Push;

    /// <inheritdoc/>
    public string? LaneOf(NoticeMail mail) =>
        options.Push.Subject is null || Reached(mail).FirstOrDefault() is not { } first ? null : new Uri(first.Endpoint).Authority;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(NoticeMail mail, CancellationToken cancellation)
    {
        var (publicKey, privateKey) = await keys.PairAsync();
        using var vapid = new VapidAuthentication(publicKey, privateKey) { Subject = options.Push.Subject };
        var client = new PushServiceClient(http.Client) { AutoRetryAfter = false };
        SendResult? last = null;
        foreach (var subscription in Reached(mail))
        {
            var result = await SendAsync(client, vapid, subscription, mail, cancellation);
            last = last is { Ended: Delivery.Sent } ? last : result;
        }

        return last ?? new SendResult(Delivery.CannotReach, "no installed client");
    }

    private async Task<SendResult> SendAsync(
        PushServiceClient client, VapidAuthentication vapid, WebPushSubscription subscription, NoticeMail mail, CancellationToken cancellation)
    {
        var to = new PushSubscription { Endpoint = subscription.Endpoint };
        to.SetKey(PushEncryptionKeyName.P256DH, subscription.P256dh);
        to.SetKey(PushEncryptionKeyName.Auth, subscription.Auth);
        var message = new PushMessage(Body(mail))
        {
            Topic = Topic(mail.Stored.Id),
            TimeToLive = KeptSeconds,
            Urgency = mail.Stored.Notice.Urgent ? PushMessageUrgency.High : PushMessageUrgency.Normal,
        };
        try
        {
            await client.RequestPushMessageDeliveryAsync(to, message, vapid, cancellation);
            return SendResult.Sent;
        }
        catch (PushServiceClientException gone) when (gone.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            await desk.ForgetAsync(mail.Person.UserName, subscription.Endpoint);
            return new SendResult(Delivery.CannotReach, "no installed client any more");
        }
        catch (PushServiceClientException refused)
        {
            return SendResult.Refused((int)refused.StatusCode);
        }
    }

    private IEnumerable<WebPushSubscription> Reached(NoticeMail mail) => mail.Person.Subscriptions.Where(one => IsPushService(one.Endpoint));

    private bool IsPushService(string endpoint) =>
        Outbound.IsAllowed(endpoint)
        && options.Push.Hosts.Any(host => new Uri(endpoint).Host is var named && (named == host || named.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase)));

    private static string Body(NoticeMail mail) => JsonSerializer.Serialize(
        new { id = mail.Stored.Id, caseId = mail.Stored.CaseId, team = mail.Stored.Team, day = mail.Payload.Day, urgent = mail.Stored.Notice.Urgent, subject = mail.Subject, detail = mail.Detail }, NoticeJson.Options);

    /// <summary>A repeat takes the place of what a push service has not handed over yet; 32 characters at most (RFC 8030).</summary>
    private static string Topic(string id) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 24));
}
