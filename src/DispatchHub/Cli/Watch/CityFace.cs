using Dispatch.Contracts;

namespace Dispatch.Hub.Cli.Watch;

/// <summary>The city's clock as a client runs it on between two words of the server.</summary>
/// <param name="told">What the server said.</param>
/// <param name="heardAt">When that was, as a timestamp of <paramref name="time"/>.</param>
/// <param name="time">Real time.</param>
internal sealed class CityFace(CityTime told, long heardAt, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(told.Zone);

    /// <summary>City seconds per real second.</summary>
    public double Speed => told.Speed;

    /// <summary>City time, with the city's offset.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(told.Now + (time.GetElapsedTime(heardAt) * told.Speed), _zone);

    /// <summary>An instant as people in the city write it.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);
}
