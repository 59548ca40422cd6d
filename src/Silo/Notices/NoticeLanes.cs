namespace Dispatch.Silo.Notices;

/// <summary>
/// Keeps those who do not answer apart from those who do: each other side has few calls at once, and one that failed so often in a row
/// is left alone for a while. Nobody waits here; whoever does not get in comes again later.
/// </summary>
/// <param name="options">How many and how long.</param>
/// <param name="real">Real time.</param>
public sealed class NoticeLanes(DeliveryOptions options, TimeProvider real)
{
    private const int MostLanes = 10_000;

    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Goes in, or says how long to stay away, real time.</summary>
    public bool TryEnter(string name, out TimeSpan comeBack)
    {
        lock (_lock)
        {
            comeBack = default;
            if (!_lanes.TryGetValue(name, out var lane))
            {
                Sweep();
                _lanes[name] = lane = new Lane();
            }

            if (lane.Failures >= options.FailuresToClose && real.GetElapsedTime(lane.FailedAt) is var since && since < options.Closed)
            {
                comeBack = options.Closed - since;
                return false;
            }

            if (lane.Inside >= (lane.Failures >= options.FailuresToClose ? 1 : options.PerLane))
            {
                comeBack = options.Horizon;
                return false;
            }

            lane.Inside++;
            return true;
        }
    }

    /// <summary>Goes out again.</summary>
    /// <param name="name">Where.</param>
    /// <param name="answered">Whether the other side answered at all.</param>
    public void Leave(string name, bool answered)
    {
        lock (_lock)
        {
            var lane = _lanes[name];
            lane.Inside--;
            lane.Failures = answered ? 0 : lane.Failures + 1;
            lane.FailedAt = real.GetTimestamp();
        }
    }

    private void Sweep()
    {
        if (_lanes.Count < MostLanes)
        {
            return;
        }

        foreach (var idle in _lanes.Where(one => one.Value.Inside == 0).Select(one => one.Key).ToList())
        {
            _lanes.Remove(idle);
        }
    }

    private sealed class Lane
    {
        public int Inside { get; set; }

        public int Failures { get; set; }

        public long FailedAt { get; set; }
    }
}

/// <summary>How hard the deliverer works. Every span is real time. The defaults are meant to be kept; tests vary them.</summary>
public sealed record DeliveryOptions
{
    /// <summary>Notices claimed at once.</summary>
    public int Rows { get; init; } = 200;

    /// <summary>How long others leave claimed notices alone: also how late one is when its silo dies before it was told.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Steps at the same time.</summary>
    public int InFlight { get; init; } = 32;

    /// <summary>Calls to one other side at the same time, fewer than <see cref="InFlight"/>.</summary>
    public int PerLane { get; init; } = 4;

    /// <summary>Calls in a row without an answer after which the other side is left alone.</summary>
    public int FailuresToClose { get; init; } = 4;

    /// <summary>How long it is left alone before one call tries it again.</summary>
    public TimeSpan Closed { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest sleep: how late somebody is told of something that was just committed.</summary>
    public TimeSpan Horizon { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The shortest sleep between claims.</summary>
    public TimeSpan Breath { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a stop waits for steps under way.</summary>
    public TimeSpan Leave { get; init; } = TimeSpan.FromSeconds(5);
}
