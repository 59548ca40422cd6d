using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Dispatch.Silo.Storage.Sqlite;

/// <summary>
/// A few connections that read while the writer writes. The driver blocks, so a read runs on a pool thread, never on a grain's turn.
/// </summary>
internal sealed class SqliteReaders(string file, int limit) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _free = new(limit, limit);

    public async ValueTask<T> ReadAsync<T>(Func<SqliteConnection, Task<T>> read, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => ReadOnceAsync(read), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }

        _free.Dispose();
    }

    private async Task<T> ReadOnceAsync<T>(Func<SqliteConnection, Task<T>> read)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = _idle.TryTake(out var idle) ? idle : SqliteFiles.OpenReader(file);
            var result = await read(connection).ConfigureAwait(false);
            _idle.Add(connection);
            return result;
        }
        catch (Exception fault)
        {
            // A connection that failed may hold an open transaction.
            connection?.Dispose();
            if (SqliteFiles.Translate(fault, file) is var said && ReferenceEquals(said, fault))
            {
                throw;
            }

            throw said;
        }
    }
}
