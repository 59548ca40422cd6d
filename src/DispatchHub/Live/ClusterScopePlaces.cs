using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>Asks the grains where scopes lie.</summary>
internal sealed class ClusterScopePlaces(IClusterClient cluster, ICityClock clock) : IScopePlaces
{
    /// <inheritdoc/>
    public async ValueTask<ScopePlace?> FindAsync(Scope scope) => scope.Kind switch
    {
        ScopeKind.Street => await cluster.GetGrain<IPlaceGrain>(0).IsWithin(scope, scope) ? At(scope.Id) : null,
        ScopeKind.Community => At((await cluster.GetGrain<ICommunityGrain>(scope.ToString()).View(clock.Now))?.StreetId),
        ScopeKind.Grid => At((await cluster.GetGrain<IGridGrain>(scope.ToString()).View(clock.Now))?.StreetId),
        ScopeKind.Officer => await OfficerAsync(scope.Id),
        ScopeKind.Alarms => await FindAsync(Scope.Street(scope.Id)),
        ScopeKind.Case => await cluster.GetGrain<ICaseGrain>(scope.ToString()).View() is { } view
            ? new ScopePlace(view.StreetId, view.AsRow())
            : null,
        _ => null,
    };

    private static ScopePlace? At(string? streetId) => streetId is null ? null : new ScopePlace(streetId, null);

    private async Task<ScopePlace?> OfficerAsync(string userName) =>
        (await cluster.GetGrain<IUserDirectoryGrain>(0).Find(userName))?.Area is { Kind: ScopeKind.Street } area ? At(area.Id) : null;
}
