using Dispatch.Contracts;

namespace Dispatch.Grains.Deadlines;

/// <inheritdoc cref="ILatenessGrain"/>
public sealed class LatenessGrain : Grain, ILatenessGrain
{
    private readonly LatestFirings _latest = new();

    /// <inheritdoc/>
    public Task Add(IReadOnlyList<double> milliseconds)
    {
        foreach (var late in milliseconds)
        {
            _latest.Add(late);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Lateness> Read() => Task.FromResult(_latest.Summary());
}
