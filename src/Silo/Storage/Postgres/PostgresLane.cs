using Dispatch.Grains.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Dispatch.Silo.Storage.Postgres;

/// <summary>One of the writer's connections: it carries one flush at a time, while another lane's is under way.</summary>
internal sealed class PostgresLane(NpgsqlDataSource source, TimeSpan timeout, FeedHints hints, ILogger logger, Action away) : IAsyncDisposable
{
    private readonly List<PendingCommit> _members = [];
    private readonly HashSet<string> _owners = new(StringComparer.Ordinal);
    private PostgresFlush? _flush;

    /// <summary>The flush under way, or the last one.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>How many steps the next flush has.</summary>
    public int Count => _members.Count;

    /// <summary>Whether the flush under way has a step of an owner.</summary>
    public bool IsWriting(string ownerId) => !Running.IsCompleted && _owners.Contains(ownerId);

    /// <summary>Begins to fill the next flush. Like all that fills a lane, called by the writer's loop alone and while the lane is idle.</summary>
    public void Empty()
    {
        _members.Clear();
        _owners.Clear();
    }

    /// <summary>Puts a step into the next flush; false when it has one of the same owner.</summary>
    public bool TryAdd(PendingCommit member)
    {
        if (!_owners.Add(member.OwnerId))
        {
            return false;
        }

        _members.Add(member);
        return true;
    }

    /// <summary>Begins the flush that was filled.</summary>
    public void Start() => Running = FlushAsync(_members, retry: true);

    public async ValueTask DisposeAsync()
    {
        await Running.ConfigureAwait(false);
        if (_flush is not null)
        {
            await _flush.DisposeAsync().ConfigureAwait(false);
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
            hints.Tell(flush.Epoch);
        }
        catch (Exception fault)
        {
            hints.Forget();
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

            return _flush = await PostgresFlush.OpenAsync(source, hints, timeout).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            away();
            StoreLog.Away(logger, members.Count, fault);
            var refused = PostgresSource.NotReached(fault);
            members.ForEach(member => member.Failed(refused));
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
            StoreLog.OutcomeUnknown(logger, members.Count, fault);
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
            StoreLog.FlushRetried(logger, members.Count, fault);
            foreach (var member in members.ToArray())
            {
                await FlushAsync([member], retry: members.Count > 1).ConfigureAwait(false);
            }
        }
    }
}
