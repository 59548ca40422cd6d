using System.Data.Common;
using Dispatch.Contracts;
using Dispatch.Grains.Storage;
using Dispatch.Silo.Storage.Reads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dispatch.Silo.Storage.Sqlite;

/// <summary>The store in a file of this machine: one writer, readers beside it, write-ahead log, durable at each commit.</summary>
internal sealed class SqliteStore : IDispatchStore, IStoreAccess, IDisposable
{
    private const int Readers = 4;

    private readonly IDisposable _use;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly OwnerReads _owners;
    private int _disposed;

    /// <exception cref="StoreFaultException">The file is damaged, foreign, not migrated, newer, or being restored.</exception>
    public SqliteStore(IOptions<StorageOptions> options, ICommittedFeed followers, ILogger<SqliteStore> logger)
    {
        Files = new SqliteFiles(options.Value.Path);
        _use = Files.Use();
        try
        {
            Migrations.StoreMigrations.Check(options.Value);
            _writer = new SqliteWriter(Files.Store, options.Value, followers, logger);
        }
        catch (Exception fault)
        {
            _use.Dispose();
            if (SqliteFiles.Translate(fault, Files.Store) is var said && ReferenceEquals(said, fault))
            {
                throw;
            }

            throw said;
        }

        _readers = new SqliteReaders(Files.Store, Readers);
        _owners = new OwnerReads(this);
    }

    public long TurnedAway => _writer.TurnedAway;

    public string RealNow => "cast(unixepoch('subsec') * 1000 as integer)";

    public string NotHeld => "";

    internal SqliteFiles Files { get; }

    internal SqliteWriter Writer => _writer;

    public string Contains(string text, string part) => $"instr({text}, {part}) > 0";

    public string IsAmong(string column, string list) => $"{column} in {list}";

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
        _readers.ReadAsync(read, cancellation);

    public ValueTask<T> ReadSnapshotAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) =>
        _readers.ReadAsync(
            async connection =>
            {
                // A read transaction of SQLite sees the state of its first statement to the end.
                SqliteFiles.Run(connection, "begin");
                var result = await read(connection).ConfigureAwait(false);
                SqliteFiles.Run(connection, "commit");
                return result;
            },
            cancellation);

    public ValueTask<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_writer.RunAsync(connection => Finished(write(connection))));
    }

    /// <summary>May be called again: a container disposes what it knows under several interfaces as often.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _writer.Dispose();
        _readers.Dispose();
        _use.Dispose();
    }

    /// <summary>The driver's asynchronous calls finish before they return, which keeps the writer on its thread.</summary>
    private static T Finished<T>(Task<T> task) => task.IsCompleted
        ? task.GetAwaiter().GetResult()
        : throw new InvalidOperationException("Work on the writer's thread waits for nothing.");
}
