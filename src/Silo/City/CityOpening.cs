using System.Collections.Immutable;
using Dispatch.Grains.Policies;
using Dispatch.Grains.Routing;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.City;

/// <summary>
/// Reads the territory and the policy pack, holds them against each other, and keeps the pack in the store. Anything wrong in the
/// files stops the start, every fault named by its path.
/// </summary>
internal sealed partial class CityOpening(
    TerritoryOptions territory,
    PolicyOptions policy,
    OpenedCity city,
    IPolicyReads store,
    CityClock clock,
    CalendarGaps gaps,
    ILogger<CityOpening> log) : IStartStep
{
    public async Task TakeAsync(CancellationToken cancellation)
    {
        var ground = ReadTerritory(territory.Path ?? Samples.Territory);
        var load = PolicyFile.Load(policy.Path ?? Samples.Policy);
        var shelf = await FillAsync(load, cancellation);
        Refuse("The policy pack does not fit the territory", PolicyAgainstTerritory.Faults(shelf.Current, ground));
        city.Open(ground, shelf);
        foreach (var gap in gaps.Notes())
        {
            CalendarGap(log, gap);
        }
    }

    private static Territory ReadTerritory(string folder)
    {
        var load = TerritoryFile.Load(folder);
        Refuse($"The territory in {folder} has faults", load.Faults);
        return load.Territory!;
    }

    private async Task<PolicyShelf> FillAsync(PolicyLoad load, CancellationToken cancellation)
    {
        try
        {
            return await PolicyShelf.FillAsync(load, store, clock.Now, cancellation);
        }
        catch (PolicyRefusedException refusal)
        {
            throw new StartFaultException(refusal.Message, refusal);
        }
    }

    private static void Refuse(string what, ImmutableArray<Fault> faults)
    {
        if (!faults.IsEmpty)
        {
            throw new StartFaultException($"{what}: {string.Join("; ", faults)}.");
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Gap}")]
    private static partial void CalendarGap(ILogger log, string gap);
}
