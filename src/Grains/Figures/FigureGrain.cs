using Dispatch.Contracts;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Orleans.Concurrency;

namespace Dispatch.Grains.Figures;

/// <summary>Counts for hubs, two questions at a time in each silo: a year's figures must not take the machine from the cases.</summary>
[StatelessWorker(MostAtOnce)]
public sealed class FigureGrain(IFigureReads reads, FactsShelf shelf, IPolicyShelf policies, AreaMap map) : Grain, IFigureGrain
{
    private const int MostAtOnce = 2;

    /// <inheritdoc/>
    public Task<FigureAnswer> Count(FigureQuery query) => Reading().CountAsync(query);

    /// <inheritdoc/>
    public Task<FigureCasePage> Cases(FigureCaseQuery query) => Reading().CasesAsync(query);

    /// <inheritdoc/>
    public async Task<FigureComparison?> Compare(FigureQuery query, string adoptionId)
    {
        var adoptions = await GrainFactory.GetGrain<IPolicyGrain>(Scope.Street(query.StreetId).ToString()).Adoptions();
        return adoptions.FirstOrDefault(one => one.Id == adoptionId) is { } adoption ? await Reading().CompareAsync(query, adoption) : null;
    }

    private FigureReading Reading() => new(reads, shelf, new FigureKeys(map.Territory, policies.Current));
}
