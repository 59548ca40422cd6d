using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Clock;

/// <summary>Real time as the database tells it, one for all silos whatever their own clocks say.</summary>
public sealed class DatabaseTime(IClockReads store) : ICityTimeSource
{
    private bool _checked;

    /// <summary>The database's instant at speed 1.</summary>
    /// <exception cref="StartFaultException">The first time, when the store's last event lies ahead of real time: it was used in virtual time.</exception>
    public async ValueTask<ClockReading> ReadAsync(CancellationToken cancellation)
    {
        var now = await store.RealNowAsync(cancellation);
        if (!_checked)
        {
            await RefuseAStoreAhead(now, cancellation);
            _checked = true;
        }

        return new ClockReading(now, 1);
    }

    private async Task RefuseAStoreAhead(DateTimeOffset now, CancellationToken cancellation)
    {
        if (await store.LastEventAtAsync(cancellation) is { } last && last > now + CityClock.StepLimit)
        {
            throw new StartFaultException(
                $"The store's last event is of {last:yyyy-MM-dd HH:mm zzz}, but it is {now:yyyy-MM-dd HH:mm zzz} now: "
                + "set the machine's clock right, or, where the store was made in virtual time, set Clock:Speed again or name another store.");
        }
    }
}
