using Dispatch.Contracts;

namespace Dispatch.Grains.Deadlines;

/// <summary>How late the latest firings were: a ring, so that an old bad hour does not colour today. Not thread-safe.</summary>
public sealed class LatestFirings
{
    /// <summary>How many firings are remembered.</summary>
    public const int Capacity = 10_000;

    private readonly List<double> _ring = [];
    private int _next;

    /// <summary>Adds one firing in ms of real time; the oldest makes room.</summary>
    public void Add(double milliseconds)
    {
        if (_ring.Count < Capacity)
        {
            _ring.Add(milliseconds);
            return;
        }

        _ring[_next] = milliseconds;
        _next = (_next + 1) % Capacity;
    }

    /// <summary>Median, 99th percentile (nearest rank) and maximum; zeros when nothing fired yet.</summary>
    public Lateness Summary()
    {
        if (_ring.Count == 0)
        {
            return new Lateness(0, 0, 0);
        }

        var sorted = _ring.ToArray();
        Array.Sort(sorted);
        return new Lateness(Rank(sorted, 0.50), Rank(sorted, 0.99), sorted[^1]);
    }

    private static double Rank(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
