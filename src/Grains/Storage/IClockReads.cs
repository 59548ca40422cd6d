namespace Dispatch.Grains.Storage;

/// <summary>The stored anchor of virtual time, shared by all processes.</summary>
public interface IClockReads
{
    /// <summary>The anchor (real, virtual, speed); null when none was stored.</summary>
    ValueTask<ClockAnchor?> AnchorAsync(CancellationToken cancellation = default);

    /// <summary>Replaces the anchor.</summary>
    ValueTask SetAnchorAsync(ClockAnchor anchor, CancellationToken cancellation = default);

    /// <summary>The instant of the last committed event of any owner; null in an empty store.</summary>
    ValueTask<DateTimeOffset?> LastEventAtAsync(CancellationToken cancellation = default);

    /// <summary>The database's own real instant; the process's for an embedded file.</summary>
    ValueTask<DateTimeOffset> RealNowAsync(CancellationToken cancellation = default);
}

/// <summary>Where city time stood at a real instant, and how fast it runs from there.</summary>
/// <param name="Real">Real instant.</param>
/// <param name="Virtual">City instant.</param>
/// <param name="Speed">City seconds per real second, above zero.</param>
public sealed record ClockAnchor(DateTimeOffset Real, DateTimeOffset Virtual, double Speed)
{
    /// <summary>City time at a real instant, before or after <see cref="Real"/>.</summary>
    public DateTimeOffset At(DateTimeOffset real) => Virtual + ((real - Real) * Speed);
}
