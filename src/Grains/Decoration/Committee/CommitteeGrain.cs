using Dispatch.Contracts.Decoration;
using Dispatch.Grains.Decoration.Dossiers;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Decoration.Committee;

/// <summary>Makes reports for hubs, one at a time in each silo: a quarter's events must not take the machine from the cases.</summary>
[StatelessWorker(1)]
public sealed class CommitteeGrain(IFigureReads figures, IDossierReads dossiers, IPolicyShelf policies, Territory territory) : Grain, ICommitteeGrain
{
    /// <inheritdoc/>
    public async Task<CommitteeReport> Report(string streetId, DateOnly? month, DateTimeOffset asOf) =>
        CommitteeReporting.Of(await new CommitteeReading(figures, dossiers, policies.Current, territory).ReadAsync(streetId, month, asOf));
}
