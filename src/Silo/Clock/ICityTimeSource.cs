namespace Dispatch.Silo.Clock;

/// <summary>Where a <see cref="CityClock"/> learns what time it is; between two readings it counts by itself.</summary>
public interface ICityTimeSource
{
    /// <summary>City time now. May take a while and may fail; the clock allows for half of the while and goes on after a failure.</summary>
    ValueTask<ClockReading> ReadAsync(CancellationToken cancellation);
}

/// <summary>What a source says.</summary>
/// <param name="Now">City time.</param>
/// <param name="Speed">City seconds per real second, above zero.</param>
public readonly record struct ClockReading(DateTimeOffset Now, double Speed);
