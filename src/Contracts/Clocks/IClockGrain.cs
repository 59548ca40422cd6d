using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>A silo's clock for processes that have no database, such as a hub in a cluster: a stateless worker with key 0.</summary>
[Alias("clock-grain")]
public interface IClockGrain : IGrainWithIntegerKey
{
    /// <summary>City time as the answering silo reads it; the caller allows for half of the way there and back.</summary>
    [Alias("now"), ReadOnly]
    Task<CityTime> Now();
}
