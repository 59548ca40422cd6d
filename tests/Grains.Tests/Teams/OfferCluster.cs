using System.Reflection;
using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Notices;
using Dispatch.Grains.Storage;
using Dispatch.TestKit.Feeds;
using Dispatch.TestKit.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace Dispatch.Grains.Tests.Teams;

/// <summary>A silo with cases, the roster of the sample street's four officers, and a feed that tells only what a test says.</summary>
public sealed class OfferCluster : IAsyncLifetime
{
    public const string Street = "xiashi";
    private const int MostLooks = 100_000;
    private readonly FeedStoreInMemory _feeds = new();
    private readonly FakeTimeProvider _time = new();
    private InProcessTestCluster _cluster = null!;

    public StoreInMemory Store { get; } = new();

    public SlowUsers Users { get; } = new();

    public IAssignmentGrain Assignment(string street = Street) => _cluster.Client.GetGrain<IAssignmentGrain>($"street:{street}");

    public IOfficerGrain Officer(string userName) => _cluster.Client.GetGrain<IOfficerGrain>($"officer:{userName}");

    public IPersonNoticesGrain Notices(string userName) => _cluster.Client.GetGrain<IPersonNoticesGrain>($"user:{userName}");

    /// <summary>Ends every activation, as a restart would.</summary>
    public async Task ForgetAllAsync() => await _cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    public ICaseGrain Case(string id) => _cluster.Client.GetGrain<ICaseGrain>($"case:{id}");

    /// <summary>Commits a change and hints it, as the store's writer does.</summary>
    public async Task TellAsync(CaseRow row)
    {
        await _cluster.Client.GetGrain<IStreetFeedGrain>(Street).Committed(_feeds.Commit(Street, row));
        _time.Advance(TimeSpan.FromMilliseconds(25));
    }

    /// <summary>Asks again until the answer is so; followers renew in between.</summary>
    public async Task<OfferRanking> UntilAsync(OfferQuestion question, Func<OfferRanking, bool> isSo)
    {
        for (var looks = 1; ; looks++)
        {
            var ranking = (await Assignment().BestFor(question))!;
            if (isSo(ranking))
            {
                return ranking;
            }

            Assert.True(looks < MostLooks, "It never became so.");
            _time.Advance(FeedFollowing.Renewal);
            await Task.Yield();
        }
    }

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddSampleStreet()
                .AddSingleton<IDispatchStore>(Store)
                .AddSingleton<IFeedReads>(_feeds)
                .AddSingleton<ICaseRows>(_feeds)
                .AddSingleton<IUserReads>(Users)
                .AddSingleton(_ => DispatchProxy.Create<IEvidenceStore, Unasked>())
                .AddSingleton(_ => DispatchProxy.Create<IForecastReads, Unasked>())
                .AddSingleton(_ => DispatchProxy.Create<INoticeStore, Unasked>())
                .AddSingleton<IPushKey, AnyPushKey>()
                .AddSingleton<TimeProvider>(_time)
                .UseTimeProviderForBackgroundAreas(TimeProvider.System);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        await _cluster.Client.GetGrain<ITeamGrain>($"street:{Street}").Seed([TeamWorld.Duty("08:30-17:30", "officer-1 officer-2 officer-3 officer-4")]);
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    /// <summary>The sample's users, listed only when a test says so.</summary>
    public sealed class SlowUsers : IUserReads
    {
        private readonly TeamCluster.SampleUsers _users = new();

        /// <summary>Lists wait for it.</summary>
        public TaskCompletionSource? Hold { get; set; }

        public ValueTask<UserRecord?> FindUserAsync(string userName, CancellationToken cancellation = default) => _users.FindUserAsync(userName, cancellation);

        public async ValueTask<IReadOnlyList<UserRecord>> ListUsersAsync(CancellationToken cancellation = default)
        {
            await (Hold?.Task ?? Task.CompletedTask);
            return await _users.ListUsersAsync(cancellation);
        }

        public ValueTask SaveUserAsync(UserRecord user, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation = default) => throw new NotSupportedException();
    }

    /// <summary>Web Push is set up.</summary>
    private sealed class AnyPushKey : IPushKey
    {
        public ValueTask<string?> PublicAsync(CancellationToken cancellation = default) => ValueTask.FromResult<string?>("key");
    }

    /// <summary>No case of these tests has a photo or comes under a surge.</summary>
    public class Unasked : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new NotSupportedException(targetMethod?.Name);
    }
}
