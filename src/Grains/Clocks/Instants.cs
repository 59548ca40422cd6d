namespace Dispatch.Grains.Clocks;

/// <summary>Instants as every clock holds them: UTC, whole milliseconds.</summary>
public static class Instants
{
    /// <summary>
    /// The same instant in UTC, cut (not rounded) to whole milliseconds, so that it survives every store and encoding
    /// unchanged and is never later than what was given.
    /// </summary>
    public static DateTimeOffset CutToMilliseconds(this DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }

    /// <summary>The instant that many milliseconds after 1970-01-01T00:00Z.</summary>
    internal static DateTimeOffset FromMs(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    /// <summary>Whole milliseconds since 1970-01-01T00:00Z, cut.</summary>
    internal static long ToMs(this DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();
}
