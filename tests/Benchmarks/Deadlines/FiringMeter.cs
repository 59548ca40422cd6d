using System.Diagnostics.Metrics;
using Dispatch.Contracts;

namespace Dispatch.Benchmarks.Deadlines;

/// <summary>Hears from the product's own metrics when marks fire and how late, without asking the store.</summary>
internal sealed class FiringMeter : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<double> _lateness = [];
    private long _count;
    private long _firstAt;
    private long _lastAt;

    public FiringMeter()
    {
        _listener.SetMeasurementEventCallback<double>((_, late, _, _) => Note(late));
        _listener.EnableMeasurementEvents(DispatchMetrics.Lateness);
        _listener.Start();
    }

    /// <summary>Marks fired so far.</summary>
    public long Count => Volatile.Read(ref _count);

    /// <summary>From the first to the last firing.</summary>
    public TimeSpan Span => TimeProvider.System.GetElapsedTime(_firstAt, _lastAt);

    /// <summary>How late each was, in seconds, in the order of their commits.</summary>
    public double[] Lateness()
    {
        lock (_lock)
        {
            return [.. _lateness];
        }
    }

    /// <summary>Waits until so many have fired, or until none has for half a minute.</summary>
    public async Task UntilAsync(long count, CancellationToken cancellation)
    {
        var (seen, since) = (Count, TimeProvider.System.GetTimestamp());
        while (Count < count)
        {
            await Task.Delay(20, cancellation);
            if (Count != seen)
            {
                (seen, since) = (Count, TimeProvider.System.GetTimestamp());
            }
            else if (TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromSeconds(30))
            {
                throw new InvalidOperationException($"{seen} of {count} deadlines fired, and then none for 30 s.");
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Note(double late)
    {
        var now = TimeProvider.System.GetTimestamp();
        lock (_lock)
        {
            _lateness.Add(late);
            _firstAt = _count == 0 ? now : _firstAt;
            _lastAt = now;
            _count++;
        }
    }
}
