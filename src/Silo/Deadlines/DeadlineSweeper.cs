using Dispatch.Contracts;
using Dispatch.Grains.Deadlines;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Deadlines;

/// <summary>
/// Finds what is due in the store and calls whoever it belongs to, oldest first. It decides nothing: the owner looks at its own
/// clocks, and its commit removes the row. Every silo runs one; the store's leases keep them apart.
/// </summary>
/// <remarks>
/// While one batch is being fired the next is claimed already. A call that fails is logged and comes again when its lease has run
/// out; nothing that an owner does stops the sweep. While the clock is not steady nothing fires.
/// </remarks>
public sealed partial class DeadlineSweeper(
    IDeadlineReads deadlines,
    IDeadlineCalls calls,
    CityClock clock,
    TimeProvider real,
    DeadlineLatency latency,
    SweepOptions options,
    ILogger<DeadlineSweeper> log) : BackgroundService
{
    private readonly string _holder = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.CreateVersion7():N}";
    private readonly SemaphoreSlim _slots = new(options.InFlight, options.InFlight);
    private volatile SweeperState _state;
    private volatile bool _refused;

    /// <summary>What it is doing, for health.</summary>
    public SweeperState State => _state;

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
            await SweepAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
        finally
        {
            _state = SweeperState.Stopped;
            await CallsUnderWayAsync();
        }
    }

    private async Task SweepAsync(CancellationToken stopping)
    {
        Task<Claim?>? ahead = null;
        while (!stopping.IsCancellationRequested)
        {
            var claim = await (ahead ?? ClaimAsync(stopping));
            ahead = null;
            if (claim is null)
            {
                await Task.Delay(options.Horizon, real, stopping);
                continue;
            }

            if (claim.IsFull(options.Rows))
            {
                ahead = ClaimAsync(stopping);
            }

            await FireAllAsync(claim, stopping);
            if (ahead is null)
            {
                await SleepAsync(stopping);
            }
        }
    }

    /// <summary>Null when nothing may be claimed now: the clock is not steady, or the store is away.</summary>
    private async Task<Claim?> ClaimAsync(CancellationToken stopping)
    {
        if (clock.Step is not null)
        {
            Enter(SweeperState.ClockUnsteady);
            return null;
        }

        try
        {
            var at = real.GetTimestamp();
            var owners = await deadlines.ClaimDueAsync(clock.Now, options.Rows, _holder, options.Lease, stopping);
            Enter(SweeperState.Running);
            return new Claim(at, owners);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            Enter(SweeperState.StoreAway, fault);
            return null;
        }
    }

    private async Task FireAllAsync(Claim claim, CancellationToken stopping)
    {
        foreach (var due in claim.Owners)
        {
            if (_refused)
            {
                // The rest would be refused as well; they are still ours, so they wait here and not for their lease.
                _refused = false;
                await Task.Delay(options.Breath, real, stopping);
            }

            await _slots.WaitAsync(stopping);
            if (stopping.IsCancellationRequested || clock.Step is not null || real.GetElapsedTime(claim.At) >= options.Lease)
            {
                // What is left is not ours to fire now: it is claimed again when its lease has run out.
                _slots.Release();
                return;
            }

            _ = FireAsync(due);
        }
    }

    private async Task FireAsync(DueOwner due)
    {
        try
        {
            var firing = new DeadlineFiring { FiredAt = clock.Now, Claimed = due.Due, Snapshot = due.Owner };
            var outcome = await calls.FireAsync(due.Owner.OwnerId, firing);
            var committedAt = clock.Now;
            for (var row = 0; row < Math.Min(outcome.Fired, due.Due.Count); row++)
            {
                latency.Record(due.Due[row].DueAt, committedAt, clock.Speed);
            }
        }
        catch (StoreUnavailableException fault)
        {
            _refused = true;
            DispatchMetrics.FiringsFailed.Add(1);
            Enter(SweeperState.StoreAway, fault);
        }
        catch (Exception fault)
        {
            DispatchMetrics.FiringsFailed.Add(1);
            FiringFailed(log, fault, due.Owner.OwnerId, options.Lease.TotalSeconds);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Sleeps until the next deadline falls due, between <see cref="SweepOptions.Breath"/> and <see cref="SweepOptions.Horizon"/>.</summary>
    private async Task SleepAsync(CancellationToken stopping)
    {
        var sleep = options.Horizon;
        try
        {
            if (await deadlines.NextDueAsync(stopping) is { } next)
            {
                // Due means strictly after it, and instants are whole milliseconds.
                var until = clock.ToReal(next + TimeSpan.FromMilliseconds(1) - clock.Now);
                sleep = TimeSpan.FromMilliseconds(Math.Ceiling(until.TotalMilliseconds));
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            Enter(SweeperState.StoreAway, fault);
        }

        sleep = sleep < options.Breath ? options.Breath : sleep > options.Horizon ? options.Horizon : sleep;
        await Task.Delay(sleep, real, stopping);
    }

    private async Task CallsUnderWayAsync()
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

    private void Enter(SweeperState state, Exception? fault = null)
    {
        var before = _state;
        _state = state;
        if (before == state)
        {
            return;
        }

        if (state == SweeperState.ClockUnsteady)
        {
            StandsStill(log);
        }
        else if (state == SweeperState.StoreAway)
        {
            StoreAway(log, fault);
        }
        else if (state == SweeperState.Running)
        {
            Sweeping(log);
        }
    }

    [LoggerMessage(LogLevel.Information, "The sweeper looks for due deadlines.")]
    private static partial void Sweeping(ILogger log);

    [LoggerMessage(LogLevel.Error, "The sweeper stands still: the clock is not steady.")]
    private static partial void StandsStill(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The store cannot be read or refuses commits; deadlines fire late until it can.")]
    private static partial void StoreAway(ILogger log, Exception? fault);

    [LoggerMessage(
        LogLevel.Warning, "A deadline of {OwnerId} could not be fired; it is tried again when its lease of {Seconds:F0} s has run out.")]
    private static partial void FiringFailed(ILogger log, Exception fault, string ownerId, double seconds);

    [LoggerMessage(
        LogLevel.Warning, "The sweeper stops with {Calls} calls under way; what they did not commit fires when its lease has run out.")]
    private static partial void LeftUnderWay(ILogger log, int calls);

    /// <summary>Owners leased at one moment of monotonic time.</summary>
    private sealed record Claim(long At, IReadOnlyList<DueOwner> Owners)
    {
        public bool IsFull(int rows) => Owners.Sum(owner => owner.Due.Count) >= rows;
    }
}

/// <summary>What a sweeper is doing.</summary>
public enum SweeperState
{
    /// <summary>Has not begun.</summary>
    NotStarted = 0,

    /// <summary>Finds and fires what is due.</summary>
    Running = 1,

    /// <summary>Stands still until the clock is steady.</summary>
    ClockUnsteady = 2,

    /// <summary>Cannot reach the store and tries again.</summary>
    StoreAway = 3,

    /// <summary>Has ended.</summary>
    Stopped = 4,
}
