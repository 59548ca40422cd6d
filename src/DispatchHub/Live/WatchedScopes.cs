using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>
/// What this process watches: one log per scope, one follower per street. Bounded: what nobody has watched for a minute is
/// dropped, and beyond <see cref="MaxScopes"/> new scopes are refused.
/// </summary>
internal sealed class WatchedScopes : IAsyncDisposable
{
    /// <summary>The most scopes watched at a time.</summary>
    public const int MaxScopes = 4_096;

    /// <summary>A scope that nobody has watched for this long is dropped.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(Scope Scope, string? StreetId), Entry> _scopes = [];
    private readonly Dictionary<string, StreetFollower> _streets = [];
    private readonly IClusterClient _cluster;
    private readonly IScopePlaces _places;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _logs;
    private readonly long _startedAt;
    private readonly ITimer _sweep;

    /// <summary>Watches nothing yet.</summary>
    public WatchedScopes(IClusterClient cluster, IScopePlaces places, TimeProvider time, ILoggerFactory logs)
    {
        (_cluster, _places, _time, _logs) = (cluster, places, time, logs);
        _startedAt = time.GetTimestamp();
        _sweep = time.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    /// <summary>How many scopes are kept, idle ones included.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _scopes.Count;
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_startedAt);

    /// <summary>Takes part in watching a scope, until the reading is disposed.</summary>
    /// <param name="scope">What.</param>
    /// <param name="streets">In which streets; none for a scope that lies in one.</param>
    /// <param name="cancellation">The watch ends.</param>
    /// <exception cref="Microsoft.AspNetCore.SignalR.HubException">There is no such scope, the process is full, or the feed is out of reach.</exception>
    public async Task<IScopeReading> ReadAsync(Scope scope, IReadOnlyList<string> streets, CancellationToken cancellation)
    {
        if (streets.Count <= 1)
        {
            return new ScopeReading(await OpenAsync(scope, streets.Count == 0 ? null : streets[0], cancellation));
        }

        var readings = new List<ScopeReading>(streets.Count);
        try
        {
            foreach (var street in streets)
            {
                readings.Add(new ScopeReading(await OpenAsync(scope, street, cancellation)));
            }

            return new StreetsReading(readings);
        }
        catch
        {
            readings.ForEach(reading => reading.Dispose());
            throw;
        }
    }

    /// <summary>Takes part in watching a scope in one street, until the lease is disposed.</summary>
    /// <param name="scope">What.</param>
    /// <param name="streetId">The street; null where the scope itself says in which it lies.</param>
    /// <param name="cancellation">The watch ends.</param>
    /// <exception cref="Microsoft.AspNetCore.SignalR.HubException">There is no such scope, the process is full, or the feed is out of reach.</exception>
    public async Task<ScopeLease> OpenAsync(Scope scope, string? streetId, CancellationToken cancellation)
    {
        var key = (scope, streetId);
        var entry = Enter(key);
        try
        {
            var (log, follower) = await entry.Opening.Value.WaitAsync(ReadyWithin, _time, cancellation);
            return new ScopeLease(log, follower, () => Leave(entry));
        }
        catch (TimeoutException)
        {
            Leave(entry);
            throw WatchRefusal.Unavailable();
        }
        catch
        {
            Leave(entry);
            Forget(key, entry);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        List<StreetFollower> followers;
        lock (_gate)
        {
            followers = [.. _streets.Values];
            _streets.Clear();
            _scopes.Clear();
        }

        foreach (var follower in followers)
        {
            await follower.DisposeAsync();
        }
    }

    private Entry Enter((Scope Scope, string? StreetId) key)
    {
        lock (_gate)
        {
            if (_scopes.TryGetValue(key, out var known) && !known.Ended)
            {
                known.Watchers++;
                return known;
            }

            if (known is { Log: { } ended })
            {
                ended.Street.Remove(ended);
            }
            else if (_scopes.Count >= MaxScopes)
            {
                throw WatchRefusal.Busy();
            }

            return _scopes[key] = new Entry(new Lazy<Task<(ScopeLog, StreetFollower)>>(() => StartAsync(key.Scope, key.StreetId))) { Watchers = 1 };
        }
    }

    private void Leave(Entry entry)
    {
        lock (_gate)
        {
            entry.Watchers--;
            entry.IdleSince = Now;
        }
    }

    /// <summary>A scope that could not be opened is looked for afresh the next time; one that others still wait for stays.</summary>
    private void Forget((Scope Scope, string? StreetId) key, Entry entry)
    {
        lock (_gate)
        {
            if (entry.Opening.Value.IsFaulted && _scopes.TryGetValue(key, out var known) && known == entry)
            {
                _scopes.Remove(key);
            }
        }
    }

    private async Task<(ScopeLog Log, StreetFollower Follower)> StartAsync(Scope scope, string? streetId)
    {
        if ((streetId is null ? await _places.FindAsync(scope) : new ScopePlace(streetId, null)) is not { } place)
        {
            throw WatchRefusal.Unknown();
        }

        StreetFollower? follower;
        lock (_gate)
        {
            if (!_streets.TryGetValue(place.StreetId, out follower))
            {
                follower = new StreetFollower(place.StreetId, _cluster, _time, _logs.CreateLogger<StreetFollower>());
                _streets.Add(place.StreetId, follower);
            }
        }

        await follower.Ready;
        return (follower.Log.Add(scope, place.Case), follower);
    }

    private void Sweep()
    {
        var unused = new List<StreetFollower>();
        lock (_gate)
        {
            var now = Now;
            foreach (var (key, entry) in _scopes)
            {
                if (!entry.IsOpening && entry.Watchers == 0 && now - entry.IdleSince >= Idle)
                {
                    _scopes.Remove(key);
                    entry.Log?.Street.Remove(entry.Log);
                }
            }

            // A scope that is still opening counts for every street: which one it needs is not known yet.
            if (!_scopes.Values.Any(entry => entry.IsOpening))
            {
                var used = _scopes.Values.Select(entry => entry.Log?.Street.StreetId).ToHashSet();
                foreach (var (streetId, follower) in _streets)
                {
                    if (!used.Contains(streetId))
                    {
                        _streets.Remove(streetId);
                        unused.Add(follower);
                    }
                }
            }
        }

        foreach (var follower in unused)
        {
            _ = follower.DisposeAsync().AsTask();
        }
    }

    private sealed class Entry(Lazy<Task<(ScopeLog Log, StreetFollower Follower)>> opening)
    {
        public Lazy<Task<(ScopeLog Log, StreetFollower Follower)>> Opening { get; } = opening;

        public int Watchers { get; set; }

        public TimeSpan IdleSince { get; set; }

        public ScopeLog? Log => Opening is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? Opening.Value.GetAwaiter().GetResult().Log : null;

        public bool IsOpening => !Opening.IsValueCreated || !Opening.Value.IsCompleted;

        public bool Ended => Log is { Ended: true };
    }
}

/// <summary>A watcher's part in a scope.</summary>
internal sealed class ScopeLease(ScopeLog log, StreetFollower follower, Action leave) : IDisposable
{
    /// <summary>The scope's log.</summary>
    public ScopeLog Log { get; } = log;

    /// <summary>Who keeps it.</summary>
    public StreetFollower Follower { get; } = follower;

    /// <inheritdoc/>
    public void Dispose() => leave();
}
