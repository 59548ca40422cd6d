using System.Threading.Channels;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dispatch.Silo.Storage.Postgres;

/// <summary>
/// This process's writer: whatever queued up while the last flush began is the next flush, one round trip and one transaction.
/// Two lanes take turns, so that one flush is prepared and judged while the other is being made durable; the street's row, which
/// each locks last, keeps their numbers in commit order. While the database is away it refuses at once instead of queueing.
/// </summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private const int FlushLimit = 1024;

    /// <summary>After a failed attempt to connect nobody waits for another one this long, ms.</summary>
    private const long AwayFor = 250;

    private readonly Channel<PendingCommit> _queue;
    private readonly Queue<PendingCommit> _held = new();
    private readonly PostgresLane[] _lanes;
    private readonly Task _run;
    private long _awayUntil = long.MinValue;
    private long _turnedAway;

    public PostgresWriter(NpgsqlDataSource source, StorageOptions options, ICommittedFeed followers, ILogger logger)
    {
        _queue = System.Threading.Channels.Channel.CreateBounded<PendingCommit>(
            new BoundedChannelOptions(options.QueueLimit) { SingleReader = true });
        _lanes = [Lane(), Lane()];
        _run = Task.Run(RunAsync);

        PostgresLane Lane() => new(
            source,
            options.CommitTimeout,
            new FeedHints(followers, logger),
            logger,
            () => Volatile.Write(ref _awayUntil, Environment.TickCount64 + AwayFor));
    }

    /// <summary>How many commits found the queue full.</summary>
    public long TurnedAway => Interlocked.Read(ref _turnedAway);

    public Task<CommitOutcome> CommitAsync(PendingCommit member)
    {
        if (Environment.TickCount64 < Volatile.Read(ref _awayUntil))
        {
            member.Failed(FlushMetrics.TurnedAway("The database cannot be reached; try again shortly."));
        }
        else if (!_queue.Writer.TryWrite(member))
        {
            Interlocked.Increment(ref _turnedAway);
            member.Failed(FlushMetrics.TurnedAway("The store has as much waiting as it may, or is closing; try again shortly."));
        }

        return member.Outcome;
    }

    /// <summary>Finishes what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _run.ConfigureAwait(false);
        foreach (var lane in _lanes)
        {
            await lane.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task RunAsync()
    {
        while (_held.Count > 0 || await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            var lane = await IdleAsync().ConfigureAwait(false);
            Gather(lane);
            if (lane.Count > 0)
            {
                lane.Start();
            }
            else
            {
                // Everything that waits is a next step of an owner under way.
                await Task.WhenAny(_lanes.Where(other => !other.Running.IsCompleted).Select(other => other.Running).DefaultIfEmpty(Task.CompletedTask))
                    .ConfigureAwait(false);
            }
        }
    }

    private async Task<PostgresLane> IdleAsync()
    {
        await Task.WhenAny(_lanes.Select(lane => lane.Running)).ConfigureAwait(false);
        return _lanes.First(lane => lane.Running.IsCompleted);
    }

    /// <summary>Fills the next flush, an owner at most once; further steps of an owner wait until its flush has ended.</summary>
    private void Gather(PostgresLane lane)
    {
        lane.Empty();
        for (var left = _held.Count; left > 0; left--)
        {
            Join(lane, _held.Dequeue());
        }

        while (lane.Count < FlushLimit && _held.Count < FlushLimit && _queue.Reader.TryRead(out var member))
        {
            Join(lane, member);
        }
    }

    private void Join(PostgresLane lane, PendingCommit member)
    {
        if (lane.Count >= FlushLimit || IsUnderWay(member.OwnerId) || !lane.TryAdd(member))
        {
            _held.Enqueue(member);
        }
    }

    private bool IsUnderWay(string ownerId)
    {
        foreach (var lane in _lanes)
        {
            if (lane.IsWriting(ownerId))
            {
                return true;
            }
        }

        return false;
    }
}
