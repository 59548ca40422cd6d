using System.Collections.Concurrent;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Dispatch.Silo.Storage.Sqlite;

/// <summary>
/// The one connection that writes, on a thread of its own because the driver blocks. Whatever queued up while the last flush ran
/// is the next flush: one transaction, one flush to disk.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int FlushLimit = 1024;

    private readonly BlockingCollection<object> _queue;
    private readonly Queue<PendingCommit> _held = new();
    private readonly List<PendingCommit> _members = [];
    private readonly HashSet<string> _owners = new(StringComparer.Ordinal);
    private readonly List<Verdict> _verdicts = [];
    private readonly Thread _thread;
    private readonly ILogger _logger;
    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly SqliteStatements _sql;
    private readonly FeedHints _hints;
    private readonly SqliteFlush _flush;
    private readonly string _epoch;
    private long _turnedAway;

    public SqliteWriter(string file, StorageOptions options, ICommittedFeed followers, ILogger logger)
    {
        _file = file;
        _logger = logger;
        _queue = new BlockingCollection<object>(options.QueueLimit);
        _hints = new FeedHints(followers, logger);
        _connection = SqliteFiles.OpenWriter(file, options.CommitTimeout);
        _epoch = (string)SqliteFiles.Scalar(_connection, "select epoch from store")!;
        _sql = new SqliteStatements(_connection);
        _flush = new SqliteFlush(_sql, _hints);
        _thread = new Thread(Run) { Name = "Dispatch store writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>How many commits and other writes found the queue full.</summary>
    public long TurnedAway => Interlocked.Read(ref _turnedAway);

    /// <summary>Called right before each commit reaches the file; tests break it here.</summary>
    internal Action? Committing { get; set; }

    public Task<CommitOutcome> CommitAsync(PendingCommit member)
    {
        if (Refuse(member) is { } refusal)
        {
            member.Failed(refusal);
        }

        return member.Outcome;
    }

    /// <summary>Runs between two flushes, alone on the connection, in a transaction of its own unless <paramref name="bare"/>.</summary>
    public Task<T> RunAsync<T>(Func<SqliteConnection, T> work, bool bare = false)
    {
        var job = new Job<T>(work, bare);
        return Refuse(job) is { } refusal ? Task.FromException<T>(refusal) : job.Result;
    }

    /// <summary>Finishes what is queued, then closes.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _sql.Dispose();
        _connection.Dispose();
        _queue.Dispose();
    }

    /// <summary>Queues a job; says why not when it cannot be taken.</summary>
    private StoreUnavailableException? Refuse(object job)
    {
        try
        {
            if (_queue.TryAdd(job))
            {
                return null;
            }

            Interlocked.Increment(ref _turnedAway);
            return FlushMetrics.TurnedAway("The store has as much waiting as it may; try again shortly.");
        }
        catch (InvalidOperationException closed)
        {
            return new StoreUnavailableException("The store is closing.", closed);
        }
    }

    private void Run()
    {
        object? next = null;
        while (next is not null || _held.Count > 0 || _queue.TryTake(out next, Timeout.Infinite))
        {
            if (next is IJob job)
            {
                job.Run(this);
                next = null;
                continue;
            }

            next = Gather(next as PendingCommit);
            Flush(_members);
        }
    }

    /// <summary>Fills the next flush, an owner at most once; returns the first job that is not a commit, which waits for the flush.</summary>
    private object? Gather(PendingCommit? first)
    {
        _members.Clear();
        _owners.Clear();
        for (var left = _held.Count; left > 0; left--)
        {
            Join(_held.Dequeue());
        }

        if (first is not null)
        {
            Join(first);
        }

        while (_members.Count < FlushLimit && _held.Count < FlushLimit && _queue.TryTake(out var next))
        {
            if (next is not PendingCommit member)
            {
                return next;
            }

            Join(member);
        }

        return null;
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

    private void Flush(List<PendingCommit> members)
    {
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            WriteAll(members);
            FlushMetrics.Record(members.Count, TimeProvider.System.GetElapsedTime(began));
        }
        catch (Exception fault) when (members.Count > 1 && SqliteFiles.Translate(fault, _file) is not StoreUnavailableException)
        {
            Abandon();
            StoreLog.FlushRetried(_logger, members.Count, fault);
            members.ForEach(FlushAlone);
            return;
        }
        catch (Exception fault)
        {
            Abandon();
            members.ForEach(member => member.Failed(SqliteFiles.Translate(fault, _file)));
            return;
        }

        Complete(members);
    }

    private void FlushAlone(PendingCommit member) => Flush([member]);

    private void WriteAll(List<PendingCommit> members)
    {
        _verdicts.Clear();
        _sql.Begin.ExecuteNonQuery();
        foreach (var member in members)
        {
            _verdicts.Add(_flush.Write(member));
        }

        _flush.Close();
    }

    private void Complete(List<PendingCommit> members)
    {
        try
        {
            Committing?.Invoke();
            _sql.Commit.ExecuteNonQuery();
        }
        catch (Exception fault)
        {
            Abandon();
            StoreLog.OutcomeUnknown(_logger, members.Count, fault);
            var unknown = new UnknownOutcomeException("The store's file failed while committing.", fault);
            members.ForEach(member => member.Failed(unknown));
            return;
        }

        _flush.Clear();
        _verdicts.ForEach(verdict => verdict.Tell());
        _hints.Tell(_epoch);
    }

    private void Abandon()
    {
        _flush.Clear();
        _hints.Forget();
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _sql.Rollback.ExecuteNonQuery();
        }
    }

    private interface IJob
    {
        void Run(SqliteWriter writer);
    }

    private sealed class Job<T>(Func<SqliteConnection, T> work, bool bare) : IJob
    {
        private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Result => _result.Task;

        public void Run(SqliteWriter writer)
        {
            try
            {
                if (bare)
                {
                    _result.SetResult(work(writer._connection));
                    return;
                }

                writer._sql.Begin.ExecuteNonQuery();
                var result = work(writer._connection);
                writer._sql.Commit.ExecuteNonQuery();
                _result.SetResult(result);
            }
            catch (Exception fault)
            {
                if (!bare)
                {
                    writer.Abandon();
                }

                _result.TrySetException(SqliteFiles.Translate(fault, writer._file));
            }
        }
    }
}
