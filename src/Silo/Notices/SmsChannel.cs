using System.Text.Json;
using Dispatch.Contracts;

namespace Dispatch.Silo.Notices;

/// <summary>Whoever sends text messages. An office's own gateway is one more implementation, registered in place of this product's.</summary>
public interface ISmsGateway
{
    /// <summary>Who answers; null when no gateway is set up.</summary>
    string? Host { get; }

    /// <summary>Sends a text.</summary>
    /// <param name="id">The same at every repeat.</param>
    /// <param name="phone">Digits, with or without a plus.</param>
    /// <param name="text">One line.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<SendResult> SendAsync(string id, string phone, string text, CancellationToken cancellation);
}

/// <summary>Text messages to the telephone that a person has given.</summary>
public sealed class SmsChannel(ISmsGateway gateway, NoticeOptions options) : INoticeChannel
{
    /// <inheritdoc/>
    public string Name => NoticeChannels.Sms;

    /// <inheritdoc/>
    public string? LaneOf(NoticeMail mail) => mail.Person.Phone is null ? null : gateway.Host;

    /// <inheritdoc/>
    public Task<SendResult> SendAsync(NoticeMail mail, CancellationToken cancellation) =>
        gateway.SendAsync(mail.Stored.Id, mail.Person.Phone!, mail.In(options.Language), cancellation);
}

/// <summary>A gateway that takes signed JSON: <c>{id, to, text}</c>. Any 2xx means that it has taken it.</summary>
public sealed class HttpSmsGateway(NoticeOptions options, OutboundHttp http, TimeProvider real) : ISmsGateway
{
    private readonly Uri? _url = options.Sms.Url is { } url ? new Uri(url) : null;

    /// <inheritdoc/>
    public string? Host => _url?.Authority;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(string id, string phone, string text, CancellationToken cancellation)
    {
        var body = JsonSerializer.Serialize(new { id, to = phone, text }, Webhooks.NoticeJson.Options);
        using var request = Outbound.Post(_url!, body, id, options.Sms.Secret, real.GetUtcNow());
        using var answer = await http.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return answer.IsSuccessStatusCode ? SendResult.Sent : SendResult.Refused((int)answer.StatusCode);
    }
}

/// <summary>The one client of this process for calls to others.</summary>
public sealed class OutboundHttp(NoticeOptions options) : IDisposable
{
    /// <summary>The client; each call has its own time limit.</summary>
    public HttpClient Client { get; } = Outbound.NewClient(options.Timeout);

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}
