namespace Dispatch.Contracts;

/// <summary>
/// The city's time, read at the edges only: the hub stamps what it receives, the sweeper what it fires. Rules and store are
/// given instants.
/// </summary>
public interface ICityClock
{
    /// <summary>City time as a UTC instant, cut to whole milliseconds. Within one process it never runs back.</summary>
    DateTimeOffset Now { get; }

    /// <summary><see cref="Now"/> as clients are told it.</summary>
    CityTime Time { get; }
}
