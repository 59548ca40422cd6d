using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dispatch.Benchmarks.Commits;
using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Storage;
using Dispatch.Hub.Live;
using Dispatch.Hub.Live.Bells;
using Dispatch.Hub.Live.Lookers;
using Dispatch.TestKit.Feeds;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dispatch.Benchmarks.Live;

/// <summary>
/// The product's feed grain and hub over a store in memory, and beside them a bare SignalR group, in one process: what each is
/// asked to deliver comes over HTTP, so that nothing but delivering costs it time.
/// </summary>
internal static class FanoutServer
{
    /// <summary>Where the bare hub is.</summary>
    public const string PlainPath = "/hubs/plain";

    private const string Everybody = "everybody";
    private const string Group = "street";
    private const string Street = "xiashi";

    /// <summary>Cases that change in turn.</summary>
    private const int Cases = 500;

    public static Task<WebApplication> OpenAsync(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        ServedProcess.Quiet(builder);
        var store = new FeedStoreInMemory();
        builder.Services
            .AddSingleton<IFeedReads>(store)
            .AddSingleton<ICaseRows>(store)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ICityClock, RealTime>()
            .AddSingleton<IWatchAccess, AnybodyWatches>()
            .AddSingleton<ILookerNames, NobodyLooks>()
            .AddSingleton<IBellOwners, NobodyHears>()
            .AddSingleton<IScopePlaces, StreetsOnly>()
            .AddAuthorization()
            .AddAuthentication(Everybody).AddScheme<AuthenticationSchemeOptions, LetIn>(Everybody, null);
        builder.Services.AddLive();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(ServedProcess.FreePort(), gatewayPort: 0));
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapLive();
        app.MapHub<PlainHub>(PlainPath);
        app.MapPost("/watch", (int perSecond, int seconds, IGrainFactory grains, CancellationToken stop) =>
            PacedAsync(perSecond, seconds, index => grains.GetGrain<IStreetFeedGrain>(Street).Committed(Change(store, index)), stop));
        app.MapPost("/group", async (int perSecond, int seconds, HttpRequest request, IHubContext<PlainHub> hub, CancellationToken stop) =>
        {
            var payload = await request.ReadFromJsonAsync<JsonElement>(stop);
            return await PacedAsync(perSecond, seconds, _ => hub.Clients.Group(Group).SendAsync("changes", payload, stop), stop);
        });
        return Task.FromResult(app);
    }

    private static FeedBatch Change(FeedStoreInMemory store, int index)
    {
        var row = StepRows.Row($"case-{index % Cases}", $"xiashi-2026-{index % Cases:D6}", 1 + (index / Cases), new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
        return store.Commit(Street, row);
    }

    /// <summary>Does something evenly so many times a second; how often it was done.</summary>
    private static async Task<int> PacedAsync(int perSecond, int seconds, Func<int, Task> act, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        for (var done = 0; done < perSecond * seconds; done++)
        {
            await timer.WaitForNextTickAsync(stop);
            await act(done);
        }

        return perSecond * seconds;
    }

    /// <summary>A group send and nothing else.</summary>
    internal sealed class PlainHub : Microsoft.AspNetCore.SignalR.Hub
    {
        public override Task OnConnectedAsync() => Groups.AddToGroupAsync(Context.ConnectionId, Group);
    }

    private sealed class RealTime : ICityClock
    {
        public DateTimeOffset Now => TimeProvider.System.GetUtcNow();

        public CityTime Time => new(Now, 1, "Asia/Shanghai");
    }

    private sealed class NobodyLooks : ILookerNames
    {
        public ValueTask<Looker?> FindAsync(ClaimsPrincipal user) => new((Looker?)null);
    }

    private sealed class AnybodyWatches : IWatchAccess
    {
        public ValueTask<string?> RefusalAsync(ClaimsPrincipal user, Scope scope) => default;

        public ValueTask<IReadOnlyList<string>> StreetsAsync(ClaimsPrincipal user, Scope scope) => new([]);
    }

    private sealed class NobodyHears : IBellOwners
    {
        public ValueTask<BellOwner> FindAsync(ClaimsPrincipal user) => new(new BellOwner(null, "invalid-token: Nobody is told of anything here."));
    }

    private sealed class StreetsOnly : IScopePlaces
    {
        public ValueTask<ScopePlace?> FindAsync(Scope scope) => new(new ScopePlace(scope.Id, null));
    }

    private sealed class LetIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.Success(
            new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "anybody")], Everybody)), Everybody)));
    }
}
