using Dispatch.Contracts;
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

/// <summary>A hub of a cluster is ready while a silo answers it within <see cref="StoreReadiness.Patience"/>.</summary>
public sealed class SiloReadiness(IGrainFactory grains, TimeProvider real) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await grains.GetGrain<IClockGrain>(0).Now().WaitAsync(StoreReadiness.Patience, real, cancellationToken);
            return HealthCheckResult.Healthy("A silo answers.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("No silo answers: commands are refused until one does.", fault);
        }
    }
}
