using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Notices;

/// <summary>
/// Finds notices whose next step is due and lets their route take it. It lies on no command's path: commits write rows, this reads
/// them. Every silo runs one; the store's leases keep them apart. A step that was taken and not written when a silo dies is taken
/// again, under the same id.
/// </summary>
public sealed partial class NoticeDeliverer(
    INoticeStore notices, IEnumerable<INoticeRoute> routes, CityClock clock, TimeProvider real, DeliveryOptions options, ILogger<NoticeDeliverer> log)
    : BackgroundService
{
    private readonly Dictionary<string, INoticeRoute> _routes = routes
        .SelectMany(route => route.Kinds, (route, kind) => (route, kind)).ToDictionary(one => one.kind, one => one.route, StringComparer.Ordinal);

    private readonly string _holder = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.CreateVersion7():N}";
    private readonly SemaphoreSlim _slots = new(options.InFlight, options.InFlight);
    private bool _away;

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _slots.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(await RoundAsync(stoppingToken), real, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
        finally
        {
            await StepsUnderWayAsync();
        }
    }

    /// <summary>Claims what is due and begins its steps; returns how long to sleep.</summary>
    private async Task<TimeSpan> RoundAsync(CancellationToken stopping)
    {
        try
        {
            var (claimedAt, kinds) = (real.GetTimestamp(), _routes.Keys.ToList());
            var claimed = await notices.ClaimDueAsync(clock.Now, kinds, options.Rows, _holder, options.Lease, stopping);
            _away = false;
            foreach (var notice in claimed)
            {
                await _slots.WaitAsync(stopping);
                if (real.GetElapsedTime(claimedAt) >= options.Lease)
                {
                    // The rest may be another's by now.
                    _slots.Release();
                    return options.Breath;
                }

                _ = StepAsync(notice, stopping);
            }

            return claimed.Count == options.Rows ? options.Breath : await SleepAsync(kinds, stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            if (!_away)
            {
                StoreAway(log, fault);
            }

            _away = true;
            return options.Horizon;
        }
    }

    private async Task StepAsync(StoredNotice notice, CancellationToken stopping)
    {
        try
        {
            var step = await _routes[NoticeReceiver.Kind(notice.Notice.Receiver)].StepAsync(notice, stopping);
            var progress = step.Progress;
            await notices.AdvanceAsync(
                new NoticeStep
                {
                    Id = notice.Id,
                    Holder = _holder,
                    State = progress.State,
                    Step = progress.Step,
                    Attempts = progress.Attempts,
                    NextAt = progress.NextAt,
                    Tries = progress.Tried is { } tried ? [.. notice.Tries, tried] : notice.Tries,
                    Opened = step.Opened,
                },
                CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Shutting down; another silo takes the step.
        }
        catch (Exception fault)
        {
            StepFailed(log, fault, notice.Id, options.Lease.TotalSeconds);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<TimeSpan> SleepAsync(List<string> kinds, CancellationToken stopping)
    {
        var next = await notices.NextDueAsync(kinds, stopping);
        var sleep = next is { } due ? clock.ToReal(due - clock.Now) : options.Horizon;
        return sleep < options.Breath ? options.Breath : sleep > options.Horizon ? options.Horizon : sleep;
    }

    private async Task StepsUnderWayAsync()
    {
        using var patience = new CancellationTokenSource(options.Leave, real);
        try
        {
            for (var slot = 0; slot < options.InFlight; slot++)
            {
                await _slots.WaitAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            LeftUnderWay(log, options.InFlight - _slots.CurrentCount);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Notices cannot be read from the store; people are told late until they can.")]
    private static partial void StoreAway(ILogger log, Exception fault);

    [LoggerMessage(LogLevel.Warning, "The step of notice {Id} could not be taken; it is tried again when its lease of {Seconds:F0} s has run out.")]
    private static partial void StepFailed(ILogger log, Exception fault, string id, double seconds);

    [LoggerMessage(LogLevel.Warning, "The deliverer stops with {Steps} steps under way; they are taken again when their lease has run out.")]
    private static partial void LeftUnderWay(ILogger log, int steps);
}
