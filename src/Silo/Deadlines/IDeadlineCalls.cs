using Dispatch.Contracts;
using Dispatch.Grains.Decoration.Dossiers;

namespace Dispatch.Silo.Deadlines;

/// <summary>How the sweeper reaches whatever has clocks.</summary>
public interface IDeadlineCalls
{
    /// <summary>Tells an owner that something of it is due; completes when the owner has committed, or found nothing to do.</summary>
    /// <param name="ownerId"><c>case:{id}</c>, <c>grid:{id}</c> or <c>community:{id}</c>.</param>
    /// <param name="firing">What was claimed, and when it fires.</param>
    Task<FiringOutcome> FireAsync(string ownerId, DeadlineFiring firing);
}

/// <summary>Calls the owner's grain.</summary>
public sealed class GrainDeadlineCalls(IGrainFactory grains) : IDeadlineCalls
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The store holds a deadline of something that no grain stands for.</exception>
    public Task<FiringOutcome> FireAsync(string ownerId, DeadlineFiring firing) => OwnerOf(ownerId).OnDeadline(firing);

    private IDeadlineOwner OwnerOf(string ownerId) => ownerId[..Math.Max(0, ownerId.IndexOf(':', StringComparison.Ordinal))] switch
    {
        ScopeKind.Case => grains.GetGrain<ICaseGrain>(ownerId),
        ScopeKind.Grid => grains.GetGrain<IGridGrain>(ownerId),
        ScopeKind.Community => grains.GetGrain<ICommunityGrain>(ownerId),
        ScopeKind.Surges => grains.GetGrain<ISurgeGrain>(ownerId),
        var kind when DossierShelf.Find(kind) is { } dossier => (IDeadlineOwner)grains.GetGrain(dossier.Interface, ownerId),
        _ => throw new InvalidOperationException($"{ownerId} is neither a case, a grid, a community, a street's surges nor a dossier and cannot have a deadline."),
    };
}
