using Dispatch.Contracts;
using Dispatch.Grains.Feeds;
using Dispatch.Grains.Storage;
using Dispatch.TestKit.Feeds;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Dispatch.DispatchHub.Tests.Live;

/// <summary>One silo with street feeds over a store in memory, shared by the tests of the hub; each test has a street of its own.</summary>
public sealed class FeedCluster : IAsyncLifetime
{
    public FeedStoreInMemory Store { get; } = new();

    public IClusterClient Client => _cluster.Client;

    private InProcessTestCluster _cluster = null!;

    /// <summary>Commits a change and hints it, as a store's writer does.</summary>
    public Task CommitAsync(string street, CaseRow row, bool gone = false) =>
        Client.GetGrain<IStreetFeedGrain>(street).Committed(Store.Commit(street, row, gone));

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.Services.AddSingleton<IFeedReads>(Store).AddSingleton<ICaseRows>(Store));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}

[CollectionDefinition(nameof(FeedCluster))]
public sealed class FeedClusterTests : ICollectionFixture<FeedCluster>;
