using Dispatch.Contracts;
using Orleans.Concurrency;

namespace Dispatch.Grains.Clocks;

/// <inheritdoc cref="IClockGrain"/>
[StatelessWorker]
public sealed class ClockGrain(ICityClock clock) : Grain, IClockGrain
{
    /// <inheritdoc/>
    public Task<CityTime> Now() => Task.FromResult(clock.Time);
}
