using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Dispatch.Benchmarks.Live;

/// <summary>Somebody signed in to a hub over HTTP.</summary>
internal sealed class HubClient : IDisposable
{
    private readonly HttpClient _http;

    private HubClient(HttpClient http, string token) => (_http, Token) = (http, token);

    /// <summary>The access token, good for 15 minutes.</summary>
    public string Token { get; }

    public static async Task<HubClient> SignInAsync(Uri address, string userName, CancellationToken cancellation)
    {
        var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address };
        var answer = await http.PostAsJsonAsync("/api/session", new { userName, password = "demo" }, cancellation);
        answer.EnsureSuccessStatusCode();
        var session = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var token = session.GetProperty("accessToken").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new HubClient(http, token);
    }

    /// <summary>Gives a command; false where it is refused.</summary>
    public async Task<bool> CommandAsync(string caseId, string name, object body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cases/{caseId}/commands/{name}")
        {
            Content = JsonContent.Create(body),
            Headers = { { "Idempotency-Key", Guid.NewGuid().ToString("N") } },
        };
        using var answer = await _http.SendAsync(request, cancellation);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Reports and gives the new case's id.</summary>
    public async Task<string> ReportAsync(string key, string gridId, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reports")
        {
            Content = JsonContent.Create(new { type = "DEC-03", description = "A wall is being opened beside the bay window.", place = new { gridId } }),
            Headers = { { "Idempotency-Key", key } },
        };
        using var answer = await _http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        using var view = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellation));
        return view.RootElement.GetProperty("id").GetString()!;
    }

    public void Dispose() => _http.Dispose();
}
