namespace Dispatch.Contracts;

/// <summary>What the city's clock shows: clients stamp <c>occurredAt</c> and count down from it. The body of <c>GET /api/clock</c>.</summary>
/// <param name="Now">The instant, whole milliseconds, with the offset of <paramref name="Zone"/>.</param>
/// <param name="Speed">City seconds per real second: 1 in earnest, more in a demo.</param>
/// <param name="Zone">The city's IANA time zone, such as <c>Asia/Shanghai</c>.</param>
[GenerateSerializer, Immutable, Alias("city-time")]
public sealed record CityTime([property: Id(0)] DateTimeOffset Now, [property: Id(1)] double Speed, [property: Id(2)] string Zone);
