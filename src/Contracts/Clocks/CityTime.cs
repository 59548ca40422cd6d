namespace Dispatch.Contracts;

/// <summary>The city's time as clients need it to count down: each snapshot and <c>GET /api/clock</c> carry it.</summary>
/// <param name="Now">The instant, with the zone's offset.</param>
/// <param name="Speed">City seconds per real second: 1, or more in a demo.</param>
/// <param name="Zone">The city's IANA time zone.</param>
public sealed record CityTime(DateTimeOffset Now, double Speed, string Zone);

/// <summary>The face of the city's clock, read at the edges only.</summary>
public interface ICityClockFace
{
    /// <summary>What it shows now.</summary>
    CityTime Now();
}
