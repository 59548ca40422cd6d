using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Dispatch.Grains.Feeds;

/// <summary>A street's feed: keyed by the street's id, without a prefix.</summary>
internal sealed partial class StreetFeedGrain : Grain, IStreetFeedGrain
{
    private const int RingCapacity = 4_096;
    private static readonly TimeSpan PushInterval = TimeSpan.FromMilliseconds(25);

    private readonly FeedRing _ring = new(RingCapacity);
    private readonly FollowerLeases<IFeedFollower> _followers = new(FeedFollowing.Lease);
    private readonly PushPace _pace = new(PushInterval);
    private readonly JoinedRead<FeedPosition> _load;
    private readonly JoinedRead<FeedSnapshot> _snapshot;
    private readonly IFeedReads _reads;
    private readonly ICaseRows _rows;
    private readonly TimeProvider _time;
    private readonly ILogger<StreetFeedGrain> _logger;
    private readonly long _startedAt;
    private IGrainTimer? _pushTimer;
    private bool _pushWaits;
    private FeedPosition? _pushed;

    public StreetFeedGrain(IFeedReads reads, ICaseRows rows, TimeProvider time, ILogger<StreetFeedGrain> logger)
    {
        (_reads, _rows, _time, _logger) = (reads, rows, time, logger);
        _startedAt = time.GetTimestamp();
        _load = new JoinedRead<FeedPosition>(LoadWhatLacks);
        _snapshot = new JoinedRead<FeedSnapshot>(ReadSnapshot);
    }

    private string StreetId => this.GetPrimaryKeyString();

    private TimeSpan Now => _time.GetElapsedTime(_startedAt);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _pushTimer = this.RegisterGrainTimer(
            _ => { PushNow(); return Task.CompletedTask; },
            new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan) { Interleave = true });
        return Task.CompletedTask;
    }

    public async Task Committed(FeedBatch batch)
    {
        try
        {
            // A load that was under way when the hint came may have read the head before this commit.
            for (var loads = 0; !_ring.Append(batch) && loads < 2; loads++)
            {
                await _load.Join();
            }
        }
        catch (Exception exception)
        {
            // One-way: nobody hears of it, and a hint may be lost by right.
            LogHintUnfinished(StreetId, exception);
        }

        PushSoon();
    }

    public async Task<FeedBatch?> Follow(IFeedFollower follower, FeedPosition position)
    {
        _followers.Renew(follower, Now);
        await _load.Join();
        PushSoon();

        if (_ring.Head is not { } head || position.Epoch != head.Epoch || position.At > head.At)
        {
            return null;
        }

        return _ring.After(StreetId, position.At) ?? await FromStore(position);
    }

    public Task<FeedSnapshot> Snapshot() => _snapshot.Join();

    public Task Unfollow(IFeedFollower follower)
    {
        _followers.Remove(follower);
        return Task.CompletedTask;
    }

    private async Task<FeedPosition> LoadWhatLacks()
    {
        var head = await _reads.HeadAsync(StreetId);
        if (_ring.Head?.Epoch != head.Epoch)
        {
            LogStarted(StreetId, head.At, head.Epoch);
            _ring.Restart(head);
        }
        else if (head.At - _ring.Head.At > _ring.Capacity)
        {
            _ring.Restart(head with { At = head.At - _ring.Capacity });
        }

        var before = _ring.Head!.At;
        while (_ring.Head.At < head.At)
        {
            var at = _ring.Head.At;
            var entries = await _reads.EntriesAsync(StreetId, at, FeedBatch.MaxEntries);
            if (entries is not { Count: > 0 })
            {
                _ring.Restart(head);
                break;
            }

            _ring.Append(new FeedBatch(StreetId, head.Epoch, at, entries[^1].At, entries));
        }

        if (_ring.Head.At > before)
        {
            LogLoaded(StreetId, _ring.Head.At - before);
        }

        return _ring.Head;
    }

    private async Task<FeedBatch?> FromStore(FeedPosition position) =>
        await _reads.EntriesAsync(StreetId, position.At, FeedBatch.MaxEntries) is { } entries
            ? new FeedBatch(StreetId, position.Epoch, position.At, entries.Count == 0 ? position.At : entries[^1].At, entries)
            : null;

    private async Task<FeedSnapshot> ReadSnapshot()
    {
        var open = await _reads.OpenCasesAsync(StreetId);

        // Reading a hundred thousand cases takes seconds; hints and pushes go on meanwhile.
        var rows = await Task.Run(async () =>
        {
            var made = new List<CaseRow>(open.Owners.Count);
            foreach (var owner in open.Owners)
            {
                made.Add(await _rows.RowAsync(owner));
            }

            return made;
        });
        return new FeedSnapshot(StreetId, open.Position.Epoch, open.Position.At, rows);
    }

    private void PushSoon()
    {
        if (_pushWaits || _ring.Head is not { } head || head == _pushed)
        {
            return;
        }

        var wait = _pace.Wait(Now);
        if (wait <= TimeSpan.Zero)
        {
            PushNow();
            return;
        }

        _pushWaits = true;
        _pushTimer!.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void PushNow()
    {
        _pushWaits = false;
        if (_ring.Head is not { } head || head == _pushed)
        {
            return;
        }

        _pace.Pushed(Now);
        var followers = _followers.Live(Now);
        var from = _pushed?.Epoch == head.Epoch ? Math.Max(_pushed.At, _ring.Tail) : _ring.Tail;
        do
        {
            var batch = _ring.After(StreetId, from)!;
            foreach (var follower in followers)
            {
                // One-way: it returns when the message is queued, and a follower that is gone misses nothing that it would not ask for again.
                follower.Changes(batch).Ignore();
                DispatchMetrics.FeedPushes.Add(1);
            }

            from = batch.To;
        }
        while (from < head.At);

        _pushed = head;
    }
}
