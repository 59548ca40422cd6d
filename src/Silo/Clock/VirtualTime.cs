using Dispatch.Grains.Storage;

namespace Dispatch.Silo.Clock;

/// <summary>
/// Virtual time for demos: a line through a stored anchor, which all processes of a city share. After a stop it goes on from the
/// last committed event, so that a night's pause does not make every deadline overdue, unless catching up is asked for.
/// </summary>
/// <remarks>
/// In a cluster whoever starts must know whether others are running. Each process therefore moves the anchor along its own line at
/// every reading; one that was moved within <see cref="Alive"/> is joined as it is. So a whole cluster that is stopped and started
/// within that time goes on as if it had not been stopped.
/// </remarks>
/// <param name="store">Where the anchor lies and the last event is known.</param>
/// <param name="start">City time of an empty store's first start.</param>
/// <param name="speed">City seconds per real second. A running cluster's own speed is kept.</param>
/// <param name="catchUp">Whether time went on while nothing ran.</param>
/// <param name="shared">Whether other processes may be running.</param>
public sealed class VirtualTime(IClockReads store, DateTimeOffset start, double speed, bool catchUp, bool shared) : ICityTimeSource
{
    /// <summary>How long after the last reading of any process a cluster counts as running, real time.</summary>
    public static readonly TimeSpan Alive = 2 * ClockKeeper.Interval;

    private ClockAnchor? _anchor;

    /// <inheritdoc/>
    public async ValueTask<ClockReading> ReadAsync(CancellationToken cancellation)
    {
        var real = await store.RealNowAsync(cancellation);
        if (_anchor is null)
        {
            _anchor = await OpenAsync(real, cancellation);
        }
        else if (shared)
        {
            _anchor = await store.AnchorAsync(cancellation) ?? _anchor;
            await store.SetAnchorAsync(_anchor with { Real = real, Virtual = _anchor.At(real) }, cancellation);
        }

        return new ClockReading(_anchor.At(real), _anchor.Speed);
    }

    private async Task<ClockAnchor> OpenAsync(DateTimeOffset real, CancellationToken cancellation)
    {
        var stored = await store.AnchorAsync(cancellation);
        if (shared && stored is not null && (real - stored.Real).Duration() < Alive)
        {
            return stored;
        }

        var last = await store.LastEventAtAsync(cancellation) ?? DateTimeOffset.MinValue;
        var resumed = stored switch
        {
            null => start,
            _ when catchUp => stored.At(real),
            _ => stored.Virtual,
        };
        var anchor = new ClockAnchor(real, resumed > last ? resumed : last, speed);
        await store.SetAnchorAsync(anchor, cancellation);
        return anchor;
    }
}
