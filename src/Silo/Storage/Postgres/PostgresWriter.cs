using System.Threading.Channels;
using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dispatch.Silo.Storage.Postgres;

/// <summary>
/// This process's writer: whatever queued up while the last flush ran is the next flush, one round trip and one transaction.
/// While the database is away it refuses at once instead of queueing.
/// </summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private const int FlushLimit = 1024;

    /// <summary>After a failed attempt to connect nobody waits for another one this long, ms.</summary>
    private const long AwayFor = 250;

    private readonly Channel<PendingCommit> _queue;
    private readonly Queue<PendingCommit> _held = new();
    private readonly List<PendingCommit> _members = [];
    private readonly HashSet<string> _owners = new(StringComparer.Ordinal);
    private readonly NpgsqlDataSource _source;
    private readonly FeedHints _hints;
    private readonly ILogger _logger;
    private readonly TimeSpan _timeout;
    private readonly Task _run;
    private PostgresFlush? _flush;
    private long _awayUntil = long.MinValue;

    public PostgresWriter(NpgsqlDataSource source, StorageOptions options, ICommittedFeed followers, ILogger logger)
    {
        _source = source;
        _logger = logger;
        _timeout = options.CommitTimeout;
        _hints = new FeedHints(followers, logger);
        _queue = System.Threading.Channels.Channel.CreateBounded<PendingCommit>(
            new BoundedChannelOptions(options.QueueLimit) { SingleReader = true });
        _run = Task.Run(RunAsync);
    }

    public Task<CommitOutcome> CommitAsync(PendingCommit member)
    {
        if (Environment.TickCount64 < Volatile.Read(ref _awayUntil))
        {
            member.Failed(FlushMetrics.TurnedAway("The database cannot be reached; try again shortly."));
        }
        else if (!_queue.Writer.TryWrite(member))
        {
            member.Failed(FlushMetrics.TurnedAway("The store has as much waiting as it may, or is closing; try again shortly."));
        }

        return member.Outcome;
    }

    /// <summary>Finishes what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _run.ConfigureAwait(false);
        if (_flush is not null)
        {
            await _flush.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task RunAsync()
    {
        while (_held.Count > 0 || await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            Gather();
            await FlushAsync(_members, retry: true).ConfigureAwait(false);
        }
    }

    /// <summary>Fills the next flush, an owner at most once; later steps of the same owner wait for the one after.</summary>
    private void Gather()
    {
        _members.Clear();
        _owners.Clear();
        for (var left = _held.Count; left > 0; left--)
        {
            Join(_held.Dequeue());
        }

        while (_members.Count < FlushLimit && _held.Count < FlushLimit && _queue.Reader.TryRead(out var member))
        {
            Join(member);
        }
    }

    private void Join(PendingCommit member)
    {
        if (_members.Count < FlushLimit && _owners.Add(member.OwnerId))
        {
            _members.Add(member);
        }
        else
        {
            _held.Enqueue(member);
        }
    }

    private async Task FlushAsync(List<PendingCommit> members, bool retry)
    {
        if (await ConnectAsync(members).ConfigureAwait(false) is not { } flush)
        {
            return;
        }

        try
        {
            var began = TimeProvider.System.GetTimestamp();
            await flush.RunAsync(members).ConfigureAwait(false);
            FlushMetrics.Record(members.Count, TimeProvider.System.GetElapsedTime(began));
            _hints.Tell(flush.Epoch);
        }
        catch (Exception fault)
        {
            _hints.Forget();
            await FailAsync(flush, members, fault, retry).ConfigureAwait(false);
        }
    }

    private async Task<PostgresFlush?> ConnectAsync(List<PendingCommit> members)
    {
        if (_flush is { Usable: true })
        {
            return _flush;
        }

        try
        {
            if (_flush is not null)
            {
                await _flush.DisposeAsync().ConfigureAwait(false);
                _flush = null;
            }

            return _flush = await PostgresFlush.OpenAsync(_source, _hints, _timeout).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            Volatile.Write(ref _awayUntil, Environment.TickCount64 + AwayFor);
            StoreLog.Away(_logger, members.Count, fault);
            var away = PostgresSource.NotReached(fault);
            members.ForEach(member => member.Failed(away));
            return null;
        }
    }

    /// <summary>Another silo made the same owner at the same moment; the second look finds it.</summary>
    private static bool MadeElsewhere(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private async Task FailAsync(PostgresFlush flush, List<PendingCommit> members, Exception fault, bool retry)
    {
        if (fault is NpgsqlException and not PostgresException || !flush.Usable)
        {
            // The answer got lost, and with it whether the transaction was committed.
            StoreLog.OutcomeUnknown(_logger, members.Count, fault);
            _flush = null;
            await flush.DisposeAsync().ConfigureAwait(false);
            var unknown = new UnknownOutcomeException("The connection to the database broke while committing.", fault);
            members.ForEach(member => member.Failed(unknown));
        }
        else if (PostgresSource.SaysAway(fault) || !retry || (members.Count == 1 && !MadeElsewhere(fault)))
        {
            members.ForEach(member => member.Failed(PostgresSource.Translate(fault)));
        }
        else
        {
            StoreLog.FlushRetried(_logger, members.Count, fault);
            foreach (var member in members.ToArray())
            {
                await FlushAsync([member], retry: members.Count > 1).ConfigureAwait(false);
            }
        }
    }
}
