using System.Threading.Channels;
using Dispatch.Contracts;

namespace Dispatch.Hub.Live;

/// <summary>
/// Keeps one <see cref="StreetLog"/> of this process by the street's feed: renews every 5 s whatever became of silo and gateway,
/// asks for what a lost push left out, and starts afresh where the feed cannot continue.
/// </summary>
internal sealed partial class StreetFollower : IFeedFollower, IFeedCopy, IAsyncDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BeatCheck = TimeSpan.FromSeconds(1);

    private readonly IClusterClient _cluster;
    private readonly IStreetFeedGrain _feed;
    private readonly IFeedFollower _self;
    private readonly TimeProvider _time;
    private readonly ILogger<StreetFollower> _logger;
    private readonly Channel<bool> _wake = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _older = new(1);
    private readonly ITimer _renewal;
    private readonly ITimer _beat;
    private readonly Task _running;
    private long _renewedAt;
    private bool _unreachable;

    /// <summary>Starts to follow.</summary>
    public StreetFollower(string streetId, IClusterClient cluster, TimeProvider time, ILogger<StreetFollower> logger)
    {
        (_cluster, _time, _logger) = (cluster, time, logger);
        Log = new StreetLog(streetId, time);
        _feed = cluster.GetGrain<IStreetFeedGrain>(streetId);
        _self = cluster.CreateObjectReference<IFeedFollower>(this);
        _renewedAt = time.GetTimestamp();
        _renewal = time.CreateTimer(_ => _wake.Writer.TryWrite(true), null, TimeSpan.Zero, FeedFollowing.Renewal);
        _beat = time.CreateTimer(_ => Beat(), null, BeatCheck, BeatCheck);
        _running = RunAsync();
    }

    /// <summary>What it keeps.</summary>
    public StreetLog Log { get; }

    /// <summary>Completes with the first snapshot.</summary>
    public Task Ready => _ready.Task;

    /// <inheritdoc/>
    public FeedPosition? Position => Log.Position;

    /// <inheritdoc/>
    public bool Take(FeedBatch batch) => Log.Take(batch);

    /// <inheritdoc/>
    public void Restart(FeedSnapshot snapshot)
    {
        Log.Restart(snapshot);
        LogFollowed(snapshot.StreetId, snapshot.At, snapshot.Epoch, snapshot.Rows.Count);
        _ready.TrySetResult();
    }

    /// <summary>A push. One that does not follow on what is held makes it ask.</summary>
    public Task Changes(FeedBatch batch)
    {
        if (!Log.Take(batch))
        {
            _wake.Writer.TryWrite(true);
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Makes a cursor's place readable where the feed still has it: a cursor from before this process, or from another process
    /// that is a moment ahead. Those who come together ask once.
    /// </summary>
    public async Task ReachAsync(FeedCursor cursor, CancellationToken cancellation)
    {
        await _older.WaitAsync(cancellation);
        try
        {
            if (cursor.StreetId == Log.StreetId && cursor.Epoch == Log.Epoch && cursor.At > Log.At)
            {
                await _feed.CatchUp(_self, this);
            }

            if (Log.MissingBefore(cursor) is not > 0)
            {
                return;
            }

            // Read up to where the log begins; at most its reach, so that an old cursor costs a handful of calls.
            var entries = new List<FeedEntry>();
            for (var at = cursor.At; Log.MissingBefore(cursor with { At = at }) is > 0;)
            {
                if (await _feed.Follow(_self, new FeedPosition(cursor.Epoch, at)) is not { Entries.Count: > 0 } batch)
                {
                    return;
                }

                entries.AddRange(batch.Entries);
                at = batch.To;
            }

            Log.TakeOlder(new FeedBatch(Log.StreetId, cursor.Epoch, cursor.At, entries[^1].At, entries));
        }
        finally
        {
            _older.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _renewal.DisposeAsync();
        await _beat.DisposeAsync();
        await _running;
        _cluster.DeleteObjectReference<IFeedFollower>(_self);
        _stopping.Dispose();
        _older.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await foreach (var _ in _wake.Reader.ReadAllAsync(_stopping.Token))
            {
                await RenewAsync();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Nobody watches this street any more; the feed forgets this follower when its lease lapses.
        }
    }

    private async Task RenewAsync()
    {
        var askedAt = _time.GetTimestamp();
        try
        {
            await _feed.CatchUp(_self, this).WaitAsync(_stopping.Token);
            Volatile.Write(ref _renewedAt, askedAt);
            if (_unreachable)
            {
                _unreachable = false;
                LogReached(Log.StreetId);
            }
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            if (!_unreachable)
            {
                _unreachable = true;
                LogUnreachable(Log.StreetId, exception);
            }

            _renewal.Change(Retry, FeedFollowing.Renewal);
        }
    }

    /// <summary>Signs of life are only given while the feed itself gives some: a board that is cut off anywhere goes stale.</summary>
    private void Beat()
    {
        if (_ready.Task.IsCompletedSuccessfully && _time.GetElapsedTime(Volatile.Read(ref _renewedAt)) <= FeedFollowing.Lease)
        {
            Log.Beat();
        }
    }
}
