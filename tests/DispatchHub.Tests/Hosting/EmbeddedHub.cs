using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dispatch.Hub.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>The whole product in this process, on a folder of its own: the sample street without its simulated people.</summary>
internal sealed class EmbeddedHub : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _tokens = [];
    private int _keys;

    private EmbeddedHub(WebApplication app, DirectoryInfo folder)
    {
        (_app, _folder) = (app, folder);
        _client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>The store's folder.</summary>
    public string Folder => _folder.FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Without a token, for what knows its callers by something else.</summary>
    public HttpClient Client => _client;

    public static Task<EmbeddedHub> StartAsync(params string[] settings) => StartAsync(Directory.CreateTempSubdirectory("dispatch-hub-"), settings);

    /// <summary>The same store in another process, as far as the store can tell.</summary>
    public async Task<EmbeddedHub> RestartAsync(params string[] settings)
    {
        _client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        return await StartAsync(_folder, settings);
    }

    private static async Task<EmbeddedHub> StartAsync(DirectoryInfo folder, string[] settings)
    {
        var app = await HubHost.OpenAsync(
            [$"--Storage:Path={folder.FullName}", "--urls=http://127.0.0.1:0", "--Demo:Simulation=false", "--Clock:Speed=60", .. settings],
            builder => builder.Logging.ClearProviders());
        await app.StartAsync(Cancellation);
        return new EmbeddedHub(app, folder);
    }

    /// <summary>Sends one request as a demo user; a body of bytes is a photo.</summary>
    public async Task<HttpResponseMessage> SendAsync(string userName, HttpMethod method, string path, object? body = null, DateTimeOffset? deviceNow = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(userName));
        request.Headers.Add("Idempotency-Key", $"key-{Interlocked.Increment(ref _keys)}");
        if (deviceNow is { } told)
        {
            request.Headers.Add("Device-Now", told.ToString("O", CultureInfo.InvariantCulture));
        }

        request.Content = body switch
        {
            byte[] photo => new ByteArrayContent(photo),
            HttpContent other => other,
            string json => new StringContent(json, Encoding.UTF8, "application/json"),
            _ => null,
        };
        return await _client.SendAsync(request, Cancellation);
    }

    /// <summary>As <see cref="SendAsync"/>; it must succeed and is answered as JSON.</summary>
    public async Task<JsonNode> AskAsync(string userName, HttpMethod method, string path, object? body = null, DateTimeOffset? deviceNow = null)
    {
        var answer = await SendAsync(userName, method, path, body, deviceNow);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<string> TokenAsync(string userName)
    {
        if (!_tokens.TryGetValue(userName, out var token))
        {
            using var content = new StringContent($$"""{"userName":"{{userName}}","password":"demo"}""", Encoding.UTF8, "application/json");
            var answer = await _client.PostAsync("/api/session", content, Cancellation);
            _tokens[userName] = token = (string)(await HubFactory.ReadAsync(answer))["accessToken"]!;
        }

        return token;
    }
}
