using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.TestKit.Feeds;
using Dispatch.TestKit.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Dispatch.Grains.Tests.Teams;

/// <summary>A silo with the sample street's users, rosters in memory, and a feed and histories that a test fills.</summary>
public sealed class HandOverCluster : IAsyncLifetime
{
    private InProcessTestCluster _cluster = null!;

    public FeedStoreInMemory Feeds { get; } = new();

    public HistoriesInMemory Histories { get; } = new();

    public ITeamGrain Team(string scope) => _cluster.Client.GetGrain<ITeamGrain>(scope);

    public IHandOverGrain HandOver(string scope) => _cluster.Client.GetGrain<IHandOverGrain>(scope);

    /// <summary>Ends every activation, as an idle silo would.</summary>
    public async Task ForgetAllAsync() => await _cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddSampleStreet()
            .AddSingleton<IUserReads, TeamCluster.SampleUsers>()
            .AddSingleton<IFeedReads>(Feeds)
            .AddSingleton<IFigureReads>(Histories));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}
