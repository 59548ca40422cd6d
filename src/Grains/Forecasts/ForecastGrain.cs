using Dispatch.Contracts;
using Dispatch.Grains.Clocks;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Forecasts;

/// <summary>Looks ahead for hubs, one question at a time in each silo: what may come must not take the machine from what is there.</summary>
[StatelessWorker(1)]
public sealed class ForecastGrain(IForecastReads reads, IPolicyShelf policies, Territory territory) : Grain, IForecastGrain
{
    /// <inheritdoc/>
    public Task<ForecastAnswer> LookAhead(ForecastQuery query) =>
        new ForecastReading(reads, policies, territory, Exceptions, Team)
            .LookAheadAsync(query with { From = query.From.CutToMilliseconds(), Until = query.Until.CutToMilliseconds() });

    private Task<TeamAhead?> Team(string streetId, DateTimeOffset from, DateTimeOffset until) =>
        GrainFactory.GetGrain<IAssignmentGrain>(Scope.Street(streetId).ToString()).Ahead(from, until);

    private Task<IReadOnlyList<StaffingException>> Exceptions(Scope place) => place.Kind == ScopeKind.Grid
        ? GrainFactory.GetGrain<IGridGrain>(place.ToString()).StaffingExceptions()
        : GrainFactory.GetGrain<ICommunityGrain>(place.ToString()).StaffingExceptions();
}
