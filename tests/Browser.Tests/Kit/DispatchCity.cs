using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Dispatch.Silo.Storage;
using Dispatch.TestKit.Processes;

namespace Dispatch.Browser.Tests.Kit;

/// <summary>The hub as <c>dotnet run</c> starts it, with a store of its own, at one address for its whole life, restarts included.</summary>
public sealed class DispatchCity : IAsyncDisposable
{
    private readonly CityStore _store;
    private readonly CityOptions _options;
    private readonly int _port = CityProcess.FreePort();
    private readonly ConcurrentDictionary<string, Lazy<Task<Desk>>> _desks = new();
    private CityProcess? _process;
    private bool _killed;

    private DispatchCity(CityStore store, CityOptions options) => (_store, _options) = (store, options);

    /// <summary>Where it is, such as <c>http://127.0.0.1:20417/</c>.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}/");

    /// <summary>What the hub wrote since it was started last.</summary>
    public string Said => _process?.Said ?? "";

    /// <summary>That the hub ended though nobody killed it; null while it has not.</summary>
    public string? Complaint => !_killed && _process?.ExitCode is { } code ? $"the hub at {Address} ended of itself with {code}." : null;

    /// <summary>Starts one with an empty store and waits until it is ready.</summary>
    public static async Task<DispatchCity> StartAsync(CityOptions options, CancellationToken cancellation)
    {
        var city = new DispatchCity(await CityStore.NewAsync(StorageProvider.Sqlite, cancellation), options);
        try
        {
            await city.RestartAsync(cancellation);
            return city;
        }
        catch
        {
            await city.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9 of the hub. What was answered is in the store.</summary>
    public Task KillAsync()
    {
        _killed = true;
        return _process!.KillAsync();
    }

    /// <summary>Starts the hub again at the same address on the same store, after <see cref="KillAsync"/> or while it runs.</summary>
    public async Task RestartAsync(CancellationToken cancellation)
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _process = await CityProcess.StartAsync(CityProcess.BuiltHub, _port, cancellation, [.. _store.Settings, .. _options.ToArguments()]);
        _killed = false;
    }

    /// <summary>How a demo user asks the API beside the browser. They sign in once.</summary>
    public async Task<HttpClient> AsAsync(string userName, CancellationToken cancellation)
    {
        var desk = await _desks.GetOrAdd(userName, _ => new(() => Desk.SignInAsync(Address, CancellationToken.None, userName)))
            .Value.WaitAsync(cancellation);
        return desk[userName];
    }

    /// <summary>A demo user reports; answers the case view.</summary>
    /// <param name="userName">Who.</param>
    /// <param name="report">The body of <c>POST /api/reports</c>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<JsonElement> ReportAsync(string userName, object report, CancellationToken cancellation) =>
        PostAsync(userName, "/api/reports", report, cancellation);

    /// <summary>A demo user gives a command; answers the case view.</summary>
    /// <param name="userName">Who.</param>
    /// <param name="caseId">The case's id.</param>
    /// <param name="name">The command, such as <c>assign</c>.</param>
    /// <param name="body">Its body.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<JsonElement> CommandAsync(string userName, string caseId, string name, object body, CancellationToken cancellation) =>
        PostAsync(userName, $"/api/cases/{caseId}/commands/{name}", body, cancellation);

    /// <summary>Waits until the city's clock stands at an instant or later.</summary>
    public async Task UntilAsync(DateTimeOffset at, CancellationToken cancellation)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await NowAsync(cancellation) < at)
        {
            await again.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>Where the city's clock stands.</summary>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellation) =>
        (await GetAsync("dispatcher-1", "/api/clock", cancellation)).GetProperty("now").GetDateTimeOffset();

    /// <summary>What a demo user is answered at a path of the API.</summary>
    public async Task<JsonElement> GetAsync(string userName, string path, CancellationToken cancellation) =>
        JsonElement.Parse(await (await AsAsync(userName, cancellation)).GetStringAsync(new Uri(path, UriKind.Relative), cancellation));

    /// <summary>What a demo user is answered who sends something to a path of the API, with a key of its own.</summary>
    public async Task<JsonElement> PostAsync(string userName, string path, object body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var http = await AsAsync(userName, cancellation);
        using var answer = await http.SendAsync(request, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{userName} {path}: {(int)answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in _desks.Values.Where(desk => desk is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }))
        {
            (await desk.Value).Dispose();
        }

        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        await _store.DisposeAsync();
    }
}
