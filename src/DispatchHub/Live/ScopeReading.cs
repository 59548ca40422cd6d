using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>How one watcher reads a scope: its log, or those of several streets as one (<see cref="StreetsReading"/>).</summary>
internal interface IScopeReading : IDisposable
{
    /// <summary>The scope has nothing more to say here; a new watch finds it where it is.</summary>
    bool Ended { get; }

    /// <summary>Makes a cursor's place readable where the feed still has it.</summary>
    Task ReachAsync(string? cursor, CancellationToken cancellation);

    /// <summary>What the watcher gets first, and what it missed since its cursor.</summary>
    (WatchItem First, WatchItem? Missed) Begin(string? cursor, CityTime clock);

    /// <summary>What comes next; null when there is nothing new, and then <paramref name="moved"/> completes when there is.</summary>
    WatchItem? Next(Func<CityTime> clock, out Task moved);
}

/// <summary>One scope in one street: the items of its log as they are.</summary>
internal sealed class ScopeReading(ScopeLease lease) : IScopeReading
{
    private WatchPosition _position;

    /// <inheritdoc/>
    public bool Ended => lease.Log.Ended;

    /// <summary>The feed number that the watcher holds.</summary>
    public long At => _position.At;

    /// <summary>The log.</summary>
    public ScopeLog Log => lease.Log;

    /// <inheritdoc/>
    public async Task ReachAsync(string? cursor, CancellationToken cancellation)
    {
        if (FeedCursor.TryParse(cursor, out var from))
        {
            await lease.Follower.ReachAsync(from, cancellation);
        }
    }

    /// <inheritdoc/>
    public (WatchItem First, WatchItem? Missed) Begin(string? cursor, CityTime clock)
    {
        var start = lease.Log.Begin(cursor, clock);
        _position = start.Position;
        return (start.First, start.Missed);
    }

    /// <inheritdoc/>
    public WatchItem? Next(Func<CityTime> clock, out Task moved) => lease.Log.Next(ref _position, clock, out moved);

    /// <inheritdoc/>
    public void Dispose() => lease.Dispose();
}
