using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Feeds;

/// <summary>
/// Removes feed entries older than <see cref="Kept"/> of city time, once an hour of real time. Boards of the past can be told that
/// far back; a watcher who comes with an older cursor gets a snapshot.
/// </summary>
public sealed partial class FeedTrimming(IFeedReads feeds, ICityClock clock, TimeProvider real, ILogger<FeedTrimming> logger) : BackgroundService
{
    /// <summary>How long entries are kept, city time.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>How often it looks, real time.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, real);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TrimAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task TrimAsync(CancellationToken cancellation)
    {
        try
        {
            var removed = await feeds.TrimAsync(clock.Now - Kept, cancellation);
            LogTrimmed(removed, Kept.TotalDays);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogNotTrimmed(fault);
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Removed} feed entries older than {Days} days are gone.")]
    private partial void LogTrimmed(int removed, double days);

    [LoggerMessage(LogLevel.Warning, "Old feed entries could not be removed; the next try is in an hour.")]
    private partial void LogNotTrimmed(Exception fault);
}
