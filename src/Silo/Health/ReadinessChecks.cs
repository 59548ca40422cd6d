using Dispatch.Grains.Storage;
using Dispatch.Silo.Clock;
using Dispatch.Silo.Deadlines;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dispatch.Silo.Health;

/// <summary>Ready when the store answers within <see cref="Patience"/>. It was migrated, or the process had not started.</summary>
public sealed class StoreReadiness(IClockReads store, TimeProvider real) : IHealthCheck
{
    /// <summary>How long the store may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.RealNowAsync(cancellationToken).AsTask().WaitAsync(Patience, real, cancellationToken);
            return HealthCheckResult.Healthy("The store answers.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The store does not answer: commands are refused, and deadlines will fire late.", fault);
        }
    }
}

/// <summary>Ready while the city's clock agrees with its source.</summary>
public sealed class ClockReadiness(CityClock clock) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(clock.Step is { } step
            ? HealthCheckResult.Unhealthy(
                $"Real time stepped by {step.By.TotalSeconds:F0} s: no deadline fires until it is set right, or this process is restarted.")
            : HealthCheckResult.Healthy("The clock is steady."));
}

/// <summary>Ready while the sweeper finds and fires what is due.</summary>
public sealed class SweeperReadiness(DeadlineSweeper sweeper) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(sweeper.State == SweeperState.Running
            ? HealthCheckResult.Healthy("Deadlines are swept.")
            : HealthCheckResult.Unhealthy(sweeper.State switch
            {
                SweeperState.NotStarted => "The sweeper has not begun.",
                SweeperState.ClockUnsteady => "The sweeper stands still: the clock is not steady.",
                SweeperState.StoreAway => "The sweeper cannot reach the store.",
                _ => "The sweeper has ended.",
            }));
}
