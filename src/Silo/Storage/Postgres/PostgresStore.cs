using System.Data;
using System.Data.Common;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Reads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Dispatch.Silo.Storage.Postgres;

/// <summary>The store in a PostgreSQL database, which any number of silos may write to.</summary>
internal sealed class PostgresStore : IDispatchStore, IStoreAccess, IAsyncDisposable, IDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly PostgresWriter _writer;
    private readonly OwnerReads _owners;

    /// <exception cref="StoreFaultException">The database is not migrated, newer, or cannot be reached.</exception>
    public PostgresStore(NpgsqlDataSource source, IOptions<StorageOptions> options, ICommittedFeed followers, ILogger<PostgresStore> logger)
    {
        Migrations.StoreMigrations.Check(options.Value);
        _source = source;
        _writer = new PostgresWriter(source, options.Value, followers, logger);
        _owners = new OwnerReads(this);
    }

    public long TurnedAway => _writer.TurnedAway;

    public string RealNow => "(extract(epoch from clock_timestamp()) * 1000)::bigint";

    public string NotHeld => "for update skip locked";

    public string Contains(string text, string part) => $"strpos({text}, {part}) > 0";

    public string IsAmong(string column, string list) => $"{column} = any({list})";

    public ValueTask<CommitOutcome> CommitAsync(Commit commit, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_writer.CommitAsync(new PendingCommit(commit)));
    }

    public ValueTask<StoredOwner?> LoadAsync(Scope owner, CancellationToken cancellation = default) =>
        _owners.LoadAsync(owner, cancellation);

    public ValueTask<CommitOutcome?> FindCommandAsync(Scope owner, string actorId, string key, CancellationToken cancellation = default) =>
        _owners.FindCommandAsync(owner, actorId, key, cancellation);

    public ValueTask<IReadOnlyList<StoredEvent>> EventsAsync(Scope owner, long afterSeq, int limit, CancellationToken cancellation = default) =>
        _owners.EventsAsync(owner, afterSeq, limit, cancellation);

    public ValueTask<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) =>
        OnConnectionAsync(read, null, cancellation);

    public ValueTask<T> ReadSnapshotAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) =>
        OnConnectionAsync(read, IsolationLevel.RepeatableRead, cancellation);

    public ValueTask<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) =>
        OnConnectionAsync(write, IsolationLevel.ReadCommitted, cancellation);

    /// <summary>The writer drains by itself; a synchronous end only tells it to.</summary>
    public void Dispose() => _ = _writer.DisposeAsync().AsTask();

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async ValueTask<T> OnConnectionAsync<T>(Func<DbConnection, Task<T>> work, IsolationLevel? isolation, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await PostgresSource.ConnectAsync(_source, cancellation).ConfigureAwait(false);
            if (isolation is not { } level)
            {
                return await work(connection).ConfigureAwait(false);
            }

            await using var transaction = await connection.BeginTransactionAsync(level, cancellation).ConfigureAwait(false);
            var result = await work(connection).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return result;
        }
        catch (Exception fault) when (PostgresSource.Translate(fault) is StoreUnavailableException away)
        {
            throw away;
        }
    }
}
