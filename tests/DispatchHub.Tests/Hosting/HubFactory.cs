using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dispatch.Contracts;
using Dispatch.Hub.Access;
using Dispatch.Hub.Hosting;
using Dispatch.Hub.Live;
using Dispatch.Hub.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.Hub.Tests.Hosting;

/// <summary>
/// The hub on a real port of this machine. What stands behind it is for <c>behind</c> to add: the fake city, or a silo of its own.
/// </summary>
public sealed class HubFactory : IAsyncDisposable
{
    private int _keys;

    private HubFactory(WebApplication app, FakeTimeProvider time)
    {
        App = app;
        Time = time;
        Client = Open();
    }

    public WebApplication App { get; }

    /// <summary>Real time as tokens see it.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>Without cookies and without a token.</summary>
    public HttpClient Client { get; }

    public Uri Address => new(App.Urls.First());

    public static Task<HubFactory> StartAsync(FakeCity city, params (string Key, string Value)[] settings) => StartAsync(
        builder =>
        {
            builder.Services.AddSingleton(city.Grains).AddSingleton<IGrainFactory>(city.Grains);
            builder.Services.AddSingleton<ICityClock>(city);
        },
        settings);

    public static async Task<HubFactory> StartAsync(Action<WebApplicationBuilder> behind, params (string Key, string Value)[] settings)
    {
        // Ahead of the machine's own clock, by which SignalR closes a connection whose token has expired.
        var time = new FakeTimeProvider(new DateTimeOffset(2099, 11, 24, 12, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = settings.FirstOrDefault(setting => setting.Key == WebHostDefaults.ContentRootKey).Value ?? AppContext.BaseDirectory,
        });
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["Auth:SignInsPerMinute"] = "100000";
        foreach (var (key, value) in settings.Where(setting => setting.Key != WebHostDefaults.ContentRootKey))
        {
            builder.Configuration[key] = value;
        }

        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        // Slow hashing is for real passwords.
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1);
        behind(builder);
        builder.AddHubApi();
        builder.Services.AddSingleton<IWatchAccess, WatchAccess>().AddLive();
        var app = builder.Build();
        app.MapHubApi();
        app.MapLive();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new HubFactory(app, time);
    }

    public HttpClient Open(bool cookies = false) => new(new SocketsHttpHandler { UseCookies = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };

    public async Task<string> TokenAsync(string userName)
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/session", body: $$"""{"userName":"{{userName}}","password":"{{DemoOptions.Password}}"}""");
        return (string)(await ReadAsync(answer))["accessToken"]!;
    }

    /// <summary>Sends one request; a key is made up unless one is given.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token = null, string? body = null, string? key = "")
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key.Length == 0 ? $"key-{Interlocked.Increment(ref _keys)}" : key);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    /// <summary>The stable code of a problem; asserts that it is a whole problem.</summary>
    public static async Task<string> CodeAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await ReadAsync(answer);
        Assert.Equal((int)answer.StatusCode, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["detail"]!);
        Assert.NotEmpty((string)problem["title"]!);
        return (string)problem["code"]!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
    }
}
