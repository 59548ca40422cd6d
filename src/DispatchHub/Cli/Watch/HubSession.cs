using System.Net;
using Dispatch.Contracts;
using Dispatch.Hub.Live;
using Dispatch.Hub.Sessions;

namespace Dispatch.Hub.Cli.Watch;

/// <summary>A sign-in at a hub that keeps its token fresh, across a restart of the server too.</summary>
/// <param name="http">With the hub's address and a cookie jar.</param>
/// <param name="user">Who.</param>
/// <param name="time">Real time.</param>
internal sealed class HubSession(HttpClient http, SignInBody user, TimeProvider time)
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromSeconds(60);

    private SessionView? _session;

    /// <summary>A token with a minute of life at least.</summary>
    /// <exception cref="HttpRequestException">The hub does not answer.</exception>
    /// <exception cref="ToolFaultException">The hub refuses the sign-in.</exception>
    public async Task<string> TokenAsync(CancellationToken cancellation)
    {
        if (_session is null || _session.ExpiresAt - time.GetUtcNow() < RenewBefore)
        {
            _session = (_session is null ? null : await TryRefreshAsync(cancellation)) ?? await SignInAsync(cancellation);
        }

        return _session.AccessToken;
    }

    /// <summary>Working spans of a calendar; null when the hub has none of this id.</summary>
    public async Task<CalendarSpans?> CalendarAsync(string id, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/calendars/{id}?from={Uri.EscapeDataString($"{from:O}")}&to={Uri.EscapeDataString($"{to:O}")}");
        request.Headers.Authorization = new("Bearer", await TokenAsync(cancellation));
        using var answer = await http.SendAsync(request, cancellation);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<CalendarSpans>(WireJson.Options, cancellation) : null;
    }

    private async Task<SessionView?> TryRefreshAsync(CancellationToken cancellation)
    {
        using var answer = await http.PostAsync("api/session/refresh", content: null, cancellation);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<SessionView>(WireJson.Options, cancellation) : null;
    }

    private async Task<SessionView> SignInAsync(CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync("api/session", user, WireJson.Options, cancellation);
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.BadRequest)
        {
            throw new ToolFaultException($"The hub does not let {user.UserName} in; check --user and --password.");
        }

        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<SessionView>(WireJson.Options, cancellation)
            ?? throw new HttpRequestException("The hub answered a sign-in with nothing.");
    }
}
