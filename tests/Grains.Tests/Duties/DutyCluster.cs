using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Storage;
using Dispatch.TestKit.Feeds;
using Dispatch.TestKit.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace Dispatch.Grains.Tests.Duties;

[CollectionDefinition(Name)]
public sealed class DutyCollection : ICollectionFixture<DutyCluster>
{
    public const string Name = "grids and communities";
}

/// <summary>A silo with the sample street, its stores in memory, and a time that only tests move.</summary>
public sealed class DutyCluster : IAsyncLifetime
{
    public const string Street = "xiashi";
    private const int MostLooks = 100_000;
    private InProcessTestCluster _cluster = null!;

    public StoreInMemory Store { get; } = new();

    public FeedStoreInMemory Feeds { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public IGridGrain Grid(string id) => _cluster.Client.GetGrain<IGridGrain>($"grid:{id}");

    public ICommunityGrain Community(string id) => _cluster.Client.GetGrain<ICommunityGrain>($"community:{id}");

    /// <summary>Commits a change and hints it, as the store's writer does.</summary>
    public async Task TellAsync(CaseRow row, bool gone = false, string at = "2026-09-07 09:00")
    {
        var batch = Feeds.Commit(Street, row, gone, DutyWorld.At(at));
        await _cluster.Client.GetGrain<IStreetFeedGrain>(Street).Committed(batch);
        Time.Advance(TimeSpan.FromMilliseconds(25));
    }

    /// <summary>Lets followers renew.</summary>
    public void Renew() => Time.Advance(FeedFollowing.Renewal);

    /// <summary>Looks again until it is so; renews in between, so that a lost push only costs a renewal.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var looks = 1; !await isSo(); looks++)
        {
            Assert.True(looks < MostLooks, "It never became so.");
            if (looks % 100 == 0)
            {
                Renew();
            }

            await Task.Yield();
        }
    }

    /// <summary>Ends every activation, as an idle silo would.</summary>
    public async Task ForgetAllAsync() =>
        await _cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddSampleStreet()
                .AddSingleton<IDispatchStore>(Store)
                .AddSingleton<IFeedReads>(Feeds)
                .AddSingleton<ICaseRows>(Feeds)
                .AddSingleton<TimeProvider>(Time)
                .UseTimeProviderForBackgroundAreas(TimeProvider.System);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}
