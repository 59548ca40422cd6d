using Dispatch.Contracts;
using Npgsql;

namespace Dispatch.Silo.Storage.Postgres;

/// <summary>How the database is reached, and what its errors mean.</summary>
internal static class PostgresSource
{
    /// <summary>One pool for everything that this process does; statements that come again are prepared by the driver.</summary>
    public static NpgsqlDataSource Create(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "dispatch" };
        settings.Timeout = Math.Min(settings.Timeout, 3);
        settings.CommandTimeout = Math.Min(settings.CommandTimeout, 15);
        settings.MaxAutoPrepare = Math.Max(settings.MaxAutoPrepare, 64);
        settings.AutoPrepareMinUsages = 2;
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>True for an error that says the database is away or overloaded, and that nothing was stored.</summary>
    public static bool SaysAway(Exception fault) => fault is PostgresException { SqlState: { Length: 5 } state }
        && (state.StartsWith("53", StringComparison.Ordinal)
            || state.StartsWith("57", StringComparison.Ordinal)
            || state.StartsWith("08", StringComparison.Ordinal)
            || state is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction);

    /// <summary>What a driver's error means to readers: the database away, or a bug that goes on as it is.</summary>
    public static Exception Translate(Exception fault) => fault switch
    {
        PostgresException said when !SaysAway(said) => said,
        NpgsqlException or TimeoutException => NotReached(fault),
        _ => fault,
    };

    /// <summary>No connection could be had, whatever the reason: nothing was sent.</summary>
    public static StoreUnavailableException NotReached(Exception fault) => new("The database cannot be reached; try again shortly.", fault);

    /// <exception cref="StoreUnavailableException">There is none to be had.</exception>
    public static async ValueTask<NpgsqlConnection> ConnectAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            return await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        }
        catch (NpgsqlException fault)
        {
            throw NotReached(fault);
        }
    }
}
