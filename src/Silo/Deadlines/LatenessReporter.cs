using Dispatch.Contracts;
using Dispatch.Grains.Deadlines;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Deadlines;

/// <summary>Tells <see cref="ILatenessGrain"/> once a second how late this silo's firings were, so that one page speaks for all silos.</summary>
public sealed partial class LatenessReporter(
    DeadlineLatency latency, IGrainFactory grains, TimeProvider real, ILogger<LatenessReporter> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), real);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await ReportAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task ReportAsync()
    {
        var firings = latency.Drain();
        if (firings.Count == 0)
        {
            return;
        }

        try
        {
            await grains.GetGrain<ILatenessGrain>(0).Add(firings);
        }
        catch (Exception fault)
        {
            NotReported(log, fault, firings.Count);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The lateness of {Firings} firings is missing from the deadlines page; the metrics have it.")]
    private static partial void NotReported(ILogger log, Exception fault, int firings);
}
