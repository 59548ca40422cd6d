using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Silo.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.City;

/// <summary>
/// Starts the clocks of grids and communities that have none yet (patrol, console) once the silo runs, and gives teams without a roster
/// their first. Doing so again changes nothing, so every silo may do it.
/// </summary>
internal sealed partial class DutyOpening(Territory territory, CityFiles files, IGrainFactory grains, CityClock clock, ILogger<DutyOpening> logger) : BackgroundService
{
    private const int AtOnce = 16;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile.
        await Task.Yield();
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken };
            await Parallel.ForEachAsync(
                territory.Grids, options, async (grid, _) => await grains.GetGrain<IGridGrain>(grid.Scope.ToString()).Open(clock.Now));
            await Parallel.ForEachAsync(
                territory.Communities, options, async (community, _) => await grains.GetGrain<ICommunityGrain>(community.Scope.ToString()).Open(clock.Now));
            await Parallel.ForEachAsync(
                files.Rosters, options, async (roster, _) => await grains.GetGrain<ITeamGrain>(roster.Team.ToString()).Seed(roster.Duties));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down; the next start opens the rest.
        }
        catch (Exception fault)
        {
            LogNotOpened(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "Some grids or communities have no patrol or console clock yet, or some teams no roster; the next start tries again.")]
    private partial void LogNotOpened(Exception fault);
}
