using Dispatch.Contracts;
using Dispatch.Grains.Routing;
using Dispatch.Silo.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.City;

/// <summary>
/// Asks every team once a minute to make sure that its people are told: a swap that was stored by a silo which died before it could tell,
/// or while the store of notices took nothing, is told all the same. Asking again changes nothing, so every silo may do it.
/// </summary>
internal sealed partial class RosterTelling(Territory territory, IGrainFactory grains, CityClock clock, TimeProvider real, ILogger<RosterTelling> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host goes on starting meanwhile.
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, real);
        try
        {
            do
            {
                await TellAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down; another silo asks, or the next start.
        }
    }

    private async Task TellAsync(CancellationToken stopping)
    {
        foreach (var team in territory.Streets.Select(street => Scope.Street(street.Id)).Concat(territory.Communities.Select(community => community.Scope)))
        {
            try
            {
                await grains.GetGrain<ITeamGrain>(team.ToString()).Tell(clock.Now).WaitAsync(stopping);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                LogNotTold(team, fault);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What changed on the roster of {Team} could not be told; it is tried again in a minute.")]
    private partial void LogNotTold(Scope team, Exception fault);
}
