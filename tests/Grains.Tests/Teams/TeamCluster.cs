using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Dispatch.Grains.Tests.Teams;

[CollectionDefinition(Name)]
public sealed class TeamCollection : ICollectionFixture<TeamCluster>
{
    public const string Name = "teams and officers";
}

/// <summary>A silo with the sample street's users, rosters in memory.</summary>
public sealed class TeamCluster : IAsyncLifetime
{
    private InProcessTestCluster _cluster = null!;

    internal NoticesInMemory Notices { get; } = new();

    public ITeamGrain Team(string scope) => _cluster.Client.GetGrain<ITeamGrain>(scope);

    public IOfficerGrain Officer(string userName) => _cluster.Client.GetGrain<IOfficerGrain>($"officer:{userName}");

    /// <summary>Ends every activation, as an idle silo would.</summary>
    public async Task ForgetAllAsync() =>
        await _cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddSampleStreet()
                .AddSingleton<IUserReads, SampleUsers>()
                .AddSingleton<INoticeStore>(Notices);
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    internal sealed class SampleUsers : IUserReads
    {
        public ValueTask<UserRecord?> FindUserAsync(string userName, CancellationToken cancellation = default) =>
            ValueTask.FromResult(TeamWorld.Users.GetValueOrDefault(userName));

        public ValueTask<IReadOnlyList<UserRecord>> ListUsersAsync(CancellationToken cancellation = default) =>
            ValueTask.FromResult<IReadOnlyList<UserRecord>>([.. TeamWorld.Users.Values]);

        public ValueTask SaveUserAsync(UserRecord user, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<byte[]> SecretAsync(string name, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
