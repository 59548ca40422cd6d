using Dispatch.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Storage;

/// <summary>Removes what is older than so much city time, once an hour of real time; a store that is away is asked again an hour later.</summary>
/// <param name="what">What is removed, as the log names it.</param>
/// <param name="kept">How long it is kept, city time.</param>
/// <param name="clock">The city's clock.</param>
/// <param name="real">Real time.</param>
/// <param name="logger">The log.</param>
public abstract partial class HourlyTrimming(string what, TimeSpan kept, ICityClock clock, TimeProvider real, ILogger logger) : BackgroundService
{
    /// <summary>How often it looks, real time.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Removes what is older than an instant of city time; returns how many.</summary>
    protected abstract ValueTask<int> TrimAsync(DateTimeOffset olderThan, CancellationToken cancellation);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, real);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            var removed = await TrimAsync(clock.Now - kept, cancellation);
            LogTrimmed(logger, removed, what, kept.TotalDays);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogNotTrimmed(logger, what, fault);
        }
    }

    [LoggerMessage(LogLevel.Debug, "{Removed} {What} older than {Days} days are gone.")]
    private static partial void LogTrimmed(ILogger logger, int removed, string what, double days);

    [LoggerMessage(LogLevel.Warning, "Old {What} could not be removed; the next try is in an hour.")]
    private static partial void LogNotTrimmed(ILogger logger, string what, Exception fault);
}
