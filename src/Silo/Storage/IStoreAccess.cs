using System.Data.Common;

namespace Dispatch.Silo.Storage;

/// <summary>How reads, and the few writes that move no clock, reach an engine. None of them runs on the caller's scheduler.</summary>
internal interface IStoreAccess
{
    /// <summary>How many commits this process has refused so far because as many waited as may.</summary>
    long TurnedAway { get; }

    /// <summary>SQL for the database's own real instant, Unix ms.</summary>
    string RealNow { get; }

    /// <summary>SQL that is true where the first text holds the second.</summary>
    string Contains(string text, string part);

    /// <summary>SQL that is true where a column is one of the texts of a list parameter.</summary>
    string IsAmong(string column, string list);

    /// <summary>SQL that ends a query of rows to be changed next: leaves out what somebody else holds.</summary>
    string NotHeld { get; }

    /// <summary>Reads; every statement may see a later state than the one before.</summary>
    ValueTask<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation);

    /// <summary>Reads with every statement seeing the same state.</summary>
    ValueTask<T> ReadSnapshotAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation);

    /// <summary>Writes in a transaction of its own.</summary>
    ValueTask<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation);
}
