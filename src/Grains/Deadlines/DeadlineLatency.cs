using Dispatch.Contracts;

namespace Dispatch.Grains.Deadlines;

/// <summary>
/// Where this silo notes how late its deadlines fired, whether a sweeper or a near timer called: into the metrics at once, and
/// once a second to <see cref="ILatenessGrain"/>.
/// </summary>
public sealed class DeadlineLatency
{
    private readonly Lock _lock = new();
    private readonly Queue<double> _unreported = new();

    /// <summary>Notes one firing after its commit.</summary>
    /// <param name="dueAt">When it was due, city time.</param>
    /// <param name="committedAt">City time after the commit.</param>
    /// <param name="speed">City seconds per real second; lateness is kept in real time, which is what a machine can be blamed for.</param>
    public void Record(DateTimeOffset dueAt, DateTimeOffset committedAt, double speed)
    {
        var late = Math.Max(0, (committedAt - dueAt).TotalMilliseconds / speed);
        DispatchMetrics.Firings.Add(1);
        DispatchMetrics.Lateness.Record(late / 1000);
        lock (_lock)
        {
            if (_unreported.Count == LatestFirings.Capacity)
            {
                _unreported.Dequeue();
            }

            _unreported.Enqueue(late);
        }
    }

    /// <summary>Takes what was noted since the last call, ms of real time, oldest first, at most <see cref="LatestFirings.Capacity"/>.</summary>
    public IReadOnlyList<double> Drain()
    {
        lock (_lock)
        {
            var taken = _unreported.ToArray();
            _unreported.Clear();
            return taken;
        }
    }
}
