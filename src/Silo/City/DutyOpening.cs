using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Silo.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.City;

/// <summary>
/// Starts the clocks of grids and communities that have none yet (patrol, console) once the silo runs. Starting one again changes
/// nothing, so every silo may do it.
/// </summary>
internal sealed partial class DutyOpening(Territory territory, IGrainFactory grains, CityClock clock, ILogger<DutyOpening> logger) : BackgroundService
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

    [LoggerMessage(LogLevel.Error, "Some grids or communities have no patrol or console clock yet; the next start tries again.")]
    private partial void LogNotOpened(Exception fault);
}
