using Dispatch.Contracts;

namespace Dispatch.Silo.Clock;

/// <summary>City time as a silo tells it, for a hub that has no database.</summary>
public sealed class ClusterTime(IGrainFactory grains) : ICityTimeSource
{
    /// <inheritdoc/>
    public async ValueTask<ClockReading> ReadAsync(CancellationToken cancellation)
    {
        var time = await grains.GetGrain<IClockGrain>(0).Now().WaitAsync(cancellation);
        return new ClockReading(time.Now, time.Speed);
    }
}
