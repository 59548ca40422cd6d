using Microsoft.Extensions.Hosting;

namespace Dispatch.Silo.Clock;

/// <summary>Opens the city's clock before what is registered after it starts, and holds it to its source once a minute.</summary>
public sealed class ClockKeeper(CityClock clock, TimeProvider real) : BackgroundService
{
    /// <summary>How often the source is read, real time.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!clock.IsOpen)
        {
            await clock.OpenAsync(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, real);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await clock.CheckAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }
}
