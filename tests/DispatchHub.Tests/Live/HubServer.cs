using System.Security.Claims;
using System.Text.Encodings.Web;
using Dispatch.Contracts;
using Dispatch.Hub.Live;
using Dispatch.Hub.Live.Bells;
using Dispatch.Hub.Live.Lookers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dispatch.DispatchHub.Tests.Live;

/// <summary>A hub process on a loopback port: the real hub and feeds, and a sign-in whose token is the user's name.</summary>
internal sealed class HubServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HubServer(WebApplication app, FakeTimeProvider time) => (_app, Time) = (app, time);

    public FakeTimeProvider Time { get; }

    public Uri Address => new(_app.Urls.Single());

    public Watcher Watcher => _app.Services.GetRequiredService<Watcher>();

    public WatchedScopes Scopes => _app.Services.GetRequiredService<WatchedScopes>();

    /// <summary>Starts a server; every scope but another street lies in <paramref name="street"/>, and departments in all of <paramref name="streets"/>.</summary>
    public static async Task<HubServer> StartAsync(
        IClusterClient cluster, string street, string url = "http://127.0.0.1:0", IReadOnlyList<string>? streets = null, IGrainFactory? desk = null)
    {
        var time = new FakeTimeProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(cluster)
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IWatchAccess>(new NoOutsiders(streets ?? [street]))
            .AddSingleton<IBellOwners, NameIsOwner>()
            .AddSingleton(desk ?? cluster)
            .AddSingleton<ILookerNames, NameIsName>()
            .AddSingleton<ICityClock, StoppedClock>()
            .AddSingleton<IScopePlaces>(new PlacesOf(street))
            .AddLive();
        builder.Services.AddAuthentication("name").AddScheme<AuthenticationSchemeOptions, NameIsToken>("name", null);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapLive();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new HubServer(app, time);
    }

    /// <summary>A connection that is not started yet.</summary>
    public HubConnection Connection(string user = "dispatcher", bool messagePack = false)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(Address, "/hubs/dispatch"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(user));
        return (messagePack
            ? builder.AddMessagePackProtocol(options => options.SerializerOptions = options.SerializerOptions.WithResolver(
                MessagePack.Resolvers.CompositeResolver.Create([new BoardItemMessagePack()], [options.SerializerOptions.Resolver])))
            : builder).Build();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class NoOutsiders(IReadOnlyList<string> streets) : IWatchAccess
    {
        public ValueTask<IReadOnlyList<string>> StreetsAsync(ClaimsPrincipal user, Scope scope) => new(scope.Kind == ScopeKind.Department ? streets : []);

        public ValueTask<string?> RefusalAsync(ClaimsPrincipal user, Scope scope) =>
            new(user.Identity?.Name == "outsider" ? "outside-area: Watch what lies in your own area." : null);
    }

    private sealed class NameIsName(ICityClock clock) : ILookerNames
    {
        public ValueTask<Looker?> FindAsync(ClaimsPrincipal user) => new(user.Identity?.Name is { } name and not "citizen"
            ? new Looker(name, $"Named {name}", Role.Dispatcher, clock.Time.Now)
            : null);
    }

    private sealed class NameIsOwner : IBellOwners
    {
        public ValueTask<BellOwner> FindAsync(ClaimsPrincipal user) => new(new BellOwner(user.Identity?.Name, null));
    }

    private sealed class StoppedClock : ICityClock
    {
        public DateTimeOffset Now => Time.Now.ToUniversalTime();

        public CityTime Time => new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)), 60, "Asia/Shanghai");
    }

    private sealed class PlacesOf(string street) : IScopePlaces
    {
        public ValueTask<ScopePlace?> FindAsync(Scope scope) => new(scope.Id == "nowhere" ? null : new ScopePlace(street, null));
    }

    private sealed class NameIsToken(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var token = Request.Query["access_token"].FirstOrDefault() ?? Request.Headers.Authorization.FirstOrDefault()?.Split(' ').Last();
            if (string.IsNullOrEmpty(token))
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, token)], Scheme.Name));
            var properties = new AuthenticationProperties { ExpiresUtc = token == "expiring" ? TimeProvider.System.GetUtcNow().AddSeconds(1) : null };
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, properties, Scheme.Name)));
        }
    }
}
