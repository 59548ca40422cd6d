using Orleans.Concurrency;

namespace Dispatch.Contracts;

/// <summary>
/// How late the latest firings of all silos were: one grain with key 0, to which each silo reports once a second what it fired.
/// It lies on no firing's path, and starts empty when the silo that holds it dies.
/// </summary>
[Alias("lateness-grain")]
public interface ILatenessGrain : IGrainWithIntegerKey
{
    /// <summary>Adds firings, oldest first.</summary>
    /// <param name="milliseconds">Real time from due to committed, one entry a firing, at most 10,000.</param>
    [Alias("add"), OneWay]
    Task Add(IReadOnlyList<double> milliseconds);

    /// <summary>Of the latest 10,000 firings; zeros when there were none.</summary>
    [Alias("read"), ReadOnly]
    Task<Lateness> Read();
}
