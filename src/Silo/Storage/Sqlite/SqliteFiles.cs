using Microsoft.Data.Sqlite;

namespace Dispatch.Silo.Storage.Sqlite;

/// <summary>The files of an embedded store in their folder, and how they are opened.</summary>
internal sealed class SqliteFiles(string folder)
{
    /// <summary>Up to here a file is read through at start, which takes about a tenth of a second; above, <c>verify</c> does it.</summary>
    private const long CheckedWholeUpTo = 64 << 20;

    private const long ApplicationId = 0x44535054;

    // SQLite's result codes.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Cases, clocks, feeds, users.</summary>
    public string Store => Path.Combine(Folder, "dispatch.db");

    /// <summary>State without clocks, written by Orleans' own provider.</summary>
    public string Rosters => Path.Combine(Folder, "rosters.db");

    private string Lock => Path.Combine(Folder, "dispatch.lock");

    /// <summary>Says that the files are in use until it is disposed; any number of stores may.</summary>
    /// <exception cref="StoreFaultException">A restore has them.</exception>
    public IDisposable Use()
    {
        Directory.CreateDirectory(Folder);
        using (new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
        }

        return OpenLock(FileAccess.Read, FileShare.Read, "A backup is being put back into {0}; start again when it is done.");
    }

    /// <summary>Keeps every store away until it is disposed.</summary>
    /// <exception cref="StoreFaultException">A store is in use.</exception>
    public IDisposable Own()
    {
        Directory.CreateDirectory(Folder);
        return OpenLock(FileAccess.ReadWrite, FileShare.None, "The store in {0} is in use; stop the process that runs on it first.");
    }

    public static string ConnectionString(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        Pooling = false,
        DefaultTimeout = 5,
    }.ConnectionString;

    /// <summary>Opens a connection that commits durably: write-ahead log, flushed to disk at each commit.</summary>
    public static SqliteConnection OpenWriter(string file, TimeSpan busy)
    {
        var connection = new SqliteConnection(ConnectionString(file, SqliteOpenMode.ReadWrite));
        try
        {
            connection.Open();
            Run(connection, $"pragma busy_timeout = {(long)busy.TotalMilliseconds}");
            Run(connection, "pragma journal_mode = wal");
            Run(connection, "pragma synchronous = full");
            Run(connection, "pragma wal_autocheckpoint = 4000");
            Run(connection, "pragma cache_size = -65536");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection OpenReader(string file)
    {
        var connection = new SqliteConnection(ConnectionString(file, SqliteOpenMode.ReadOnly));
        connection.Open();
        Run(connection, "pragma busy_timeout = 5000");
        return connection;
    }

    /// <summary>Refuses a file that is not a store, or a damaged one, in one sentence.</summary>
    /// <exception cref="StoreFaultException">It is.</exception>
    public void CheckStore()
    {
        try
        {
            using var connection = new SqliteConnection(ConnectionString(Store, SqliteOpenMode.ReadWrite));
            connection.Open();
            if ((long)Scalar(connection, "pragma application_id")! is var id && id != ApplicationId)
            {
                throw new StoreFaultException($"{Store} is a database of another program; name another folder with Storage:Path.");
            }

            if (new FileInfo(Store).Length <= CheckedWholeUpTo
                && Scalar(connection, "pragma quick_check(1)") is string said && said != "ok")
            {
                // SQLite says where in a first line and what in the next.
                throw new StoreFaultException($"{Store} is damaged ({said.Split('\n')[^1]}); restore a backup.");
            }
        }
        catch (SqliteException fault)
        {
            throw Translate(fault, Store);
        }
    }

    /// <summary>What a driver's error means to callers: the store away, damaged, or a bug that goes on as it is.</summary>
    public static Exception Translate(Exception fault, string file) => fault is not SqliteException sqlite
        ? fault
        : sqlite.SqliteErrorCode switch
        {
            Corrupt => new StoreFaultException($"{file} is damaged; restore a backup.", fault),
            NotADatabase => new StoreFaultException($"{file} is not a database; name another folder with Storage:Path or restore a backup.", fault),
            Busy or Locked => new Contracts.StoreUnavailableException("Another process holds the store's file; try again shortly.", fault),
            Full => new Contracts.StoreUnavailableException("The disk of the store is full.", fault),
            ReadOnly or InputOutput or CannotOpen =>
                new Contracts.StoreUnavailableException("The store's file cannot be written or read at the moment.", fault),
            _ => fault,
        };

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private FileStream OpenLock(FileAccess access, FileShare share, string refusal)
    {
        try
        {
            return new FileStream(Lock, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException fault)
        {
            throw new StoreFaultException(string.Format(System.Globalization.CultureInfo.InvariantCulture, refusal, Folder), fault);
        }
    }
}
